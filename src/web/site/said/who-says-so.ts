/** "Who says so" of a story: its reading, as corrected, in the order in which a reader asks. */
import type { CorrectedReading, CorrectedStatement } from '../../../archive/index.ts'
import type { Name, Place, ReadingText } from '../../../reading/index.ts'
import { marksOf } from './marks.ts'
import type { Portrait, SaidView, SentenceView, SpeakerView, WhoSaysSo } from './said-props.ts'
import { directiveOf, joined, sentencesAround, sentenceWords } from './sentences.ts'
import { sharesOf } from './shares.ts'
import { type SpokenBy, speakersOf } from './speakers.ts'
import { type Texts, textsOf, wordsAt } from './statement-words.ts'
import { whenSaid } from './when-said.ts'

export interface WhoSaysSoInput {
  reading: CorrectedReading
  /** What was read. */
  text: ReadingText
  /** The topic page of a name of this reading, and its picture; null where it was not accepted. */
  pageOf(name: Name): { path: string; portrait: Portrait | null } | null
}

/** What one speaker has, while it is gathered. */
interface Group {
  by: SpokenBy
  said: { statement: CorrectedStatement; view: SaidView }[]
}

/** Speakers in the order in which they first speak; what nobody is named for comes last. */
export function whoSaysSo({ reading, text, pageOf }: WhoSaysSoInput): WhoSaysSo {
  const texts = textsOf(text.blocks)
  const speakerOf = speakersOf(reading)
  const whenOf = whenSaid(reading, texts)
  const groups = new Map<string, Group>()
  for (const statement of reading.statements) {
    const words = wordsAt(statement.content, texts)
    if (words === '') continue
    const by = speakerOf(statement)
    const group = groups.get(by.key) ?? { by, said: [] }
    groups.set(by.key, group)
    const view: SaidView = {
      id: statement.id,
      kind: statement.kind,
      words,
      quoted: wordsAt(statement.quoted, texts),
      cue: statement.cue?.text ?? null,
      sources: statement.sources.map(({ text, kind }) => ({ text, kind })),
      when: whenOf(statement)?.edtf ?? null,
      href: `#${anchorOf(statement.content[0]?.block ?? '')}`,
    }
    group.said.push({ statement, view })
  }
  const nobody = groups.get('')
  groups.delete('')
  const all = [...groups.values(), ...(nobody ? [nobody] : [])]
  const person = ({ label, name }: SpokenBy) => {
    const page = name && pageOf(name)
    return { label, roles: name?.roles ?? [], path: page?.path ?? null, portrait: page?.portrait ?? null }
  }
  const marks = marksOf(
    all.flatMap(({ by, said }) => said.map(({ statement, view }) => ({ statement, view, speaker: person(by) }))),
    texts,
  )
  const shares = new Map(sharesOf(reading, text.blocks).speakers.map(({ key, share }) => [key, share]))
  const sentencesOf = sentenceMaker(texts, (block) => (marks.get(block) ?? []).map(({ to }) => to))
  const speakers = all.map(
    ({ by, said }): SpeakerView => ({
      ...person(by),
      short: shortOf(by, texts),
      kind: by.kind,
      share: shares.get(by.key) ?? 0,
      statements: said.map(({ view }) => view),
      sentences: sentencesOf(said),
    }),
  )
  const mentions = reading.names.map((name) => ({ kind: name.kind, name: name.name, path: pageOf(name)?.path ?? null }))
  return { speakers, mentions, marks }
}

/** What somebody says, as the sentences it stands in: those that two statements share stand once. */
export function sentenceMaker(texts: Texts, cutsOf: (block: string) => readonly number[]) {
  const around = sentencesAround(texts)
  return (said: Group['said']): SentenceView[] => {
    const found: { stretches: Place[]; statements: SaidView[] }[] = []
    for (const { statement, view } of said) {
      const stretches = around(statement.content)
      const last = found.at(-1)
      const both = last && joined([...last.stretches, ...stretches])
      if (last && both && both.length < last.stretches.length + stretches.length) {
        last.stretches = both
        last.statements.push(view)
      } else found.push({ stretches, statements: [view] })
    }
    return found.map(({ stretches, statements }) => ({
      words: sentenceWords(stretches, texts),
      href: `#${anchorOf(stretches[0]?.block ?? '')}${directiveOf(stretches, texts, cutsOf)}`,
      statements,
    }))
  }
}

/** A person by the shortest of the names that the story gives them: "Holm" for Ada Holm; everyone else as they are. */
function shortOf({ kind, label, name }: SpokenBy, texts: Texts): string {
  if (kind !== 'person' || !name) return label
  return name.mentions
    .filter(({ how }) => how === 'name')
    .map(({ block, from, to }) => (texts.get(block) ?? '').slice(from, to).trim())
    .reduce((best, one) => (one.length > 1 && one.length < best.length ? one : best), label)
}

/** The element of the story's page that shows a block of its reading; the page's own where that stands outside the body. */
export const anchorOf = (block: string): string =>
  block === '' || block.startsWith('@') ? 'main' : `b-${block.replace(/\.credit$/, '')}`
