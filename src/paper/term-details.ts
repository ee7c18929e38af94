/** What an editor says of a section, a topic or an author, and what is wrong with it. */
import { termMessages as m } from '../messages/index.ts'
import { hidesSomething, NAME_HIDES, readUrl, showsSomething } from '../text/index.ts'
import { authorsOf } from './authors-of.ts'
import { ACCENTS, LONGEST_NAME, type Term, type TermKind, TONES, termKey } from './term.ts'

/** As typed. */
export interface TermDetails extends Omit<Term, 'id' | 'kind' | 'number' | 'tone'> {
  tone: string
  /** Further names that an author's stories are signed with. */
  signs: readonly string[]
}

export interface TermProblem {
  field: keyof TermDetails
  sentence: string
  /** Another that has the name already, with which it could be joined. */
  other?: Term
}

const MOST_SIGNS = 20
const LONGEST = { about: 5000, role: 120, contact: 200 } as const

/** What has to be put right, in one sentence; null where nothing has. */
export function checkDetails(kind: TermKind, details: TermDetails): TermProblem | null {
  const wrongName = checkName(kind, details.name)
  if (wrongName) return { field: 'name', sentence: wrongName }
  for (const field of ['about', 'role', 'contact'] as const)
    if (details[field].length > LONGEST[field]) return { field, sentence: m.tooLong[field](LONGEST[field]) }
  if (details.contact !== '' && contactHref(details.contact) === null)
    return { field: 'contact', sentence: m.notAContact(details.contact) }
  if (details.accent !== '' && !ACCENTS.some((accent) => accent === details.accent))
    return { field: 'accent', sentence: m.noSuchAccent }
  if (!isTone(details.tone)) return { field: 'tone', sentence: m.noSuchTone }
  if (details.signs.length > MOST_SIGNS) return { field: 'signs', sentence: m.tooManySigns(MOST_SIGNS) }
  for (const sign of details.signs) {
    const sentence = checkName('author', sign)
    if (sentence) return { field: 'signs', sentence }
  }
  return null
}

const isTone = (tone: string): boolean => TONES.some((one) => one === tone)

/** What is wrong with a name; null where nothing is. */
export function checkName(kind: TermKind, name: string): string | null {
  if (!showsSomething(name) || termKey(name) === '') return m.needsName[kind]
  if (name.length > LONGEST_NAME) return m.nameTooLong(LONGEST_NAME)
  if (hidesSomething(name)) return NAME_HIDES
  // The story's form parts topics at commas, and a byline its authors at “and”.
  if (kind === 'topic' && /[,;]/.test(name)) return m.commaInTopic
  if (kind === 'author' && (authorsOf(name).length !== 1 || authorsOf(name)[0] !== name)) return m.severalAuthors(name)
  return null
}

/** Where a contact leads: a mailbox or a web address; null for anything else. */
export function contactHref(contact: string): string | null {
  const [mailbox = '', host = '', ...more] = contact.split('@')
  if (mailbox !== '' && host.includes('.') && more.length === 0 && !/[\s/:?&<>"]/.test(contact))
    return `mailto:${contact}`
  if (!/^https?:\/\//i.test(contact)) return null
  const url = readUrl(contact)
  return url?.hostname.includes('.') ? url.href : null
}
