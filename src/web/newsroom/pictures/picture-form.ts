/** What an editor writes about a picture, as the form has it. */

import type { PictureDetails } from '../../../media/index.ts'
import { libraryMessages as m } from '../../../messages/index.ts'
import { unixLines } from '../../../text/index.ts'
import type { Form } from '../../kit/form.ts'

export interface PictureForm {
  caption: string
  credit: string
  rights: string
  place: string
  taken: string
}

const FIELDS = ['caption', 'credit', 'rights', 'place', 'taken'] as const

export const readPictureForm = (form: Form): PictureForm =>
  Object.fromEntries(FIELDS.map((name) => [name, unixLines(form.get(name)).trim()])) as unknown as PictureForm

/** YYYY, YYYY-MM, YYYY-MM-DD, perhaps with a time. */
const DAY = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/

/** The details as they are kept, or a sentence about what can't be. */
export const detailsOf = (form: PictureForm, focus: PictureDetails['focus']): PictureDetails | { problem: string } =>
  form.taken !== '' && (!DAY.test(form.taken) || Number.isNaN(Date.parse(form.taken)))
    ? { problem: m.badDay }
    : { ...form, focus }
