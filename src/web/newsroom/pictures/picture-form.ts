/** What an editor writes about a picture, as the form has it. */

import type { MadeWithAi, PictureDetails } from '../../../media/index.ts'
import { libraryMessages as m } from '../../../messages/index.ts'
import { unixLines } from '../../../text/index.ts'
import type { Form } from '../../kit/form.ts'
import { readMadeWithAi } from '../kit/made-with-ai-fields.tsx'

export interface PictureForm {
  caption: string
  credit: string
  rights: string
  place: string
  taken: string
  madeWithAi: MadeWithAi
}

const FIELDS = ['caption', 'credit', 'rights', 'place', 'taken'] as const

export const readPictureForm = (form: Form, before: MadeWithAi): PictureForm => {
  const [caption = '', credit = '', rights = '', place = '', taken = ''] = FIELDS.map((name) =>
    unixLines(form.get(name)).trim(),
  )
  return { caption, credit, rights, place, taken, madeWithAi: readMadeWithAi(form, before) }
}

/** YYYY, YYYY-MM, YYYY-MM-DD, perhaps with a time. */
const DAY = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/

/** The details as they are kept, or a sentence about what can't be. */
export const detailsOf = (form: PictureForm, focus: PictureDetails['focus']): PictureDetails | { problem: string } =>
  form.taken !== '' && (!DAY.test(form.taken) || Number.isNaN(Date.parse(form.taken)))
    ? { problem: m.badDay }
    : { ...form, focus }
