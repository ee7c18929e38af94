/** Fills a data folder for `npm run demo`; scripts/demo.mjs calls it, and then starts the site on it. */
import { join } from 'node:path'
import { sql } from 'kysely'
import { LISTENERS } from '../src/listeners.ts'
import { makeSignInLink } from '../src/people/index.ts'
import { keepPrivate, openDatabase } from '../src/store/index.ts'
import { fillNewsroom, hoursUntil } from './_newsroom.ts'
import { STAFF } from './_people.ts'

export interface WayIn {
  name: string
  /** The path of a link that works once. */
  path: string
}

/** Answers how an editor and a moderator come in. The folder is to be empty. */
export async function fill(folder: string, url: string): Promise<{ editor: WayIn; moderator: WayIn }> {
  keepPrivate(folder)
  const end = Date.now()
  const hours = hoursUntil(end)
  const store = await openDatabase(
    { kind: 'sqlite', file: join(folder, 'courant.db') },
    { now: () => hours.now(), inside: LISTENERS },
  )
  if ('problem' in store) throw new Error(store.problem)
  try {
    // Nothing is lost by a power cut that the next start would not make anew, so the disk is not waited for.
    await sql`pragma synchronous = off`.execute(store.db)
    const staff = await fillNewsroom(store, hours, end, { folder, url })
    const wayIn = async (who: 'editor' | 'moderator'): Promise<WayIn> => ({
      name: STAFF[who].name,
      path: `/newsroom/sign-in/${await makeSignInLink(store, staff[who], end)}`,
    })
    return { editor: await wayIn('editor'), moderator: await wayIn('moderator') }
  } finally {
    await store.close()
  }
}
