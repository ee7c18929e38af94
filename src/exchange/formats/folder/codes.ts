/** What a site's program filled in between the words: Liquid's tags, Hugo's shortcodes. */
import { pageExportMessages as m } from '../../../messages/index.ts'
import { escapedHtml } from '../../../text/index.ts'

const CODE = /\{\{[<%][^{}\n]{0,1000}[%>]\}\}|\{%-?[^{}\n]{0,1000}-?%\}|\{\{[^{}\n]{0,1000}\}\}/g

/** Players that themes bring with them, and the pages of what they play. */
const PLAYERS: Record<string, (id: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  gist: (id) => `https://gist.github.com/${id}`,
}

/** The words with what these meant; others are left out and said by name. A pair's own words stay. */
export function withoutCodes(body: string, site: string): { text: string; left: string[] } {
  const left = new Set<string>()
  const text = body
    // What kramdown puts behind a paragraph to say how it looks.
    .replace(/^\{:[^\n]{0,500}\}[ \t]*$/gm, '')
    .replace(CODE, (whole) => {
      const inside = whole.replace(/^\{[{%][<%-]?/, '').replace(/[%>-]?[%}]\}$/, '')
      const [, name = '', rest = ''] = /^\s*(\/?[\w.-]{1,60})([\s\S]*)$/.exec(inside) ?? []
      if (whole.startsWith('{{') && !/^\{\{[<%]/.test(whole)) return filledValue(inside, site, left)
      if (/^(?:\/|end)/.test(name)) return name === 'endhighlight' || name === '/highlight' ? '\n```\n' : ''
      if (name === 'highlight') return `\n\`\`\`${/[a-z0-9]{1,20}/i.exec(rest)?.[0] ?? ''}\n`
      if (name === 'raw' || name === 'comment') return ''
      const player = PLAYERS[name.replace(/^include$/, () => /(youtube|vimeo)/.exec(rest)?.[1] ?? 'include')]
      const id = namedValue(rest, 'id') || /^\s*"?([\w./-]{3,100})"?/.exec(rest)?.[1] || ''
      if (player && id) return `<iframe src="${escapedHtml(player(id))}"></iframe>`
      if (name === 'figure') return figureOf(rest)
      left.add(m.code(name || whole.slice(0, 60)))
      return ''
    })
  return { text, left: [...left] }
}

/** A value that stands in the text: the site's own address, or a path. */
function filledValue(inside: string, site: string, left: Set<string>): string {
  const name = inside.trim()
  if (/^site\.(?:url|baseurl)\b/.test(name)) return /^site\.url\b/.test(name) ? site : ''
  const path = /^["']([^"']{1,500})["']\s*\|\s*(?:relative_url|absolute_url|url|relURL|absURL|prepend)/.exec(name)?.[1]
  if (path) return path
  left.add(m.code(name.slice(0, 60)))
  return ''
}

function figureOf(rest: string): string {
  const [src, alt, caption] = ['src', 'alt', 'caption'].map((name) => namedValue(rest, name))
  if (!src) return ''
  const words = caption ? `<figcaption>${escapedHtml(caption)}</figcaption>` : ''
  return `<figure><img src="${escapedHtml(src)}" alt="${escapedHtml(alt ?? '')}">${words}</figure>`
}

const namedValue = (rest: string, name: string): string =>
  // linear: the names are ours, and what is matched has an end.
  new RegExp(`(?:^|\\s)${name}\\s?=\\s?["“]([^"“”]{0,1000})["”]`).exec(rest)?.[1] ?? ''
