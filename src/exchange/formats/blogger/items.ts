/** A Blogger entry as an item. */
import { exportItemMessages as m } from '../../../messages/index.ts'
import { addressWords } from '../../../text/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import type { CommentItem, CommentState, Item, Key, LeftItem, StoryItem, StoryState } from '../../items/index.ts'
import { escaped } from '../markup.ts'
import { pathOfAddress } from '../paths.ts'
import { childOf, childrenOf, type XmlElement } from '../xml/index.ts'
import { isRemoved, labelsOf, linkOf, momentOfEntry, statusOf, textOfEntry } from './entry.ts'

/** Its id, which is the same in both layouts. */
const keyOfEntry = (entry: XmlElement): Key => textOfEntry(entry, 'id')

export function bloggerStory(entry: XmlElement, isPage: boolean, base: string): StoryItem {
  const left: string[] = []
  const state = stateOfStory(statusOf(entry), left)
  const publishedAt = momentOfEntry(entry, 'published')
  const path = addressOf(entry, base)
  const name = authorOf(entry)
  return {
    kind: 'story',
    key: keyOfEntry(entry),
    isPage,
    state: state === 'public' && publishedAt === null && !isPage ? 'draft' : state,
    headline: titleOf(entry),
    standfirst: textOfEntry(entry, 'blogger:metaDescription'),
    html: textOfEntry(entry, 'content') + enclosures(entry),
    authors: name === '' ? [] : [name],
    names: [],
    terms: labelsOf(entry).map(labelKey),
    publishedAt: state === 'draft' ? null : publishedAt,
    updatedAt: momentOfEntry(entry, 'updated'),
    addresses: path === '' || state === 'draft' ? [] : [path],
    identifiers: [
      keyOfEntry(entry)
        .split(/post-|page-/)
        .at(-1) ?? '',
    ].filter((id) => id !== ''),
    picture: null,
    commentsOpen: true,
    language: '',
    searchHeadline: '',
    left,
  }
}

function stateOfStory(status: string, left: string[]): StoryState {
  if (status === 'LIVE') return 'public'
  if (status === 'DRAFT') return 'draft'
  if (status === 'SCHEDULED') return 'scheduled'
  if (/TRASH|DELETED/.test(status)) return 'trash'
  left.push(m.unknownState(status || '–'))
  return 'draft'
}

function titleOf(entry: XmlElement): string {
  const title = childOf(entry, 'title')
  const words = textOfEntry(entry, 'title')
  return (title?.attributes.type === 'html' ? plainTextOfHtml(words) : words).replace(/(?<!\s)\s+/g, ' ')
}

function addressOf(entry: XmlElement, base: string): string {
  const said = textOfEntry(entry, 'blogger:filename') || linkOf(entry, 'alternate')
  return said === '' ? '' : pathOfAddress(said, base)
}

/** "Unknown" stands where the account is gone. */
export function authorOf(entry: XmlElement): string {
  const author = childOf(entry, 'author')
  const name = author ? textOfEntry(author, 'name') : ''
  return name === 'Unknown' ? '' : name
}

/** Blogger hides addresses behind one of its own. */
export function mailOf(entry: XmlElement): string {
  const author = childOf(entry, 'author')
  const mail = author ? textOfEntry(author, 'email') : ''
  return /^noreply@blogger\.com$/i.test(mail) ? '' : mail
}

function enclosures(entry: XmlElement): string {
  return childrenOf(entry, 'link')
    .filter(({ attributes }) => attributes.rel === 'enclosure' && /^(audio|video)\//.test(attributes.type ?? ''))
    .map(({ attributes }) => {
      const kind = attributes.type?.startsWith('video') ? 'video' : 'audio'
      return `<${kind} src="${escaped(attributes.href ?? '')}"></${kind}>`
    })
    .join('')
}

const labelKey = (label: string): Key => `label:${label}`

/** A label, and where its page was. */
export function* labelItems(label: string): Generator<Item> {
  const slug = addressWords(label) || encodeURIComponent(label)
  yield { kind: 'term', key: labelKey(label), as: 'topic', name: label, slug, within: null }
  yield {
    kind: 'redirect',
    from: `/search/label/${encodeURIComponent(label)}`,
    to: `/topics/${encodeURIComponent(slug)}`,
  }
}

export function bloggerComment(entry: XmlElement): CommentItem | LeftItem {
  const key = keyOfEntry(entry)
  const answered = childrenOf(entry, 'thr:in-reply-to')[0]
  const of = textOfEntry(entry, 'blogger:parent') || answered?.attributes.ref || ''
  const above = textOfEntry(entry, 'blogger:inReplyTo') || relatedId(linkOf(entry, 'related'), key)
  const text = plainTextOfHtml(textOfEntry(entry, 'content'))
  const name = authorOf(entry)
  const state = isRemoved(entry) ? 'gone' : stateOfComment(statusOf(entry), text)
  const left = (why: string): LeftItem => ({ kind: 'left', what: 'comment', name: name || key, why })
  if (of === '') return left(m.commentOnLeft)
  if (text === '' && state !== 'gone') return left(m.emptyComment)
  return {
    kind: 'comment',
    key,
    of,
    parent: above === '' || above === of || above === key ? null : above,
    state,
    name,
    mail: mailOf(entry),
    text: state === 'gone' ? '' : text,
    earlier: [],
    at: momentOfEntry(entry, 'published') ?? momentOfEntry(entry, 'blogger:created') ?? 0,
    reason: state === 'rejected' ? 'trash' : '',
  }
}

function stateOfComment(status: string, text: string): CommentState {
  if (status === 'LIVE') return 'approved'
  if (status.includes('SPAM')) return 'spam'
  if (/TRASH|DELETED|REMOVED/.test(status)) return text === '' ? 'gone' : 'rejected'
  return 'held'
}

/** Of the comment that one answers, which the older layout names by the address of its feed. */
function relatedId(address: string, key: Key): string {
  const number = /\/(\d{1,30})(?:\?|$)/.exec(address)?.[1]
  const prefix = key.lastIndexOf('.post-')
  return number && prefix >= 0 ? `${key.slice(0, prefix)}.post-${number}` : ''
}
