/** A post of Ghost's as a story. */
import { ghostMessages as m } from '../../../messages/index.ts'
import { beginningOf } from '../../../text/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import type { Key, StoryItem, StoryState } from '../../items/index.ts'
import { fieldMoment, fieldText, type Row } from '../json/row-values.ts'
import { newWriting, type Writing } from './cards.ts'
import { writeLexical } from './lexical.ts'
import { writeMobiledoc } from './mobiledoc.ts'

/** What other tables say of a post. */
export interface AroundPost {
  meta: Row
  /** In the order of the byline. */
  authors: Key[]
  /** In the order of their importance, without those that readers never saw. */
  tags: Key[]
  /** The site's address without a slash at its end; empty where it is not known. */
  site: string
}

/** Of what is left, the beginning that is repeated. */
const REPEATED = 200

export function storyOfPost(post: Row, { meta, authors, tags, site }: AroundPost): StoryItem {
  const key = fieldText(post, 'id') || fieldText(post, 'uuid') || fieldText(post, 'slug')
  const field = (name: string) => fieldText(post, name) || fieldText(meta, name)
  const state = stateOf(post, meta)
  const { html, left } = bodyOfPost(post, state)
  if (field('codeinjection_head') !== '' || field('codeinjection_foot') !== '') left.push(m.codeInjection)
  if (field('canonical_url') !== '') left.push(m.canonical(atSite(field('canonical_url'), site)))
  const slug = fieldText(post, 'slug')
  const picture = atSite(field('feature_image') || fieldText(post, 'image'), site)
  const wasOut = state !== 'draft'
  return {
    kind: 'story',
    key,
    isPage: isPage(post),
    state,
    headline: fieldText(post, 'title').trim(),
    standfirst: fieldText(post, 'custom_excerpt').trim(),
    html: atSite(html, site),
    authors,
    names: [],
    terms: tags,
    publishedAt: wasOut ? (fieldMoment(post, 'published_at') ?? fieldMoment(post, 'created_at')) : null,
    updatedAt: fieldMoment(post, 'updated_at'),
    addresses: slug === '' || state === 'draft' ? [] : [`/${slug}/`],
    identifiers: [...new Set([fieldText(post, 'comment_id'), key, fieldText(post, 'uuid'), slug].filter(Boolean))],
    picture:
      picture === ''
        ? null
        : {
            key: null,
            address: picture,
            alt: field('feature_image_alt'),
            caption: plainTextOfHtml(field('feature_image_caption')),
          },
    commentsOpen: true,
    language: '',
    searchHeadline: field('meta_title'),
    left,
  }
}

/** Old exports say it by a number. */
const isPage = (post: Row): boolean => fieldText(post, 'type') === 'page' || post.page === 1 || post.page === true

/** Who could read it decides: what was for members, or only ever sent by email, was never public. */
function stateOf(post: Row, meta: Row): StoryState {
  const status = fieldText(post, 'status')
  const visibility = fieldText(post, 'visibility')
  if (status === 'draft' || status === '') return 'draft'
  const isForAll = visibility === '' || visibility === 'public'
  const isEmailOnly = [post.email_only, meta.email_only].some((one) => one === 1 || one === true)
  if (!isForAll || isEmailOnly) return 'private'
  if (status === 'published') return 'public'
  return status === 'scheduled' ? 'scheduled' : 'private'
}

/** Written from what its editor kept; from what was last shown, where that can't be read. */
function bodyOfPost(post: Row, state: StoryState): { html: string; left: string[] } {
  const writing = newWriting()
  const isWritten =
    writeLexical(writing, fieldText(post, 'lexical')) || writeMobiledoc(writing, fieldText(post, 'mobiledoc'))
  if (!isWritten) writeHtml(writing, fieldText(post, 'html'))
  const { html, left, wallAt } = writing
  if (!isWritten && html.length === 0 && (fieldText(post, 'lexical') !== '' || fieldText(post, 'mobiledoc') !== ''))
    left.push(m.unreadableBody)
  if (wallAt === null || (state !== 'public' && state !== 'scheduled')) return { html: html.join('\n'), left }
  const behind = plainTextOfHtml(html.slice(wallAt).join('\n'))
  return {
    html: html.slice(0, wallAt).join('\n'),
    left: behind === '' ? left : [...left, m.behindWall(beginningOf(behind, REPEATED))],
  }
}

/** Ghost marks in the page itself where the part for members begins. */
function writeHtml(writing: Writing, html: string): void {
  const [before = '', ...behind] = html.split('<!--members-only-->')
  if (before !== '') writing.html.push(before)
  if (behind.length === 0) return
  writing.wallAt = writing.html.length
  writing.html.push(behind.join(''))
}

/** In an export, the site's own address is a name for it. */
export const atSite = (text: string, site: string): string => text.replaceAll('__GHOST_URL__', site)
