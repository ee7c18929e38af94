/** A section, a topic or an author as the fields of its page, and back. */
import type { Term, TermDetails } from '../../../paper/index.ts'
import { unixLines } from '../../../text/index.ts'
import type { Form } from '../../kit/form.ts'
import { wholeNumber } from '../../kit/whole-number.ts'

/** What stands in the fields, as typed. */
export interface TermForm {
  name: string
  slug: string
  keepAddress: boolean
  about: string
  accent: string
  tone: string
  role: string
  contact: string
  /** An id of the library; empty for none. */
  picture: string
  /** A person's id; empty for nobody. */
  person: string
  /** A name a line. */
  signs: string
  /** The term's number that this was opened as. */
  base: number
}

export const formOfTerm = (term: Term, signs: readonly string[]): TermForm => ({
  name: term.name,
  slug: term.slug,
  keepAddress: false,
  about: term.about,
  accent: term.accent,
  tone: term.tone,
  role: term.role,
  contact: term.contact,
  picture: term.pictureId ?? '',
  person: term.personId ?? '',
  signs: signs.join('\n'),
  base: term.number,
})

export const readTermForm = (form: Form): TermForm => ({
  name: form.get('name'),
  slug: form.get('slug'),
  keepAddress: form.get('keepAddress') === '1',
  about: unixLines(form.get('about')),
  accent: form.get('accent'),
  tone: form.get('tone') || 'news',
  role: form.get('role'),
  contact: form.get('contact'),
  picture: form.get('picture'),
  person: form.get('person'),
  signs: unixLines(form.get('signs')),
  base: wholeNumber(form.get('base')) ?? 0,
})

export const detailsOfTerm = (form: TermForm): TermDetails => ({
  name: form.name,
  slug: form.slug,
  about: form.about,
  accent: form.accent,
  tone: form.tone,
  role: form.role,
  contact: form.contact,
  pictureId: form.picture || null,
  personId: form.person || null,
  signs: form.signs.split('\n'),
})
