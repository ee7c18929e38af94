/** Compares the statements of a reading with those that a careful editor lists; each difference is a sentence. */
import type { Place, Reading, ReadingBlock, Speaker, Statement } from '../../src/reading/index.ts'
import type { Expectation, ExpectedStatement, Words } from './expectation.ts'
import { locate, overlaps, quote, share, wordsIn } from './locate.ts'

/** How many of the words must be the same, each way. */
const ALIKE = 0.8

interface Compared {
  blocks: readonly ReadingBlock[]
  reading: Reading
  /** An expected name's first form → the found name's id; null where it wasn't found. */
  nameIds: ReadonlyMap<string, string | null>
}

/** What is missing or wrong among the statements, and what was invented. */
export function compareStatements(
  compared: Compared,
  expectation: Expectation,
): { wrong: string[]; invented: string[] } {
  const unused = new Set(compared.reading.statements)
  const take = (expected: ExpectedStatement): Statement | null => {
    const found = bestOf(compared, expected, unused)
    if (found) unused.delete(found)
    return found
  }
  const wrong: string[] = []
  const compare = (expected: ExpectedStatement, isFair: boolean) => {
    const found = take(expected)
    const parts = expected.orAs ?? []
    if (found) wrong.push(...differences(compared, expected, found))
    else if (parts.length > 0 && parts.every((part) => bestOf(compared, part, unused)))
      for (const part of parts) compare(part, false)
    else if (!isFair) wrong.push(missing(compared, expected))
  }
  for (const expected of expectation.statements) compare(expected, false)
  for (const expected of expectation.fairStatements ?? []) compare(expected, true)
  const invented = [...unused].map(
    ({ content, speaker, cue }) =>
      `invented: “${quote(compared.blocks, content)}”, said by ${speaker?.text ?? 'nobody'}, with the cue “${cue?.text ?? ''}”`,
  )
  return { wrong, invented }
}

/** The statement that shares the most words with the expected one, where it shares enough. */
function bestOf({ blocks }: Compared, expected: ExpectedStatement, among: Iterable<Statement>): Statement | null {
  let best: { statement: Statement; both: number } | null = null
  for (const statement of among) {
    const found = contentWords(blocks, statement.content)
    for (const cut of cutsOf(blocks, expected)) {
      const { of, back } = share(contentWords(blocks, cut), found)
      if (of >= ALIKE && back >= ALIKE && of + back > (best?.both ?? 0)) best = { statement, both: of + back }
    }
  }
  return best?.statement ?? null
}

const cutsOf = (blocks: readonly ReadingBlock[], { content, orContent = [] }: ExpectedStatement): Place[][] =>
  [content, ...orContent].map((cut) => cut.map((words) => locate(blocks, words)))

/** The words of what was said; whether "that" belongs to it is a matter of taste. */
function contentWords(blocks: readonly ReadingBlock[], content: readonly Place[]): Set<string> {
  const words = wordsIn(blocks, content)
  const [first] = content
  if (first && /^that\b/i.test(quote(blocks, [first]))) words.delete(`${first.block}:${first.from}`)
  return words
}

function missing({ blocks, reading }: Compared, expected: ExpectedStatement): string {
  const place = expected.content.map((words) => locate(blocks, words))
  const words = contentWords(blocks, place)
  const near = reading.statements
    .map((statement) => ({ statement, shared: share(words, contentWords(blocks, statement.content)) }))
    .filter(({ shared }) => shared.of > 0)
    .sort((a, b) => b.shared.of + b.shared.back - a.shared.of - a.shared.back)[0]
  const percent = (part: number) => `${Math.round(part * 100)} %`
  const nearest = near
    ? `; the nearest found is “${quote(blocks, near.statement.content)}”, with ${percent(near.shared.of)} of its words, and ${percent(near.shared.back)} of them belong to it`
    : '; nothing was found there'
  return `missing: “${quote(blocks, place)}”, said by ${oneOf(expected.speaker)}${nearest}`
}

function differences(compared: Compared, expected: ExpectedStatement, found: Statement): string[] {
  const { blocks } = compared
  const label = `“${quote(blocks, found.content)}”`
  const wrong: string[] = []
  const kinds = [expected.kind].flat()
  if (!kinds.includes(found.kind)) wrong.push(`${label} is ${kinds.join(' or ')}, not ${found.kind}`)
  wrong.push(...speakerDifferences(compared, expected, found).map((one) => `${label}: ${one}`))
  if (expected.cue === null && found.cue) wrong.push(`${label} has no cue, and “${found.cue.text}” was taken for one`)
  if (expected.cue !== null && !(found.cue && isAt(compared, expected.cue, found, found.cue)))
    wrong.push(
      `${label}: its cue is ${oneOf(expected.cue)}, and ${found.cue ? `“${found.cue.text}”` : 'none'} was found`,
    )
  const polarity = expected.polarity ?? 'neutral'
  if (found.cue && found.cue.polarity !== polarity)
    wrong.push(`${label}: the cue “${found.cue.text}” is ${polarity}, not ${found.cue.polarity}`)
  return [...wrong, ...sourceDifferences(compared, expected, found).map((one) => `${label}: ${one}`)]
}

function speakerDifferences(compared: Compared, expected: ExpectedStatement, found: Statement): string[] {
  const { speaker } = found
  if (expected.sourceAlone && !speaker) return []
  if (expected.speaker === null) return speaker ? [`it isn't said who said it, and “${speaker.text}” was found`] : []
  if (!speaker) return [`${oneOf(expected.speaker)} said it, and nobody was found`]
  const wrong: string[] = []
  const id = expected.of ? compared.nameIds.get(expected.of) : null
  if (expected.of && id === undefined) throw new Error(`No name “${expected.of}” is expected: mend the expectation.`)
  // A quotation in a speaker's run has no speaker beside it: whose it is counts, not where the name was read.
  const isRun = expected.cue === null && expected.of
  if (!isRun && !sameSpeaker(compared, expected, found, speaker, id ?? null))
    wrong.push(`${oneOf(expected.speaker)} said it, and “${speaker.text}” was found`)
  else if (expected.of !== undefined && speaker.name !== (id ?? null))
    wrong.push(`“${speaker.text}” stands for ${expected.of ?? 'no name'}, and ${speaker.name ?? 'no name'} was found`)
  const collective = expected.collective ?? false
  if (!expected.sourceAlone && speaker.collective !== collective)
    wrong.push(`“${speaker.text}” is ${collective ? 'several or a body of them' : 'one person'}, and it says otherwise`)
  return wrong
}

/** The same place; and the same words for the most part, unless both stand for the same name. */
function sameSpeaker(
  compared: Compared,
  expected: ExpectedStatement,
  found: Statement,
  speaker: Speaker,
  id: string | null,
): boolean {
  return [expected.speaker ?? []].flat().some((words) => {
    const place = locate(compared.blocks, words, found.content)
    if (!overlaps(place, speaker)) return false
    if (id !== null && speaker.name === id) return true
    return isMostly(compared, place, speaker)
  })
}

const isMostly = ({ blocks }: Compared, one: Place, other: Place): boolean => {
  const { of, back } = share(wordsIn(blocks, [one]), wordsIn(blocks, [other]))
  return of >= 0.5 && back >= 0.5
}

/** The words of any alternative are at this place, whole. */
function isAt({ blocks }: Compared, words: Words, found: Statement, at: Place): boolean {
  return [words].flat().some((one) => {
    const place = locate(blocks, one, found.content)
    return share(wordsIn(blocks, [place]), wordsIn(blocks, [at])).of === 1
  })
}

function sourceDifferences(compared: Compared, expected: ExpectedStatement, found: Statement): string[] {
  const { blocks } = compared
  const unused = new Set(found.sources)
  const wrong: string[] = []
  const takeAt = (words: Words) => {
    const source = [...unused].find((one) =>
      [words].flat().some((text) => isMostly(compared, locate(blocks, text, found.content), one)),
    )
    if (source) unused.delete(source)
    return source
  }
  for (const { text, kind } of expected.sources ?? []) {
    const source = takeAt(text)
    if (!source) wrong.push(`it reached us through ${oneOf(text)} (${kind}), and that was not found`)
    else if (source.kind !== kind) wrong.push(`the source “${source.text}” is of the kind ${kind}, not ${source.kind}`)
  }
  if (expected.sourceAlone && expected.speaker !== null) {
    const source = takeAt(expected.speaker)
    if (!source && !found.speaker)
      wrong.push(`${oneOf(expected.speaker)} says it, and was found neither as speaker nor as source`)
  }
  return [...wrong, ...[...unused].map(({ text, kind }) => `“${text}” (${kind}) is no source of it`)]
}

const oneOf = (words: Words | null): string =>
  words === null
    ? 'nobody that the text names'
    : [words]
        .flat()
        .map((one) => `“${one}”`)
        .join(' or ')
