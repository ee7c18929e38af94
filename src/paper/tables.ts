/** The tables of this part. */
import type { TermKind, Tone } from './term.ts'

declare module '../store/schema.ts' {
  interface Schema {
    /** Sections, topics and authors: what stories are filed under and who writes them. */
    terms: {
      id: string
      kind: TermKind
      /** The last part of its address, one of its kind. */
      slug: string
      name: string
      /** A section's or topic's description, an author's biography; plain paragraphs. */
      about: string
      /** A section's colour, by name; empty for the paper's own. */
      accent: string
      tone: Tone
      /** What an author does at the paper. */
      role: string
      /** Where an author can be written to: a mail or web address. */
      contact: string
      picture_id: string | null
      /** The member of staff that an author is. */
      person_id: string | null
      /** Their order, from 0. */
      place: number
      /** Grows with every change; a change names the number it started from. */
      number: number
    }
    /** Each name, folded, by which stories mean a term: a renamed term keeps its earlier ones. */
    term_keys: {
      kind: TermKind
      key: string
      term_id: string
      /** As it was typed; empty where that was not kept yet. */
      spelling: string
    }
    /** Slugs that lead on, since what they named was renamed. */
    old_addresses: { kind: TermKind | 'page'; slug: string; about_id: string }
    /** What each published story is filed under, by names of its own, folded. */
    story_terms: {
      story_id: string
      kind: TermKind
      key: string
      /** As the story says it. */
      name: string
      /** The order in which the story names them. */
      place: number
      /** When the story first came out, in milliseconds since the epoch. */
      published_at: number
    }
    /** Pages that stand: About, Contact and the like. */
    pages: {
      id: string
      slug: string
      /** Which draft it was made from; empty for one of the paper's own. */
      kind: string
      title: string
      /** As people edit it: plain text with light markup. */
      words: string
      published: number
      /** Grows with every change; a change names the number it started from. */
      number: number
      changed_at: number
      changed_by: string | null
    }
    /** The lines of the menus, at the head and at the foot. */
    menu_items: {
      menu: 'head' | 'foot'
      place: number
      kind: TermKind | 'page' | 'link'
      /** The term or page it leads to; null for a link. */
      about_id: string | null
      /** Where a link leads; empty for the others. */
      href: string
      /** What it says; empty where it says the name of what it leads to. */
      label: string
    }
  }
}
