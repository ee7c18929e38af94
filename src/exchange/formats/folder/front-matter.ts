/** What stands above a story in a file of its own: YAML, TOML or JSON. */
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { isRow, type Row } from '../json/row-values.ts'

export interface FrontMatter {
  /** Null where it can't be read; empty where there is none. */
  fields: Row | null
  /** What stands below it. */
  body: string
  has: boolean
}

/** More than anybody writes above a story. */
const LONGEST = 64 * 1024

export function frontMatterOf(file: string): FrontMatter {
  const text = file.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const fence = /^(---|\+\+\+)[ \t]*\n/.exec(text)
  if (fence === null) return jsonOf(text)
  const from = fence[0].length
  const end = text.indexOf(`\n${fence[1]}`, from - 1)
  if (end < 0 || end > LONGEST) return { fields: {}, body: text, has: false }
  const line = text.indexOf('\n', end + 1)
  const body = line < 0 ? '' : text.slice(line + 1)
  return { fields: fieldsOf(text.slice(from, end), fence[1] === '---'), body, has: true }
}

/** Dates and times stay as they are written: which zone they are in, the format does not say. */
function fieldsOf(written: string, isYaml: boolean): Row | null {
  try {
    const read: unknown = isYaml
      ? parseYaml(written, { schema: 'core', maxAliasCount: 100, uniqueKeys: false, logLevel: 'error' })
      : parseToml(written)
    if (read === null || read === undefined) return {}
    return isRow(read) ? withoutDates(read) : null
  } catch {
    return null
  }
}

const withoutDates = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, one]) => [name, one instanceof Date ? one.toISOString() : one]))

/** Hugo takes an object of JSON too, up to a line that is its end. */
function jsonOf(text: string): FrontMatter {
  const end = /^\{\s*"/.test(text) ? text.indexOf('\n}\n') : -1
  if (end < 0 || end > LONGEST) return { fields: {}, body: text, has: false }
  try {
    const fields: unknown = JSON.parse(text.slice(0, end + 2))
    return { fields: isRow(fields) ? fields : null, body: text.slice(end + 3), has: true }
  } catch {
    return { fields: null, body: text.slice(end + 3), has: true }
  }
}

/** The first of these that holds a text, in small letters or not. */
export function firstText(fields: Row, ...names: string[]): string {
  for (const name of names) {
    const value = fields[name]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    if (typeof value === 'number') return String(value)
  }
  return ''
}

/** All texts of these: a list, or one text; names within objects too, as `{ name: … }`. */
export function allTexts(fields: Row, ...names: string[]): string[] {
  return names.flatMap((name) => {
    const value = fields[name]
    const all = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
    return all.flatMap((one) => {
      const text = isRow(one) ? firstText(one, 'name', 'title') : typeof one === 'number' ? String(one) : one
      return typeof text === 'string' && text.trim() !== '' ? text.trim() : []
    })
  })
}
