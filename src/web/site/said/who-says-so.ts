/** "Who says so" of a story: its reading, as corrected, in the order in which a reader asks. */
import type { CorrectedReading } from '../../../archive/index.ts'
import type { Name, ReadingText } from '../../../reading/index.ts'
import type { SaidView, SpeakerView, WhoSaysSo } from './said-props.ts'
import { type SpokenBy, speakersOf } from './speakers.ts'
import { textsOf, wordsAt } from './statement-words.ts'
import { whenSaid } from './when-said.ts'

export interface WhoSaysSoInput {
  reading: CorrectedReading
  /** What was read. */
  text: ReadingText
  /** The topic page of a name of this reading; null where it was not accepted. */
  pathOf(name: Name): string | null
}

/** Speakers in the order in which they first speak; what nobody is named for comes last. */
export function whoSaysSo({ reading, text, pathOf }: WhoSaysSoInput): WhoSaysSo {
  const texts = textsOf(text.blocks)
  const speakerOf = speakersOf(reading)
  const whenOf = whenSaid(reading, texts)
  const groups = new Map<string, { by: SpokenBy; statements: SaidView[] }>()
  for (const statement of reading.statements) {
    const words = wordsAt(statement.content, texts)
    if (words === '') continue
    const by = speakerOf(statement)
    const group = groups.get(by.key) ?? { by, statements: [] }
    groups.set(by.key, group)
    group.statements.push({
      id: statement.id,
      kind: statement.kind,
      words,
      quoted: wordsAt(statement.quoted, texts),
      cue: statement.cue?.text ?? null,
      sources: statement.sources.map(({ text, kind }) => ({ text, kind })),
      when: whenOf(statement)?.edtf ?? null,
      href: `#${anchorOf(statement.content[0]?.block ?? '')}`,
    })
  }
  const nobody = groups.get('')
  groups.delete('')
  const speakers = [...groups.values(), ...(nobody ? [nobody] : [])].map(
    ({ by: { label, kind, name }, statements }): SpeakerView => ({
      label,
      kind,
      roles: name?.roles ?? [],
      path: name && pathOf(name),
      statements,
    }),
  )
  const mentions = reading.names.map((name) => ({ kind: name.kind, name: name.name, path: pathOf(name) }))
  return { speakers, mentions }
}

/** The element of the story's page that shows a block of its reading; the page's own where that stands outside the body. */
export const anchorOf = (block: string): string =>
  block === '' || block.startsWith('@') ? 'main' : `b-${block.replace(/\.credit$/, '')}`
