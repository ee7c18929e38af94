/** What has been seen of the site so far: whom it shows which addresses and forms, and the ids and keys in them. */
import { type FoundForm, formsOf, linksOf } from './forms.ts'
import type { Role } from './moves.ts'
import { patternOf } from './routes.ts'
import type { Answer } from './wire.ts'

/** So many of a kind are remembered, the newest. */
const KEPT = 12

export interface KnownForm extends FoundForm {
  /** The page it was on. */
  page: string
}

export interface Memory {
  learn(role: Role, page: string, answer: Answer): void
  path(role: Role, pick: number, which: number): string
  form(role: Role, pick: number, which: number): KnownForm | null
  /** An id or key of any kind. */
  id(pick: number): string
  /** A field's name that some form has. */
  name(pick: number): string
  /** A value that was once given for this name, by a form or by an answer in JSON. */
  value(name: string, pick: number): string | null
}

export function newMemory(): Memory {
  const paths = new Map<Role, Ring<string>>()
  const forms = new Map<Role, Ring<KnownForm>>()
  const values = new Map<string, string[]>()
  const ids: string[] = ['0'.repeat(26), 'z'.repeat(26)]
  const add = (name: string, value: string) => {
    const known = values.get(name) ?? []
    if (!known.includes(value)) known.push(value)
    if (known.length > KEPT) known.shift()
    values.set(name, known)
  }
  return {
    learn(role, page, { status, headers, body }) {
      const type = headers.get('content-type') ?? ''
      const links = headers.has('location') ? [headers.get('location') as string] : []
      if (type.startsWith('application/json') && body.length < 20_000) {
        for (const [name, value] of Object.entries(jsonOf(body)))
          if (typeof value === 'string') add(name, value)
          else if (name === 'options' || name === 'challenge') add(name, JSON.stringify(value))
      }
      if (type.startsWith('text/html') && status < 500) {
        const html = body.toString('utf8')
        links.push(...linksOf(html))
        for (const form of formsOf(html, page)) {
          if (!form.action.startsWith('/')) continue
          const names = form.fields.map(({ name }) => name).join(' ')
          ringOf(forms, role).add(`${form.method} ${patternOf(form.action)} ${names}`, { ...form, page })
          for (const { name, values: given } of form.fields) for (const value of given) add(name, value)
        }
      }
      for (const link of links) {
        const address = link.startsWith('?') ? page.split('?')[0] + link : link.replace(/^https?:\/\/[^/]*/, '')
        if (!address.startsWith('/') || address.length > 500) continue
        ringOf(paths, role).add(patternOf(address), address)
        for (const [id] of address.matchAll(/[0-9a-hjkmnp-tv-z]{26,}/g)) if (!ids.includes(id)) ids.push(id)
        if (ids.length > 400) ids.splice(2, 100)
      }
    },
    path: (role, pick, which) => ringOf(paths, role).get(pick, which) ?? '/',
    form: (role, pick, which) => ringOf(forms, role).get(pick, which),
    id: (pick) => ids[ids.length - 1 - (pick % ids.length)] as string,
    name: (pick) => [...values.keys()][pick % Math.max(1, values.size)] ?? 'name',
    value: (name, pick) => values.get(name)?.[pick % (values.get(name)?.length ?? 1)] ?? null,
  }
}

interface Ring<T> {
  add(kind: string, one: T): void
  get(kind: number, which: number): T | null
}

/** The newest of each kind, so that what there is a thousand times of does not hide what there is once. */
function newRing<T>(): Ring<T> {
  const kinds = new Map<string, T[]>()
  return {
    add(kind, one) {
      const kept = kinds.get(kind) ?? []
      kept.push(one)
      if (kept.length > KEPT) kept.shift()
      kinds.set(kind, kept)
    },
    get(kind, which) {
      const kept = [...kinds.values()][kind % Math.max(1, kinds.size)]
      return kept?.[which % kept.length] ?? null
    },
  }
}

function ringOf<T>(rings: Map<Role, Ring<T>>, role: Role): Ring<T> {
  const ring = rings.get(role) ?? newRing<T>()
  rings.set(role, ring)
  return ring
}

function jsonOf(body: Buffer): object {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
