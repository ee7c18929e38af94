/** What an editor has to look at in a story's reading. */
import type { CorrectedReading, CorrectedStatement } from '../../../archive/index.ts'

/** The ids of statements that want an editor's look. */
export interface ToLookAt {
  withoutSpeaker: string[]
  /** Nothing tells through whom or what they reached us, beyond the speaker. */
  withoutSource: string[]
  doubtful: string[]
  hostile: string[]
}

export function toLookAt({ statements }: CorrectedReading): ToLookAt {
  const idsOf = (wanted: (statement: CorrectedStatement) => boolean) => statements.filter(wanted).map(({ id }) => id)
  return {
    withoutSpeaker: idsOf(({ speaker }) => speaker === null),
    withoutSource: idsOf(({ sources }) => sources.length === 0),
    doubtful: idsOf(({ cue }) => cue?.polarity === 'doubtful'),
    hostile: idsOf(({ cue }) => cue?.polarity === 'hostile'),
  }
}

/** The same in figures, for the line on the story's edit page. */
export function countsOf(reading: CorrectedReading): {
  statements: number
  withoutSpeaker: number
  withoutSource: number
} {
  const { withoutSpeaker, withoutSource } = toLookAt(reading)
  return {
    statements: reading.statements.length,
    withoutSpeaker: withoutSpeaker.length,
    withoutSource: withoutSource.length,
  }
}
