/** The menus at the head and at the foot: lines that lead to sections, topics, authors, pages and addresses. */
import { menuMessages as m } from '../messages/index.ts'
import { isOwnPath, readUrl, showsSomething } from '../text/index.ts'
import type { TermKind } from './term.ts'

export const MENUS = ['head', 'foot'] as const
export type Menu = (typeof MENUS)[number]

export type MenuItemKind = TermKind | 'page' | 'link'

/** A line as it is kept. */
export interface MenuItem {
  kind: MenuItemKind
  /** The term or page it leads to; null for a link. */
  aboutId: string | null
  /** Where a link leads; empty for the others. */
  href: string
  /** What it says; empty where it says the name of what it leads to. */
  label: string
}

/** A line as it stands now. */
export interface MenuLine extends MenuItem {
  /** Tells it from the other lines of its menu. */
  key: string
  /** What it says to readers. */
  says: string
  /** Where it leads, escaped as addresses are; null where it leads nowhere. */
  path: string | null
  /** Why no reader sees it. */
  missing: 'removed' | 'unpublished' | null
}

/** A menu with its lines; `own` is false while it fills itself. */
export interface MenuNow {
  own: boolean
  lines: MenuLine[]
}

export const MOST_LINES = 40
const LONGEST_LABEL = 60
const LONGEST_ADDRESS = 500

/** No two lines of a menu lead to the same. */
export const menuKey = ({ kind, aboutId, href }: Pick<MenuItem, 'kind' | 'aboutId' | 'href'>): string =>
  `${kind} ${aboutId ?? href}`

/** What a line says, as it is kept, or what has to be put right; `needed` where nothing else says what it leads to. */
export function checkLabel(typed: string, needed: boolean): { label: string } | { problem: string } {
  const label = typed.trim()
  if (label.length > LONGEST_LABEL) return { problem: m.labelTooLong(LONGEST_LABEL) }
  if (label === '' ? needed : !showsSomething(label)) return { problem: m.noLabel }
  return { label }
}

const MAIL = /^mailto:[^\s@]{1,64}@[^\s@]{1,255}$/i

/** An address that a menu may lead to, or what has to be put right: a path of this site, https, http or mailto. */
export function checkMenuAddress(typed: string): { href: string } | { problem: string } {
  const href = typed.trim()
  if (href === '') return { problem: m.noAddress }
  if (href.length > LONGEST_ADDRESS) return { problem: m.addressTooLong(LONGEST_ADDRESS) }
  if (href.startsWith('/')) return isOwnPath(href) ? { href } : { problem: m.badAddress }
  if (/^mailto:/i.test(href)) return MAIL.test(href) ? { href } : { problem: m.badMail }
  const url = /^https?:\/\//i.test(href) ? readUrl(href) : null
  if (!url || url.hostname === '' || url.username !== '') return { problem: m.badAddress }
  return { href: url.href }
}
