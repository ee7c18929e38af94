import { listDrafts } from '../story/index.ts'
import type { Call, Outcome } from './command.ts'
import { withStore } from './command.ts'

export const stories = (call: Call): Outcome =>
  withStore(call, async (store) => {
    const list = await listDrafts(store.db)
    if (list.length === 0) call.out('No story yet. Make one with courant import page FILE, or in the newsroom.')
    for (const { id, state, content, path } of list) {
      call.out(
        `${id}  ${state.padEnd(9)}  ${content.headline || '(no headline)'}${path ? `  ${call.config.url}${path}` : ''}`,
      )
    }
    return 0
  })
