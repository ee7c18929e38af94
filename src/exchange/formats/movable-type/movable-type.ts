/** The text that Movable Type exports, and TypePad gave its users as it closed. */
import { createHash } from 'node:crypto'
import { exportItemMessages as m } from '../../../messages/index.ts'
import { addressWords } from '../../../text/index.ts'
import { htmlOfMarkdown, plainTextOfHtml } from '../../body/index.ts'
import {
  type Answers,
  type CommentItem,
  type ExportFile,
  type Format,
  type Item,
  type Key,
  type LeftItem,
  type StoryItem,
  type StoryState,
  unreadable,
} from '../../items/index.ts'
import { withParagraphs } from '../paragraphs.ts'
import { pathOfAddress, siteAddressOf } from '../paths.ts'
import { clockOf, type ReadClock } from './clock.ts'
import { type MtBlock, type MtBlockName, type MtEntry, type MtField, mtEntries } from './entries.ts'

export const movableType: Format = {
  name: 'movable type' as const,
  asks: ['timeZone', 'siteAddress'],
  recognise: (files) =>
    files.filter(({ start }) => isExport(Buffer.from(start).toString('latin1'))).map(({ name }) => name),
  read: readMovableType,
}

const FIRST =
  /^(AUTHOR|TITLE|BASENAME|STATUS|ALLOW COMMENTS|ALLOW PINGS|CONVERT BREAKS|DATE|PRIMARY CATEGORY|CATEGORY|UNIQUE URL):/

const isExport = (start: string): boolean => {
  const words = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  return FIRST.test(words) && /\n-----\r?\n(BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):/.test(words)
}

interface Known {
  site: string
  clock: (words: string) => ReadClock
  persons: Set<string>
  terms: Set<Key>
  /** How often the same words made a key of a story. */
  keys: Map<Key, number>
}

const MOST_TERMS = 100_000

async function* readMovableType(files: readonly ExportFile[], answers: Answers): AsyncGenerator<Item> {
  if (!answers.timeZone) unreadable(m.needsZone)
  const site = siteAddressOf(answers.siteAddress ?? '')
  const known: Known = {
    site,
    clock: clockOf(answers.timeZone),
    persons: new Set(),
    terms: new Set(),
    keys: new Map(),
  }
  yield { kind: 'site', name: '', tagline: '', address: site, language: '', timeZone: answers.timeZone }
  for (const file of files)
    for await (const entry of mtEntries(file)) {
      yield* itemsOf(entry, known)
      if (known.terms.size > MOST_TERMS) unreadable(m.tooManyTerms(file.name))
    }
}

function* itemsOf(entry: MtEntry, known: Known): Generator<Item> {
  const author = fieldIn(entry, 'AUTHOR')
  if (author !== '' && !known.persons.has(author)) {
    known.persons.add(author)
    yield { kind: 'person', key: author, name: author, mail: '', about: '' }
  }
  const terms = termsOf(entry)
  for (const term of terms) {
    if (known.terms.has(term.key)) continue
    known.terms.add(term.key)
    const slug = addressWords(term.name) || encodeURIComponent(term.name)
    yield { kind: 'term', key: term.key, as: term.as, name: term.name, slug, within: null }
  }
  const story = storyOf(
    entry,
    terms.map(({ key }) => key),
    known,
  )
  yield story
  const before = new Map<Key, number>()
  for (const block of entry.blocks) {
    if (block.name === 'COMMENT') yield commentOf(block, story.key, { clock: known.clock, keys: before })
    else if (block.name === 'PING')
      yield {
        kind: 'left',
        what: 'trackback',
        name: block.fields.get('TITLE') ?? block.fields.get('URL') ?? '',
        why: m.answerFromElsewhere,
      }
  }
}

const fieldIn = ({ fields }: MtEntry, name: MtField): string =>
  fields.find(({ key, value }) => key === name && value !== '')?.value ?? ''

const textOfBlock = ({ blocks }: MtEntry, name: MtBlockName): string =>
  blocks.find((one) => one.name === name)?.text ?? ''

interface MtTerm {
  key: Key
  as: 'section' | 'topic'
  name: string
}

/** Categories are sections, the primary one first; tags are topics. */
function termsOf(entry: MtEntry): MtTerm[] {
  const primary = fieldIn(entry, 'PRIMARY CATEGORY')
  const categories = entry.fields
    .filter(({ key, value }) => key === 'CATEGORY' && value !== '')
    .map(({ value }) => value)
  const tags = tagsIn(fieldIn(entry, 'TAGS'))
  const sections = [...new Set(primary === '' ? categories : [primary, ...categories])]
  return [
    ...sections.map((name): MtTerm => ({ key: `category:${name}`, as: 'section', name })),
    ...[...new Set(tags)].map((name): MtTerm => ({ key: `tag:${name}`, as: 'topic', name })),
  ]
}

/** Parted by commas, which may stand within quotation marks. */
function tagsIn(words: string): string[] {
  const tags: string[] = []
  let tag = ''
  let isQuoted = false
  for (const character of words) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === ',' && !isQuoted) {
      tags.push(tag)
      tag = ''
    } else tag += character
  }
  return [...tags, tag].map((one) => one.trim()).filter((one) => one !== '' && !one.startsWith('@'))
}

function storyOf(entry: MtEntry, terms: Key[], known: Known): StoryItem {
  const left: string[] = []
  const date = fieldIn(entry, 'DATE')
  const { at, oddly } = known.clock(date)
  if (oddly) left.push(oddly === 'skipped' ? m.skippedHour : m.doubledHour)
  const said = stateOf(fieldIn(entry, 'STATUS'), left)
  const isUndated = at === null && said !== 'draft'
  if (isUndated) left.push(date === '' ? m.noDay : m.unreadableDay(date))
  const state = isUndated ? 'draft' : said
  const author = fieldIn(entry, 'AUTHOR')
  const address = fieldIn(entry, 'UNIQUE URL')
  const title = plainTextOfHtml(fieldIn(entry, 'TITLE')).replaceAll('\n', ' ')
  const key = unique(address || `${date} ${fieldIn(entry, 'BASENAME') || title}`, known)
  return {
    kind: 'story',
    key,
    isPage: false,
    state,
    headline: title,
    standfirst: plainTextOfHtml(textOfBlock(entry, 'EXCERPT')).replaceAll('\n', ' '),
    html: htmlOf(entry, left),
    authors: author === '' ? [] : [author],
    names: [],
    terms,
    publishedAt: state === 'draft' ? null : at,
    updatedAt: null,
    addresses: state === 'draft' ? [] : addressesOf(entry, address, known.site),
    identifiers: [fieldIn(entry, 'BASENAME')].filter((one) => one !== ''),
    picture: null,
    commentsOpen: fieldIn(entry, 'ALLOW COMMENTS') === '1',
    language: '',
    searchHeadline: '',
    left,
  }
}

function stateOf(status: string, left: string[]): StoryState {
  const words = status.toLowerCase()
  if (words === 'publish' || words === 'published') return 'public'
  if (words === 'future' || words === 'scheduled') return 'scheduled'
  if (words !== 'draft' && words !== '') left.push(m.unknownState(status))
  else if (words === '') left.push(m.noState)
  return 'draft'
}

function htmlOf(entry: MtEntry, left: string[]): string {
  const breaks = fieldIn(entry, 'CONVERT BREAKS').toLowerCase()
  const bodies = [textOfBlock(entry, 'BODY'), textOfBlock(entry, 'EXTENDED BODY')].filter((text) => text !== '')
  if (breaks === '0' || breaks === 'none' || breaks === 'richtext') return bodies.join('\n')
  if (breaks.startsWith('markdown')) return bodies.map(htmlOfMarkdown).join('\n')
  if (/textile|wiki/.test(breaks)) left.push(m.markup(breaks))
  return bodies.map(withParagraphs).join('\n')
}

/** Where it was, as far as that is said; else where Movable Type puts stories that nobody tells otherwise. */
function addressesOf(entry: MtEntry, address: string, site: string): string[] {
  const path = address === '' ? '' : pathOfAddress(address, site)
  if (path !== '') return [path]
  const name = fieldIn(entry, 'BASENAME')
  const [, month, year] = /^(\d{1,2})\/\d{1,2}\/(\d{4})/.exec(fieldIn(entry, 'DATE')) ?? []
  if (name === '' || !month || !year) return []
  const base = site === '' ? '' : new URL(site).pathname.replace(/\/$/, '')
  const below = `${year}/${month.padStart(2, '0')}/${name}.html`
  return [`${base}/${below}`, `${base}/archives/${below}`]
}

/** The same in a later export, and its own where two entries say the same. */
function unique(words: string, { keys }: Pick<Known, 'keys'>): Key {
  const key = words.length <= 200 ? words : createHash('sha1').update(words).digest('hex')
  const before = keys.get(key) ?? 0
  keys.set(key, before + 1)
  return before === 0 ? key : `${key} ${before + 1}`
}

function commentOf(block: MtBlock, story: Key, known: Pick<Known, 'clock' | 'keys'>): CommentItem | LeftItem {
  const name = block.fields.get('AUTHOR') ?? ''
  const text = plainTextOfHtml(block.text)
  if (text === '') return { kind: 'left', what: 'comment', name, why: m.emptyComment }
  const date = block.fields.get('DATE') ?? ''
  const hash = createHash('sha1').update(`${name}\n${date}\n${text}`).digest('hex').slice(0, 16)
  return {
    kind: 'comment',
    key: unique(`${createHash('sha1').update(story).digest('hex').slice(0, 16)}-${hash}`, known),
    of: story,
    parent: null,
    state: 'approved',
    name,
    mail: block.fields.get('EMAIL') ?? '',
    text,
    earlier: [],
    at: known.clock(date).at ?? 0,
    reason: '',
  }
}
