import { storeProblem } from '../../../store/index.ts'
import type { Web } from '../../context.ts'

/**
 * Draws what everybody sees, from a read replica where there is one that has all that was heard here. Where that fails
 * because of the replica, it is drawn once more from the primary.
 */
export async function drawnForReaders<T>(web: Web, draw: (web: Web) => Promise<T>): Promise<T> {
  const db = await web.store.readers()
  if (db === web.store.db) return draw(web)
  try {
    return await draw({ ...web, store: { ...web.store, db } })
  } catch (error) {
    if (storeProblem(error) === null) throw error
    return draw(web)
  }
}
