import { createHash } from 'node:crypto'
import { commentExportMessages as m } from '../../../messages/index.ts'
import type { CommentItem, CommentState, Key, LeftItem, LeftKind, ThreadItem } from '../../items/index.ts'

/** A comment as a service's export tells it. */
export interface Told {
  /** Empty where it has none: then it is known by what it says. */
  key: Key
  of: Key
  /** Empty where it answers none. */
  parent: Key
  state: CommentState
  name: string
  mail: string
  /** Plain text. */
  text: string
  earlier?: { text: string; at: number | null }[]
  at: number | null
  reason?: string
}

/**
 * The comment, or why it isn't taken. What was deleted keeps no words and nobody's name, and one that never had words
 * (only a picture, say) keeps its place in the thread alike.
 */
export function commentItem(told: Told): CommentItem | LeftItem {
  const name = told.name.trim() || m.anonymous
  const text = told.text.trim()
  if (told.of === '') return leftComment(name, text, m.noStory)
  if (told.at === null) return leftComment(name, text, m.noTime)
  const isGone = told.state === 'gone' || text === ''
  return {
    kind: 'comment',
    key: told.key || hashOf(told.of, String(told.at), name, text),
    of: told.of,
    parent: told.parent || null,
    state: isGone ? 'gone' : told.state,
    name: isGone ? m.anonymous : name,
    mail: isGone ? '' : told.mail.trim(),
    text: isGone ? '' : text,
    earlier: isGone
      ? []
      : (told.earlier ?? []).flatMap(({ text, at }) => (text.trim() && at !== null ? [{ text: text.trim(), at }] : [])),
    at: told.at,
    reason: isGone ? '' : (told.reason ?? ''),
  }
}

export function threadItem(told: { key: Key } & Partial<ThreadItem>): ThreadItem | LeftItem {
  const thread = { kind: 'thread' as const, identifiers: [], addresses: [], title: '', closed: false, ...told }
  if (thread.key === '') return leftItem('thread', thread.title || (thread.addresses[0] ?? ''), m.noKey)
  return thread
}

export function leftItem(what: LeftKind, name: string, why: string): LeftItem {
  return { kind: 'left', what, name: name.trim() || m.anonymous, why }
}

/** As long as tells a comment from others of the same author. */
const BEGINNING = 60

function leftComment(name: string, text: string, why: string): LeftItem {
  return leftItem('comment', m.commentBy(name, text.slice(0, BEGINNING)), why)
}

function hashOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32)
}
