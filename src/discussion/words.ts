/** What a person typed into a form, checked and cleaned without changing what it says. */
import { foldAddress } from '../people/index.ts'

export const LONGEST_TEXT = 10_000
export const LONGEST_NAME = 80
const LONGEST_MAIL = 254

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
  const name = tidy(form.name).replace(/\s+/g, ' ').trim()
  // Folded as it comes, so that all that bears an address is found by it, whichever database it is in.
  const mail = foldAddress(tidy(form.mail))
  const text = checkText(form.text)
  if (typeof text !== 'string') return text
  if (name === '') return { field: 'name', sentence: 'Give the name that should stand above your comment.' }
  if (lengthOf(name) > LONGEST_NAME) return { field: 'name', sentence: `Keep the name to ${LONGEST_NAME} characters.` }
  if (mail.length > LONGEST_MAIL || (mail !== '' && !/^[^\s@]+@[^\s@]+$/.test(mail))) {
    return { field: 'mail', sentence: 'That does not look like a mail address; put it right or leave it empty.' }
  }
  return { name, mail: mail || null, text }
}

/** A comment's text as it will be kept, or what has to be put right. */
export function checkText(typed: string): string | FormProblem {
  const text = tidy(typed.replace(/\r\n?/g, '\n')).replace(/^(\s*\n)+|\s+$/g, '')
  if (!/[^\s\p{Cf}\u3164\u2800]/u.test(text)) return { field: 'text', sentence: 'Write something before you send it.' }
  const length = lengthOf(text)
  if (length > LONGEST_TEXT) {
    return {
      field: 'text',
      sentence: `A comment can have ${LONGEST_TEXT.toLocaleString('en')} characters; this one has ${length.toLocaleString('en')}. Shorten it and send it again.`,
    }
  }
  return text
}

/** Without control characters (PostgreSQL keeps no NUL, pages no other), and in composed form. */
const tidy = (value: string): string =>
  value.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')

const lengthOf = (value: string): number => [...value].length
