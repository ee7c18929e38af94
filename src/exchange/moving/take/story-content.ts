/** A story of another system as one of ours. */
import { movingMessages as m } from '../../../messages/index.ts'
import {
  type Block,
  bodyToMarkup,
  checkContent,
  emptyContent,
  type StoryContent,
  wordsOfBlock,
} from '../../../story/index.ts'
import { beginningOf, showsSomething } from '../../../text/index.ts'
import type { bodyOf } from '../../body/index.ts'
import type { PersonItem, StoryItem, TermItem } from '../../items/index.ts'

/** Whom and what the keys of a story mean. */
export interface Directory {
  site: { address: string; language: string }
  persons: ReadonlyMap<string, Pick<PersonItem, 'name'>>
  terms: ReadonlyMap<string, Pick<TermItem, 'as' | 'name'>>
}

/** A picture that a story shows, and where in it: the id of a block or of a gallery's picture, or "lead". */
export interface NamedPicture {
  place: string
  /** Where the old site had it, or its key behind "key:". */
  address: string
}

export interface MovedContent {
  content: StoryContent
  pictures: NamedPicture[]
  /** What of it is not taken or not as it was, a sentence each. */
  said: string[]
}

const LONGEST_HEADLINE = 300
const LONGEST_NAME = 80
const MOST_TOPICS = 50

/** Its words and marks, its names, its place. Pictures have none of the old site's addresses: nothing is loaded from there. */
export function movedContent(item: StoryItem, directory: Directory, read: typeof bodyOf): MovedContent {
  const { blocks, left } = read(item.html, { base: baseOf(item, directory) })
  const said = [...item.left, ...left]
  const pictures: NamedPicture[] = []
  const body = blocks.map((block) => withoutAddresses(block, pictures))
  const terms = item.terms.flatMap((key) => directory.terms.get(key) ?? [])
  const [section, ...further] = terms.filter((term) => term.as === 'section')
  const topics = [...further, ...terms.filter((term) => term.as === 'topic')].map(({ name }) => topicName(name))
  const headline = item.headline.replace(/\s+/g, ' ').trim().slice(0, LONGEST_HEADLINE)
  const made = showsSomething(headline) ? headline : madeHeadline(item, body)
  if (made !== headline) said.push(m.headlineMade(made))
  if (item.picture) pictures.unshift({ place: 'lead', address: addressOf(item.picture) })
  const content: StoryContent = {
    ...emptyContent,
    headline: made,
    standfirst: item.standfirst.trim(),
    byline: bylineOf([...item.authors.flatMap((key) => directory.persons.get(key)?.name ?? []), ...item.names]),
    language: languageOf(item.language, directory.site.language),
    section: section ? section.name.trim().slice(0, LONGEST_NAME) : '',
    topics: [...new Set(topics)].filter(showsSomething).slice(0, MOST_TOPICS),
    picture: item.picture && {
      src: '',
      alt: item.picture.alt,
      caption: item.picture.caption,
      credit: '',
      rights: '',
    },
    body,
    searchHeadline: item.searchHeadline === made ? '' : item.searchHeadline,
  }
  return { content, pictures, said }
}

/** Why it can't be published as it is, though its pictures follow; null where it can. */
export const whyUnfinished = (content: StoryContent): string | null =>
  checkContent(content, { picturesFollow: true }).find(({ severity }) => severity === 'stop')?.sentence ?? null

const LONGEST_TITLE = 120

/** A page's words as its form has them, at the last part of its old address. */
export function pageFields(item: StoryItem, { headline, body }: StoryContent) {
  const slug = item.addresses[0]?.split('?', 1)[0]?.split('/').filter(Boolean).at(-1)?.split('.')[0] ?? ''
  return { title: headline.slice(0, LONGEST_TITLE), slug, words: bodyToMarkup(body) }
}

const baseOf = (item: StoryItem, { site }: Directory): string =>
  site.address === '' ? '' : `${site.address}${item.addresses[0] ?? '/'}`

const addressOf = ({ key, address }: NonNullable<StoryItem['picture']>): string =>
  key === null ? address : `key:${key}`

/** Takes out where its pictures lay, and notes it. */
function withoutAddresses(block: Block, pictures: NamedPicture[]): Block {
  if (block.type === 'figure' && block.picture.src !== '') {
    pictures.push({ place: block.id, address: block.picture.src })
    return { ...block, picture: { ...block.picture, src: '' } }
  }
  if (block.type === 'gallery') {
    for (const { id, src } of block.pictures) if (src !== '') pictures.push({ place: id, address: src })
    return { ...block, pictures: block.pictures.map((picture) => ({ ...picture, src: '' })) }
  }
  return block
}

/** The story's form parts topics at commas. */
const topicName = (name: string): string =>
  name.replace(/[,;]/g, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trim()

function bylineOf(typed: readonly string[]): string {
  const names = [...new Set(typed.map((name) => name.trim()).filter(showsSomething))]
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`
}

function languageOf(code: string, site: string): string {
  if (code === '' || code.toLowerCase() === site.toLowerCase()) return ''
  try {
    return Intl.getCanonicalLocales(code)[0] ?? ''
  } catch {
    return ''
  }
}

const HEADLINE_FROM_BODY = 80

/** Some systems have stories without a headline: their first words, or the last part of their address. */
function madeHeadline(item: StoryItem, body: readonly Block[]): string {
  const words = body.map(wordsOfBlock).find(showsSomething)
  if (words) return beginningOf(words, HEADLINE_FROM_BODY)
  const address = item.addresses[0]?.split('?', 1)[0]?.split('/').filter(Boolean).at(-1)
  return address ?? m.untitled
}
