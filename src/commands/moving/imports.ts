/** courant imports, courant import undo: what was brought in, and taking it out again. */
import { listImports, readImportLines, undoImport } from '../../exchange/moving/index.ts'
import { moveAccountMessages as m } from '../../messages/index.ts'
import { type Call, type Outcome, withStore } from '../command.ts'

const STATES = {
  looking: 'being looked through',
  looked: 'not begun',
  running: 'not finished',
  stopped: 'stopped',
  done: 'done',
  undoing: 'being undone',
  undone: 'undone',
} as const

export const imports = (call: Call): Outcome =>
  withStore(call, async (store) => {
    const list = await listImports(store.db)
    if (list.length === 0) call.out('Nothing was brought in yet. Begin with courant import FILE.')
    for (const { id, state, format, from, startedAt } of list)
      call.out(
        `${id}  ${new Date(startedAt).toISOString().slice(0, 16)}  ${STATES[state].padEnd(12)}  ${m.from(format === '' ? '' : m.formats[format], from)}`,
      )
    return 0
  })

export async function undoImportCommand(call: Call): Outcome {
  const [id, ...more] = call.words
  if (!id || more.length > 0) {
    call.err('Say which import by its id: courant imports lists them.')
    return 2
  }
  return withStore(call, async (store) => {
    const of = (await listImports(store.db)).find((one) => one.id === id)
    if (!of?.startedBy) {
      call.err(`There is no import ${id}: courant imports lists them.`)
      return 1
    }
    const undone = await undoImport(store, { id, by: of.startedBy }, { now: Date.now })
    if ('problem' in undone) {
      call.err(undone.problem)
      return 1
    }
    for (const [kind, { out, kept }] of Object.entries(undone))
      if (out + kept > 0) call.out(`  ${m.undone(kind as keyof typeof undone, out, kept)}`)
    const lines = (await readImportLines(store.db, id, { limit: 1000, about: 'kept' })) ?? []
    if (lines.length > 0) call.out(`\nKept:\n${lines.map(({ name, why }) => `  ${name} – ${why}`).join('\n')}`)
    call.out('\nStories are in the trash for 30 days. People without a sign-in, sections and topics stay.')
    return 0
  })
}
