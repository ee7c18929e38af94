import { isId } from '../store/index.ts'
import { publish, readDraft, unpublish } from '../story/index.ts'
import type { Call, Outcome } from './command.ts'
import { withStore } from './command.ts'

export async function publishStory(call: Call): Outcome {
  const [id, ...more] = call.words
  if (!id || more.length > 0 || !isId(id)) return wrongId(call, 'publish')
  const date = readDate(call.options.date)
  if (date === null) {
    call.err(`"${call.options.date}" is not a date; write it as 2024-05-16 or 2024-05-16T09:30Z.`)
    return 2
  }
  return withStore(call, async (store) => {
    const result = await publish(store, { id, by: null, ...(date === undefined ? {} : { date }) }, Date.now())
    if ('problem' in result) {
      call.err(result.problem)
      return 1
    }
    call.out(`Published as version ${result.version}: ${call.config.url}${result.path}`)
    return 0
  })
}

export async function unpublishStory(call: Call): Outcome {
  const [id, ...more] = call.words
  if (!id || more.length > 0 || !isId(id)) return wrongId(call, 'unpublish')
  return withStore(call, async (store) => {
    if (!(await readDraft(store.db, id))) {
      call.err('There is no such story; courant stories lists them.')
      return 1
    }
    await unpublish(store, id, null, Date.now())
    call.out('Taken off the site.')
    return 0
  })
}

function wrongId(call: Call, command: string): Outcome {
  call.err(`Say which story by its id: courant ${command} ID; courant stories lists them.`)
  return Promise.resolve(2)
}

/** Milliseconds; undefined where no date was given, null where it is none. A bare day means its noon in UTC. */
function readDate(value: string | boolean | undefined): number | undefined | null {
  if (typeof value !== 'string') return undefined
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? Date.parse(`${value}T12:00Z`)
    : /^\d{4}-/.test(value)
      ? Date.parse(value)
      : Number.NaN
  return Number.isNaN(time) ? null : time
}
