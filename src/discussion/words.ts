/** What a person typed into a form, checked and cleaned without changing what it says. */

import { foldAddress } from '../access/index.ts'
import { commentingMessages as m } from '../messages/index.ts'
import { hidesSomething, LONGEST_NAME, NAME_HIDES, normalForm, showsSomething, unixLines } from '../text/index.ts'

export const LONGEST_TEXT = 10_000
const LONGEST_MAIL = 254

/** So many code units of what arrives may make one character that is kept: a letter and its accents come apart. */
const UNITS = 4

export interface CommentForm {
  name: string
  mail: string
  text: string
  /** Whether answers are to be told to that address. */
  tell?: boolean
}

export type FormProblem = { field: 'name' | 'mail' | 'text'; sentence: string }

/** The words as they will be kept, or what has to be put right. Lengths are in characters as people count them. */
export function checkForm(form: CommentForm): { name: string; mail: string | null; text: string } | FormProblem {
  const text = checkText(form.text)
  if (typeof text !== 'string') return text
  // What no name or address comes near is not looked at.
  if (form.name.length > LONGEST_NAME * UNITS) return longName()
  if (form.mail.length > LONGEST_MAIL * UNITS) return NO_MAIL
  const name = tidy(form.name).replace(/\s+/g, ' ').trim()
  // Folded as it comes, so that all that bears an address is found by it, whichever database it is in.
  const mail = foldAddress(tidy(form.mail))
  if (!showsSomething(name)) return { field: 'name', sentence: m.noName }
  if (lengthOf(name) > LONGEST_NAME) return longName()
  if (hidesSomething(name)) return HIDING_NAME
  if (mail.length > LONGEST_MAIL || (mail !== '' && !/^[^\s@]+@[^\s@]+$/.test(mail))) return NO_MAIL
  return { name, mail: mail || null, text }
}

const longName = (): FormProblem => ({ field: 'name', sentence: m.longName(LONGEST_NAME) })
const HIDING_NAME: FormProblem = { field: 'name', sentence: NAME_HIDES }
const NO_MAIL: FormProblem = { field: 'mail', sentence: m.noEmail }

/** A comment's text as it will be kept, or what has to be put right. Its length is looked at before anything else. */
export function checkText(typed: string): string | FormProblem {
  if (typed.length > LONGEST_TEXT * UNITS) return tooLong(m.farTooLong(LONGEST_TEXT, LONGEST_TEXT * UNITS))
  const text = tidy(unixLines(typed))
    .replace(/^\s*\n/, '')
    .trimEnd()
  if (!showsSomething(text)) return { field: 'text', sentence: m.noText }
  const length = lengthOf(text)
  return length > LONGEST_TEXT ? tooLong(m.tooLong(LONGEST_TEXT, length)) : text
}

const tooLong = (sentence: string): FormProblem => ({ field: 'text', sentence })

/** Without control characters (PostgreSQL keeps no NUL, pages no other), and in composed form. */
const tidy = (value: string): string =>
  normalForm(value, 'NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')

/** Two code units may be one character. Counted, not spread: what is far too long would be spread as well. */
function lengthOf(value: string): number {
  let length = value.length
  for (let i = 1; i < value.length; i++) {
    const isSecond = (value.charCodeAt(i) & 0xfc00) === 0xdc00
    if (isSecond && (value.charCodeAt(i - 1) & 0xfc00) === 0xd800) length--
  }
  return length
}
