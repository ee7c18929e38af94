/** What every answer has to be, whatever was asked: each check answers a sentence about what is wrong, or nothing. */
import { readUrl } from '../../src/text/index.ts'
import { SECURITY_HEADERS } from '../../src/web/index.ts'
import { readStrictly } from '../well-formed.ts'
import type { Draft } from './draft.ts'
import { unescapeHtml } from './forms.ts'
import type { Answer } from './wire.ts'

/** What only the inside of the program says. */
const INSIDE =
  /\bat \S+ \(?(?:file:|node:|\/)[^\s)]*:\d+:\d+|node_modules\/|SQLITE_[A-Z]+|SqliteError|syntax error at or near|violates \w+ constraint|invalid byte sequence|out of range for type|select "\w+"\.|insert into "|Cannot read propert|is not a function|is not iterable/

export interface Asked {
  draft: Draft
  /** Whether the line, the headers and the encoding are what a browser would send. */
  isOrderly: boolean
}

export function faultsOf(asked: Asked, answer: Answer): string[] {
  const { status, headers, body } = answer
  const { method } = asked.draft
  const path = pathOf(asked.draft.path)
  if (status === -1) return ['no answer within a minute']
  // Node itself hangs up on CONNECT, which asks for another thing than a page.
  if (status === 0) return method === 'CONNECT' ? [] : ['the line was closed without an answer']
  const text = body.toString('utf8')
  const type = headers.get('content-type') ?? ''
  const isHtml = type.startsWith('text/html')
  const faults = [
    status >= 500 || status < 200 ? `answered ${status}` : '',
    INSIDE.test(text) ? `tells of its inside: ${INSIDE.exec(text)?.[0]}` : '',
    body.length > 0 && type === '' ? 'a body without a type' : '',
    /^\/api\//.test(path) && body.length > 0 && !/^(application\/json|text\/plain)/.test(type)
      ? `the API answered ${type}`
      : '',
    status >= 400 && method !== 'HEAD' ? sentenceFault(text, type) : '',
    headerFault(path, headers),
    isHtml && text.includes('\0') ? 'NUL in a page' : '',
    isHtml && text.length < 150_000 && text.includes('<body') ? markupFault(text) : '',
    ...givenBackFaults(asked, answer, text),
  ]
  return faults.filter(Boolean)
}

function sentenceFault(text: string, type: string): string {
  const said = type.startsWith('text/html') ? unescapeHtml(text.replace(/<style.*?<\/style>|<[^>]*>/gs, ' ')) : text
  return /[A-Z“"][^.!?]{8,}[.!?]/.test(said) ? '' : 'a mistake without a sentence'
}

function headerFault(path: string, headers: ReadonlyMap<string, string>): string {
  const missing = SECURITY_HEADERS.filter((name, index) => index % 2 === 0 && !headers.has(name))
  if (missing.length > 0) return `without ${missing.join(', ')}`
  const isKept = /^\/newsroom(\/|$)/.test(path) && !/no-store/.test(headers.get('cache-control') ?? '')
  return isKept ? 'a newsroom page that may be kept' : ''
}

/** The path as the server understands it, dots followed. */
const pathOf = (path: string): string => readUrl(path, 'http://x')?.pathname ?? path

function markupFault(text: string): string {
  try {
    readStrictly(text)
    return ''
  } catch (error) {
    return `not well-formed: ${(error as Error).message.replace(/\s+/g, ' ').slice(0, 200)}`
  }
}

/** The forms in which a stranger writes words, and the field they stand in. */
const WORDS: [action: RegExp, field: string][] = [
  [/^\/\d{4}\/\d{2}\/[^/]+\/comments$/, 'comment'],
  [/^\/receipts\/[^/]+\/edit$/, 'comment'],
  [/^\/receipts\/[^/]+\/appeal\/[^/]+$/, 'words'],
  [/^\/report\/[^/]+$/, 'words'],
]

function givenBackFaults({ draft, isOrderly }: Asked, { status, headers }: Answer, page: string): string[] {
  const [, field] = WORDS.find(([action]) => action.test(draft.path)) ?? []
  const typed = draft.fields?.find(([name]) => name === field)?.[1]
  if (
    !isOrderly ||
    !typed ||
    draft.method !== 'POST' ||
    draft.fields?.some(([name, value]) => /\p{Surrogate}/u.test(name + value))
  )
    return []
  if (typed.trim() === '' || ![200, 400, 403, 404, 409, 410, 429, 503].includes(status)) return []
  if (!headers.get('content-type')?.startsWith('text/html')) return []
  const given = flat(unescapeHtml(page))
  return given.includes(flat(typed)) ? [] : [`${status}, and what was typed into “${field}” is not given back`]
}

/** Lines may end otherwise in a form that comes back; NUL is left out of every form (src/web/kit/form.ts). */
const flat = (text: string): string => text.replaceAll('\0', '').replace(/\r\n?/g, '\n')
