/** What a page offers to whoever sees it: its forms with their fields, and its links. */

export interface FoundForm {
  action: string
  method: 'GET' | 'POST'
  isMultipart: boolean
  fields: readonly FoundField[]
}

export interface FoundField {
  name: string
  /** What a browser would send where nothing is typed; for choices all of them. */
  values: readonly string[]
  /** What a person writes freely; a file field takes a file. */
  kind: 'hidden' | 'text' | 'choice' | 'file'
}

const TAG = /<(\/?)(form|input|button|textarea|select|option)\b([^>]*)>/g
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g

/** The forms of a page, in order. `path` is where the page stands: a form without an action goes there. */
export function formsOf(html: string, path: string): FoundForm[] {
  const forms: FoundForm[] = []
  let fields: Map<string, { values: string[]; kind: FoundField['kind'] }> | null = null
  let select = ''
  let open: Omit<FoundForm, 'fields'> | null = null
  const add = (name: string | undefined, value: string, kind: FoundField['kind']) => {
    if (!fields || !name) return
    const field = fields.get(name) ?? { values: [], kind }
    field.values.push(value)
    fields.set(name, field)
  }
  for (const tag of html.matchAll(TAG)) {
    const [whole, closing, element, inside = ''] = tag
    const at = attributesOf(inside)
    if (element === 'form' && !closing) {
      open = {
        action: at.action || path,
        method: at.method?.toLowerCase() === 'post' ? 'POST' : 'GET',
        isMultipart: at.enctype === 'multipart/form-data',
      }
      fields = new Map()
    } else if (element === 'form') {
      if (open && fields) forms.push({ ...open, fields: [...fields].map(([name, field]) => ({ name, ...field })) })
      open = fields = null
    } else if (closing) {
      if (element === 'select') select = ''
    } // What nobody can step into is no one's to fill: a trap for programs.
    else if (element === 'input') add(at.name, at.value ?? '', at.tabindex === '-1' ? 'hidden' : kindOfInput(at.type))
    else if (element === 'button') {
      add(at.name, at.value ?? '', 'choice')
      if (at.formaction && open && fields)
        forms.push({
          ...open,
          action: at.formaction,
          fields: [...fields].map(([name, field]) => ({ name, ...field })),
        })
    } else if (element === 'textarea') {
      const from = (tag.index ?? 0) + whole.length
      add(at.name, unescapeHtml(html.slice(from, html.indexOf('</textarea', from)).replace(/^\n/, '')), 'text')
    } else if (element === 'select') select = at.name ?? ''
    else if (element === 'option') add(select, at.value ?? '', 'choice')
  }
  return forms
}

function kindOfInput(type = 'text'): FoundField['kind'] {
  if (type === 'hidden') return 'hidden'
  if (type === 'radio' || type === 'checkbox') return 'choice'
  return type === 'file' ? 'file' : 'text'
}

/** Where the page's links lead on this site. */
export const linksOf = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/\b(?:href|src)="(\/(?!\/)[^"#]*|\?[^"#]*)/g)].map(([, address = '']) => unescapeHtml(address)),
  ),
]

const attributesOf = (inside: string): Record<string, string> =>
  Object.fromEntries([...inside.matchAll(ATTRIBUTE)].map(([, name, value = '']) => [name, unescapeHtml(value)]))

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) =>
    name ? (NAMED[name] ?? whole) : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  )
