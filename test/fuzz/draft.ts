/** A move as a request: what a browser would send, and then what was changed in it. */
import type { Memory } from './memory.ts'
import type { Change, Move } from './moves.ts'
import { ROUTES, type Route } from './routes.ts'
import type { Sent } from './wire.ts'

/** A request before it is bytes. */
export interface Draft {
  method: string
  path: string
  query: [string, string][]
  /** Put behind the "?" as it is. */
  rawQuery: string
  headers: [string, string][]
  fields: [string, string][] | null
  files: string[]
  encoding: Change
  /** Sent instead of the fields. */
  bytes: Uint8Array | null
}

const PLAIN: Change = { at: 'encoding', pick: 0, how: 'urlencoded', value: '' }

const SENTENCES = [
  'The council said on Thursday that the ferry will stay.',
  'I agree with the chamber of commerce.',
  '“We will not pay twice,” said Ines Calloway, who rang the bell.',
  'See https://paper.example/bridge for the plan.',
  'ok',
]

/** GET, and nothing else. */
export const plainDraft = (path: string): Draft => ({
  method: 'GET',
  path,
  query: [],
  rawQuery: '',
  headers: [],
  fields: null,
  files: [],
  encoding: PLAIN,
  bytes: null,
})

export function draftOf(move: Move, memory: Memory, formToken: () => string): Draft {
  const { what, role, choices } = move
  const empty = plainDraft('/')
  if (what.act === 'visit') return { ...empty, ...parted(memory.path(role, what.pick, what.which)) }
  if (what.act !== 'submit') {
    const route = ROUTES[what.pick % ROUTES.length] as Route
    const draft = { ...empty, method: route.method, path: filled(route, move, memory) }
    if (route.method === 'GET') return draft
    if (what.act === 'bytes') return { ...draft, bytes: move.bytes }
    const fields = choices.slice(0, 4).map((choice): [string, string] => {
      const name = memory.name(choice)
      return [name, memory.value(name, choice) ?? '']
    })
    return { ...draft, fields }
  }
  const form = memory.form(role, what.pick, what.which)
  if (!form) return empty
  const fields = form.fields.flatMap(({ name, values, kind }, index): [string, string][] => {
    const choice = choices[index % choices.length] as number
    if (kind === 'file') return []
    if (kind === 'choice')
      return choice % 4 === 0 && values.length === 1 ? [] : [[name, values[choice % values.length] as string]]
    if (kind === 'hidden') return [[name, values.at(-1) as string]]
    if (choice % 3 === 0) return [[name, values.at(-1) as string]]
    if (name === 'mail') return [[name, `reader${choice % 50}@paper.example`]]
    return [
      [name, choice % 3 === 1 ? (move.typed[index % 2] as string) : (SENTENCES[choice % SENTENCES.length] as string)],
    ]
  })
  if (/\/comments$/.test(form.action) && !fields.some(([name]) => name === 'token')) fields.push(['token', formToken()])
  const files = form.fields.filter(({ kind }) => kind === 'file').map(({ name }) => name)
  const draft = { ...empty, ...parted(form.action), method: form.method }
  if (form.method === 'GET') return { ...draft, query: fields }
  return { ...draft, fields, files, encoding: form.isMultipart ? { ...PLAIN, how: 'multipart' } : PLAIN }
}

function parted(address: string): { path: string; rawQuery: string } {
  const at = address.indexOf('?')
  return at < 0 ? { path: address, rawQuery: '' } : { path: address.slice(0, at), rawQuery: address.slice(at + 1) }
}

function filled({ segments }: Route, { choices, typed }: Move, memory: Memory): string {
  const parts = segments.map((segment, index) => {
    if ('fixed' in segment) return segment.fixed
    const choice = choices[index % choices.length] as number
    if (segment.name === 'year') return ['2026', '2024', '0000', '9999'][choice % 4]
    if (segment.name === 'month') return ['05', '00', '13', '99'][choice % 4]
    if (segment.shape?.includes('|')) return segment.shape.split('|')[choice % segment.shape.split('|').length]
    if (segment.shape) return ['1', '2147483648', '9007199254740993', '99999999999999999999', '0'][choice % 5]
    return choice % 4 === 0 ? escaped(typed[index % 2] as string) : memory.id(choice)
  })
  return `/${parts.join('/')}`
}

/** The draft with what was changed in it. */
export const changed = (draft: Draft, changes: readonly Change[], memory: Memory): Draft =>
  changes.reduce((before, change) => CHANGES[change.at](before, change, memory), draft)

const CHANGES: Record<Change['at'], (draft: Draft, change: Change, memory: Memory) => Draft> = {
  field(draft, { pick, how, value }, memory) {
    if (!draft.fields) return { ...draft, query: [...draft.query, [memory.name(pick), value]] }
    const fields = [...draft.fields]
    const at = pick % Math.max(1, fields.length)
    const [name = memory.name(pick), old = ''] = fields[at] ?? []
    if (how === 'drop') fields.splice(at, 1)
    else if (how === 'double') fields.splice(at, 0, [name, memory.value(name, pick) ?? old])
    else if (how === 'more') fields.push([memory.name(pick), value])
    else if (how === 'name') fields[at] = [value, old]
    else if (how === 'another id') fields[at] = [name, memory.id(pick)]
    else fields[at] = [name, how === 'empty' ? '' : value]
    return { ...draft, fields }
  },
  path(draft, { pick, how, value }, memory) {
    const parts = draft.path.split('/')
    const at = 1 + (pick % Math.max(1, parts.length - 1))
    const old = parts[at] ?? ''
    if (how === 'slash') parts[at] = `${old}%2f${old}`
    else if (how === 'dots') parts.splice(at, 0, ['.', '..', '%2e%2e', '%2e'][pick % 4] as string)
    else if (how === 'double') parts.splice(at, 0, '')
    else if (how === 'end') parts.push('')
    else if (how === 'long') parts[at] = 'a'.repeat(7000)
    else if (how === 'another id') parts[at] = memory.id(pick)
    else parts[at] = how === 'raw' ? value : escaped(value)
    return { ...draft, path: parts.join('/') }
  },
  query(draft, { pick, how, value }, memory) {
    if (how === 'raw') return { ...draft, rawQuery: value }
    const name = [
      'q',
      'after',
      'before',
      'days',
      'waited',
      'story',
      'speaker',
      'about',
      'limit',
      'done',
      memory.name(pick),
    ][pick % 11] as string
    return { ...draft, query: [...draft.query, [name, how === 'known' ? memory.id(pick) : value]] }
  },
  method: (draft, { how }) => ({ ...draft, method: how }),
  header: (draft, { how, value, pick }) => ({
    ...draft,
    headers: [
      ...draft.headers.filter(([name]) => name !== how),
      [how, how === 'Accept' && pick % 2 === 0 ? 'application/json' : oneLine(value)],
    ],
  }),
  cookie(draft, { how, value }) {
    const old = draft.headers.find(([name]) => name === 'Cookie')?.[1] ?? ''
    const others = draft.headers.filter(([name]) => name !== 'Cookie')
    if (how === 'none') return { ...draft, headers: others }
    const cookie = {
      odd: `courant_session=${oneLine(value)}; courant_reader=${oneLine(value)}; courant_form=${oneLine(value)}`,
      huge: `courant_reader=${'x'.repeat(9000)}; ${old}`,
      double: `${old}; ${old}`,
      name: `${old}; __proto__=1; ${oneLine(value)}; =; ;;`,
    }[how as 'odd']
    return { ...draft, headers: [...others, ['Cookie', cookie]] }
  },
  encoding: (draft, change) => ({ ...draft, encoding: change }),
}

/** What can stand in a header; the rest would end it. */
const oneLine = (value: string): string =>
  Buffer.from(value.replace(/[\r\n\0]/g, ''), 'utf8')
    .toString('latin1')
    .slice(0, 2000)

export function bytesOf(draft: Draft): Sent {
  const query = [draft.rawQuery, urlEncoded(draft.query)].filter(Boolean).join('&')
  // What would end the line is left out: the rest would be another request.
  const target = Buffer.from(query ? `${draft.path}?${query}` : draft.path, 'utf8')
    .toString('latin1')
    .replace(/[\r\n]/g, '')
  const headers = [...draft.headers]
  const { type, body } = bodyOf(draft)
  if (body) {
    if (type !== null) headers.push(['Content-Type', type])
    if (!headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name)))
      headers.push(['Content-Length', `${body.length}`])
  }
  return { method: draft.method, target, headers, body }
}

function bodyOf({ fields, files, encoding: { how, value }, bytes }: Draft): {
  type: string | null
  body: Buffer | null
} {
  const form = 'application/x-www-form-urlencoded'
  if (bytes)
    return { type: how === 'none' ? null : how === 'json' ? 'application/json' : form, body: Buffer.from(bytes) }
  if (!fields) return { type: null, body: null }
  const plain = Buffer.from(urlEncoded(fields))
  if (how === 'json') return { type: 'application/json', body: Buffer.from(JSON.stringify(Object.fromEntries(fields))) }
  if (how === 'text') return { type: 'text/plain', body: plain }
  if (how === 'none') return { type: null, body: plain }
  if (how === 'charset') return { type: `${form}; charset=utf-16`, body: plain }
  if (how === 'urlencoded') return { type: form, body: plain }
  const boundary = how === 'boundary' ? oneLine(value) : 'a-line-between'
  const name = how === 'disposition' || how === 'file' ? oneLine(value) : 'page.html'
  const parts = [
    ...fields.map(
      ([field, text]) =>
        `Content-Disposition: form-data; name="${field.replace(/["\r\n]/g, encodeURIComponent)}"\r\n\r\n${text}`,
    ),
    ...files.map(
      (field) =>
        `Content-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: text/html\r\n\r\n<p>${value}</p>`,
    ),
    ...(how === 'disposition' ? [`Content-Disposition: ${name}\r\n\r\nx`, 'x', ''] : []),
    ...(how === 'file' ? [`Content-Disposition: form-data; name="comment"; filename="${name}"\r\n\r\n${value}`] : []),
  ]
  const body =
    parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('') + (how === 'unended' ? '' : `--${boundary}--\r\n`)
  return {
    type: `multipart/form-data${how === 'boundary' ? `; boundary=${boundary}` : '; boundary=a-line-between'}`,
    body: Buffer.from(body),
  }
}

const urlEncoded = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&')

/** Half a pair of surrogates is escaped as the three bytes that no UTF-8 has. */
const escaped = (text: string): string =>
  [...text]
    .map((one) =>
      /[A-Za-z0-9._~-]/.test(one)
        ? one
        : /[\ud800-\udfff]/.test(one) && one.length === 1
          ? surrogate(one)
          : encodeURIComponent(one),
    )
    .join('')

const surrogate = (half: string): string => {
  const code = half.charCodeAt(0)
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]
    .map((byte) => `%${byte.toString(16)}`)
    .join('')
}
