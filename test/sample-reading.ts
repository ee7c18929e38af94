/** Readings made by hand, for the tests of the pages that show them. */
import { applyCorrections, type CorrectedReading } from '../src/archive/index.ts'
import type { Name, NameKind, Place, Reading, ReadingBlock, Statement, TimeExpression } from '../src/reading/index.ts'

/** What a test finds in its text, by the words of it. */
export interface SampleFindings {
  statements: readonly {
    said: readonly string[]
    by?: string
    /** The name that `by` stands for, where it is another. */
    name?: string
    kind?: 'direct' | 'reported' | 'mixed'
    cue?: string
    polarity?: 'neutral' | 'doubtful' | 'hostile'
    through?: readonly string[]
    corrected?: { by: string; at: number }
  }[]
  names?: readonly { kind: NameKind; name: string; roles?: readonly string[] }[]
  times?: readonly (readonly [words: string, edtf: string | null])[]
}

/** Throws where the text does not have the words. Statements are s1, s2, … in the order given. */
export function sampleReading(blocks: readonly ReadingBlock[], found: SampleFindings): Reading {
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
  const statements = found.statements.map(
    ({ said, by, name = by, kind = 'reported', cue, polarity = 'neutral', through = [] }, index): Statement => ({
      id: `s${index + 1}`,
      kind,
      content: said.map(placeOf),
      quoted: kind === 'direct' ? said.map((words) => placeOf(words.replace(/^“|”$/g, ''))) : [],
      speaker:
        by === undefined
          ? null
          : {
              ...placeOf(by),
              text: by,
              name: names.find((one) => one.name === name)?.id ?? null,
              collective: false,
            },
      cue: cue === undefined ? null : { ...placeOf(cue), text: cue, polarity },
      sources: through.map((text) => ({ ...placeOf(text), text, kind: 'document' })),
    }),
  )
  const times = (found.times ?? []).map(
    ([text, edtf]): TimeExpression => ({
      ...placeOf(text),
      text,
      edtf,
      unresolved: edtf === null ? 'no date to count from' : null,
    }),
  )
  return { edition: 1, date: null, statements, names, times, amounts: [] }
}

/** The same as pages are given it: what the sample says was corrected says so. */
export function sampleCorrected(blocks: readonly ReadingBlock[], found: SampleFindings): CorrectedReading {
  const reading = applyCorrections(sampleReading(blocks, found), { blocks }, [])
  return {
    ...reading,
    statements: reading.statements.map((statement, index) => ({
      ...statement,
      corrected: found.statements[index]?.corrected ?? null,
    })),
  }
}

export const idOf = (kind: NameKind, name: string): string => `${kind}:${name.toLowerCase().replaceAll(' ', '-')}`
