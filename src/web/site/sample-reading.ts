/** Readings made by hand, for the tests of the pages that show them. */
import type { CorrectedReading, CorrectedStatement } from '../../archive/index.ts'
import type { Name, NameKind, Place, ReadingBlock, TimeExpression } from '../../reading/index.ts'

/** A text whose statements, names and times are given by their words: what a test reads is what it says. */
export function sampleReading(blocks: readonly ReadingBlock[], found: SampleFindings): CorrectedReading {
  const placeOf = (words: string): Place => {
    for (const { id, text } of blocks) {
      const from = text.indexOf(words)
      if (from >= 0) return { block: id, from, to: from + words.length }
    }
    throw new Error(`The sample does not say "${words}".`)
  }
  const names = (found.names ?? []).map(
    ({ kind, name, roles = [] }): Name => ({
      id: idOf(kind, name),
      kind,
      name,
      roles: [...roles],
      mentions: [{ ...placeOf(name), how: 'name' }],
    }),
  )
  const statements = found.statements.map((sample, index): CorrectedStatement => {
    const content = sample.said.map(placeOf)
    return {
      id: `s${index + 1}`,
      kind: sample.kind ?? 'reported',
      content,
      quoted: sample.kind === 'direct' ? sample.said.map((words) => placeOf(words.replace(/^“|”$/g, ''))) : [],
      speaker:
        sample.by === undefined
          ? null
          : {
              text: sample.by,
              name: names.find(({ name }) => name === (sample.name ?? sample.by))?.id ?? null,
              kind: null,
              collective: false,
              place: sample.typed ? null : placeOf(sample.by),
            },
      cue:
        sample.cue === undefined
          ? null
          : { ...placeOf(sample.cue), text: sample.cue, polarity: sample.polarity ?? 'neutral' },
      sources: (sample.through ?? []).map((text) => ({ text, kind: 'document', place: placeOf(text) })),
      corrected: sample.corrected ?? null,
    }
  })
  const times = (found.times ?? []).map(
    ([text, edtf]): TimeExpression => ({
      ...placeOf(text),
      text,
      edtf,
      unresolved: edtf ? null : 'no date to count from',
    }),
  )
  return { edition: 1, date: null, statements, struck: [], names, times, amounts: [] }
}

export const idOf = (kind: NameKind, name: string): string => `${kind}:${name.toLowerCase().replaceAll(' ', '-')}`

export interface SampleFindings {
  statements: readonly {
    said: readonly string[]
    by?: string
    /** The name that `by` stands for, where it is another. */
    name?: string
    /** An editor gave the speaker, who stands nowhere in the text. */
    typed?: boolean
    kind?: 'direct' | 'reported' | 'mixed'
    cue?: string
    polarity?: 'neutral' | 'doubtful' | 'hostile'
    through?: readonly string[]
    corrected?: { by: string; at: number }
  }[]
  names?: readonly { kind: NameKind; name: string; roles?: readonly string[] }[]
  times?: readonly (readonly [words: string, edtf: string | null])[]
}
