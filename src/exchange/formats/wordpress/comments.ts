/** The comments of a WordPress item, and what else it keeps as comments. */
import { decodeHTMLStrict } from 'entities'
import { exportItemMessages as m } from '../../../messages/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import type { CommentItem, CommentState, Item, LeftItem, LeftKind, NoteItem } from '../../items/index.ts'
import { childrenOf, type XmlElement } from '../xml/index.ts'
import { type PhpValue, phpField } from './php.ts'
import { fieldOf, metaOf, readDay } from './record.ts'

interface Of {
  /** The story's key; null where it is not taken, and why. */
  key: string | null
  why: string
  /** States that comments had before their story went to the bin, by their ids. */
  before: PhpValue | undefined
  /** Milliseconds that the site's clocks are ahead of UTC. */
  ahead: number
}

/** An item for each: since WordPress 6.9 some are colleagues' private notes, whatever their state says. */
export function* commentItems(item: XmlElement, of: Of): Generator<Item> {
  const comments = childrenOf(item, 'wp:comment').map((element) => read(element, of))
  const byId = new Map(comments.map((one) => [one.id, one]))
  const kindOf = (one: Raw) => (of.key === null ? 'left' : one.kind)
  /** The nearest above it that is of its own kind: what is left out has no place in a thread. */
  const parentOf = (one: Raw): string | null => {
    let above = byId.get(one.parent)
    for (let steps = 0; above && steps < 1000; steps++) {
      if (above.kind === one.kind) return above.id
      above = byId.get(above.parent)
    }
    // It may be one of another file.
    return one.parent !== '' && one.parent !== '0' && !byId.has(one.parent) ? one.parent : null
  }
  for (const one of comments) {
    const kind = kindOf(one)
    if (kind === 'comment') yield commentOf(one, of, parentOf(one))
    else if (kind === 'note') yield noteOf(one, of, parentOf(one))
    else yield leftOf(one, of)
  }
}

interface Raw {
  id: string
  parent: string
  type: string
  kind: 'comment' | 'note' | 'left'
  approved: string
  name: string
  mail: string
  text: string
  at: number
  isDone: boolean
}

function read(element: XmlElement, of: Of): Raw {
  const type = fieldOf(element, 'wp:comment_type').toLowerCase()
  const approved = fieldOf(element, 'wp:comment_approved').toLowerCase()
  const text = plainTextOfHtml(fieldOf(element, 'wp:comment_content'))
  const local = readDay(fieldOf(element, 'wp:comment_date'))
  const isNote = type === 'note' && !/^(trash|post-trashed|spam)$/.test(approved)
  const isComment = type === '' || type === 'comment'
  return {
    id: fieldOf(element, 'wp:comment_id'),
    parent: fieldOf(element, 'wp:comment_parent'),
    type,
    kind: text === '' ? 'left' : isNote ? 'note' : isComment ? 'comment' : 'left',
    approved,
    // WordPress keeps names as HTML has them: “Smith &amp; Sons”.
    name: decodeHTMLStrict(fieldOf(element, 'wp:comment_author')),
    mail: fieldOf(element, 'wp:comment_author_email'),
    text,
    at: readDay(fieldOf(element, 'wp:comment_date_gmt')) ?? (local === null ? 0 : local - of.ahead),
    isDone: approved === '1' || metaOf(element, 'wp:commentmeta').get('_wp_note_status') === 'resolved',
  }
}

/** What was in the bin there is told from what the desk turned down. */
const commentOf = (one: Raw, of: Of, parent: string | null): CommentItem => ({
  kind: 'comment',
  key: one.id,
  of: of.key ?? '',
  parent,
  state: stateOf(one, of),
  name: one.name,
  mail: one.mail,
  text: one.text,
  earlier: [],
  at: one.at,
  reason: one.approved === 'trash' ? 'trash' : '',
})

function stateOf({ id, approved }: Raw, { before }: Of): CommentState {
  const state = approved === 'post-trashed' ? String(phpField(before, id) ?? '') : approved
  if (state === '1' || state === 'approve' || state === 'approved') return 'approved'
  if (state === 'spam') return 'spam'
  if (state === 'trash') return 'rejected'
  return 'held'
}

const noteOf = (one: Raw, of: Of, parent: string | null): NoteItem => ({
  kind: 'note',
  key: one.id,
  of: of.key ?? '',
  parent,
  name: one.name,
  text: one.text,
  at: one.at,
  isDone: one.isDone,
})

function leftOf(one: Raw, of: Of): LeftItem {
  const name = one.name === '' ? one.text.slice(0, 80) : one.name
  const what = whatLeft(one)
  return { kind: 'left', what, name, why: of.key === null ? of.why : whyLeft(what, one) }
}

function whatLeft({ type }: Raw): LeftKind {
  if (type === 'pingback' || type === 'trackback' || type === 'note') return type
  if (type === 'webmention') return 'pingback'
  return /like|reaction|repost|boost|announce|favorite|activitypub/.test(type) ? 'like' : 'comment'
}

function whyLeft(what: LeftKind, { text }: Raw): string {
  if (what === 'like') return m.liking
  if (what !== 'comment' && what !== 'note') return m.answerFromElsewhere
  return text === '' ? m.emptyComment : m.otherComment
}
