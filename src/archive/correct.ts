/** An editor's word on what was read: kept for good, and shown at once. */
import { archiveMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import type { Reading, ReadingText } from '../reading/index.ts'
import { newId, type Store, takeTurns } from '../store/index.ts'
import { matchCorrections, placeOfStatement } from './corrections.ts'
import { storable } from './fold.ts'
import { readCorrections } from './read-corrections.ts'
import { recordAgain } from './record.ts'
import type { Change, CorrectedState, Correction } from './records.ts'

const LONGEST = 200

/**
 * Corrects a statement of the reading that the editor was shown, by its id: all
 * of the changes, or none and { problem }, a sentence for the editor. The
 * story's rows are written anew and its pages dropped in the same transaction.
 */
export async function correctStatement(
  store: Store,
  correction: {
    storyId: string
    text: ReadingText
    reading: Reading
    statement: string
    changes: readonly Change[]
    by: string
  },
  now: number,
): Promise<{ corrected: true } | { problem: string }> {
  const { storyId, text, reading, changes, by } = correction
  const place = placeOfStatement(reading, text, correction.statement)
  if (!place) return { problem: m.statementGone }
  for (const change of changes) {
    const problem = problemOf(change, reading)
    if (problem) return { problem }
  }
  return store.transaction(now, async (tx) => {
    // Of two editors who correct at once the second has to see what the first did.
    await takeTurns(tx, 'corrections')
    const known = matchCorrections(reading.statements, text, await readCorrections(tx.rows, storyId))
    const stood = known.get(correction.statement)
    let before: Pick<Correction, 'id' | 'state'> | undefined = stood
    for (const change of changes) {
      if (change.what === 'as-read' && !before?.state) continue
      const id = newId(now)
      const state = stateAfter(before?.state ?? null, change, reading)
      await tx.rows
        .insertInto('statement_corrections')
        .values({
          id,
          story_id: storyId,
          block: place.block,
          words: storable(place.words),
          nth: place.nth,
          what: change.what,
          state_json: state && JSON.stringify(state),
          replaces: before?.id ?? null,
          corrected_by: by,
          corrected_at: now,
        })
        .execute()
      before = { id, state }
    }
    // Where nothing is new, no page has to be drawn anew.
    if (before === stood) return { corrected: true }
    await recordAgain(tx, storyId)
    const detail = m.logCorrected(changes.map(({ what }) => m.changes[what]))
    await noteAct(tx, { by, act: 'reading.corrected', about: storyId, detail })
    // Pages of names are drawn with the lists.
    await tx.say({ kind: 'reading.changed', story: storyId })
    return { corrected: true }
  })
}

function problemOf(change: Change, reading: Reading): string | null {
  if ('words' in change && change.words.trim().length > LONGEST) return m.tooLong[change.what](LONGEST)
  if ('name' in change && !reading.names.some(({ id }) => id === change.name)) return m.speakerNotInStory
  return null
}

/** How the statement stands after a change, in full; null where nothing is corrected any more. */
function stateAfter(before: CorrectedState | null, change: Change, reading: Reading): CorrectedState | null {
  switch (change.what) {
    case 'as-read':
      return null
    case 'not-a-statement':
      return { ...before, struck: true }
    case 'speaker':
      return { ...before, struck: false, speaker: speakerOf(change, reading) }
    case 'source': {
      const words = oneLine(change.words)
      return { ...before, struck: false, sources: words === '' ? [] : [{ text: words, kind: change.kind }] }
    }
  }
}

function speakerOf(
  change: Change & { what: 'speaker' },
  reading: Reading,
): NonNullable<CorrectedState['speaker']> | null {
  if ('name' in change) {
    const name = reading.names.find(({ id }) => id === change.name)
    return { kind: name?.kind ?? null, words: name?.name ?? '' }
  }
  const words = oneLine(change.words)
  return words === '' ? null : { kind: null, words }
}

const oneLine = (typed: string): string => typed.replace(/\s+/g, ' ').trim()
