/** What is changed in a page for a copy of it, and where what it shows and leads to lies. */
import { decodeHTMLStrict } from 'entities'
import { leavingMessages as m } from '../../../messages/index.ts'
import { escapedHtml, readUrl } from '../../../text/index.ts'
import { copiedPath } from './addresses.ts'

export interface CopyFrame {
  /** Where readers will reach the copy. */
  site: URL
  /** Where the site goes on running, without a slash at the end; null where it does not. */
  server: string | null
  /** Whether comments are taken there from the copy: its site is listed. */
  takesComments: boolean
}

/** Attributes that lead somewhere, as the site writes them. */
const LEADS = /\s(href|src|srcset|poster|content)="([^"]*)"/g

/**
 * The page without forms and without links to what only a server can answer. The form of comments is sent to where the
 * site is running; where none are taken there from a copy, a link leads to the same page there.
 */
export function copiedPage(html: string, path: string, { site, server, takesComments }: CopyFrame): string {
  const formOf = (form: string) =>
    server === null ? '' : takesComments ? copiedForm(form, server) : writeThere(server + path)
  return withForms(html, formOf).replace(LEADS, (whole, name: string, value: string) => {
    if (name !== 'href' || !value.startsWith('/') || value.startsWith('//')) return whole
    const address = readUrl(decodeHTMLStrict(value), new URL(path, site).href)
    if (!address || copiedPath(address, site) !== null) return whole
    return server === null ? '' : ` href="${server}${value}"`
  })
}

const writeThere = (address: string) => `<p><a href="${escapedHtml(`${address}#write`)}">${m.writeThere}</a></p>`

/** Without what the browser would fetch from the copy's own host while somebody writes. */
const copiedForm = (form: string, server: string): string =>
  form
    .replace(' action="/', () => ` action="${escapedHtml(server)}/`)
    .replace('<span class="form-token" aria-hidden="true"></span>', '')
    .replace(/<iframe class="form-proof"[^>]*><\/iframe>/, '')

/** The page with the form of comments as `formOf` has it, and without any other. */
function withForms(html: string, formOf: (form: string) => string): string {
  let made = ''
  let from = 0
  for (let at = html.indexOf('<form '); at >= 0; at = html.indexOf('<form ', from)) {
    const end = html.indexOf('</form>', at)
    if (end < 0) break
    const isWritten = html.slice(at, html.indexOf('>', at)).includes('class="comment-form"')
    const next = end + '</form>'.length
    made += html.slice(from, at) + (isWritten ? formOf(html.slice(at, next)) : '')
    from = next
  }
  return made + html.slice(from)
}

/** The paths of the site that a file names, to be copied as well. */
export function* pathsIn(text: string, type: string, path: string, { site }: CopyFrame): Generator<string> {
  for (const named of namedIn(text, type)) {
    const address = readUrl(named, new URL(path, site).href)
    const copied = address && copiedPath(address, site)
    if (copied) yield copied
  }
}

function* namedIn(text: string, type: string): Generator<string> {
  if (type.startsWith('text/html'))
    for (const [, name, value = ''] of text.matchAll(LEADS)) {
      if (name === 'srcset')
        for (const one of value.split(',')) yield decodeHTMLStrict(one.trim().split(' ', 1)[0] ?? '')
      // A description may be anything; an address begins with its scheme.
      else if (name !== 'content' || /^https?:/.test(value)) yield decodeHTMLStrict(value)
    }
  else if (type.startsWith('text/css')) for (const [, value = ''] of text.matchAll(/url\(["']?([^"')]+)/g)) yield value
  else if (type.includes('json')) for (const [, value = ''] of text.matchAll(/"src":"([^"]*)"/g)) yield value
  else if (type.includes('xml'))
    for (const [, loc, href] of text.matchAll(/<loc>([^<]*)<|\shref="([^"]*)"/g))
      yield decodeHTMLStrict(loc ?? href ?? '')
}

/** A page that leads on, for servers that know no other way. */
export const leadingPage = (to: string): string =>
  `<!doctype html><meta charset="utf-8"><link rel="canonical" href="${escapedHtml(to)}"><meta http-equiv="refresh" content="0; url=${escapedHtml(to)}"><a href="${escapedHtml(to)}">${escapedHtml(to)}</a>\n`
