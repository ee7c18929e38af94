/** Ghost's file of redirects, which is downloaded apart: JSON, or YAML since 2020. */
import { parse } from 'yaml'
import { ghostMessages as m } from '../../../messages/index.ts'
import type { Item } from '../../items/index.ts'
import { fieldText, isRow, type Row } from '../json/row-values.ts'

/** Whether it is such a file. */
export const isRedirectFile = (start: string): boolean =>
  /^\s*\[\s*\{\s*"(?:from|to|permanent)"/.test(start) || /^(?:#[^\n]*\n|\s)*30[12]:\s*\n/.test(start)

/** Each line of it; null where the text is none. */
export function redirectsOf(text: string): Item[] | null {
  const rows = rowsOf(text)
  return (
    rows?.map((row): Item => {
      const written = fieldText(row, 'from')
      const from = written.replace(/^\^/, '').replace(/\$$/, '').replaceAll('\\/', '/')
      // A slash at the end may be left out, in most of them.
      const plain = from.replace(/\/\??$/, '/')
      if (!plain.startsWith('/') || /[\\()[\]*+?|^$]/.test(plain))
        return { kind: 'left', what: 'redirect', name: written, why: m.redirectByPattern }
      return { kind: 'redirect', from: plain, to: fieldText(row, 'to') }
    }) ?? null
  )
}

function rowsOf(text: string): Row[] | null {
  try {
    const read: unknown = text.trimStart().startsWith('[') ? JSON.parse(text) : parse(text)
    if (Array.isArray(read)) return read.filter(isRow)
    if (!isRow(read)) return null
    return ['301', '302'].flatMap((code) =>
      isRow(read[code]) ? Object.entries(read[code]).map(([from, to]) => ({ from, to })) : [],
    )
  } catch {
    return null
  }
}
