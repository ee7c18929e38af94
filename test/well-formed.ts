/** A strict reading of markup, for tests: what browsers forgive is an error here. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
/** Elements that a paragraph cannot hold: browsers would end it before them. */
const BLOCK =
  /^(address|article|aside|blockquote|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre|section|table|ul)$/
const TAG = /<(\/?)([a-z][a-z0-9:-]*)((?:\s+[a-zA-Z_:][\w:.-]*(?:="[^"<]*")?)*)\s*(\/?)>/y
const ENTITY = /&(?:amp|lt|gt|quot|#39|#\d+|#x[\da-f]+);/y

export interface Element {
  name: string
  attributes: Record<string, string>
  text: string
}

/**
 * The elements of a document in order, each with all the text inside it.
 * Throws where a tag is not closed or is closed out of turn, where an attribute
 * or a "&" is not written properly, where an id stands twice, and, in HTML,
 * where a paragraph would have to hold a block.
 */
export function readStrictly(markup: string, kind: 'html' | 'xml' = 'html'): Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const ids = new Set<string>()
  const fail = (what: string, at: number): never => {
    throw new Error(`${what}: …${markup.slice(Math.max(0, at - 60), at)}⟦here⟧${markup.slice(at, at + 60)}`)
  }
  let at = kind === 'html' ? '<!doctype html>'.length : markup.indexOf('?>') + 2
  if (kind === 'html' && !markup.startsWith('<!doctype html>')) at = 0
  while (at < markup.length) {
    const inside = open.at(-1)
    if (kind === 'html' && inside?.name === 'script') {
      const end = markup.indexOf('</script', at)
      inside.text += markup.slice(at, end)
      at = end
    }
    const character = markup[at]
    if (character === '<') {
      TAG.lastIndex = at
      const tag = TAG.exec(markup) ?? fail('not a tag', at)
      const [whole, closing, name = '', attributes = '', selfClosing] = tag
      if (closing) {
        const closed = open.pop()
        if (closed?.name !== name) fail(`</${name}> closes <${closed?.name}>`, at)
        const outer = open.at(-1)
        if (outer && closed) outer.text += closed.text
      } else {
        const element: Element = { name, attributes: {}, text: '' }
        for (const [, key = '', value = ''] of attributes.matchAll(/([a-zA-Z_:][\w:.-]*)(?:="([^"]*)")?/g)) {
          if (key in element.attributes) fail(`${key} stands twice`, at)
          element.attributes[key] = withoutEntities(value)
        }
        const { id } = element.attributes
        if (id !== undefined && ids.has(id)) fail(`the id ${id} stands twice`, at)
        if (id !== undefined) ids.add(id)
        if (kind === 'html' && BLOCK.test(name) && open.some((outer) => outer.name === 'p'))
          fail(`<${name}> in a <p>`, at)
        elements.push(element)
        if (!selfClosing && !(kind === 'html' && VOID.test(name))) open.push(element)
      }
      at += whole.length
      continue
    }
    if (character === '&') {
      ENTITY.lastIndex = at
      const [entity] = ENTITY.exec(markup) ?? fail('a bare &', at)
      if (inside) inside.text += withoutEntities(entity)
      at += entity.length
      continue
    }
    const next = markup.slice(at).search(/[<&]/)
    const end = next < 0 ? markup.length : at + next
    if (inside) inside.text += markup.slice(at, end)
    else if (markup.slice(at, end).trim() !== '') fail('text outside of everything', at)
    at = end
  }
  if (open.length > 0) fail(`<${open.at(-1)?.name}> is not closed`, markup.length)
  return elements
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const withoutEntities = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (_, decimal, hex, name) =>
    name ? (NAMED[name] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  )

/** The main part of a page, without what stands around every page. */
export const mainOf = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>') + 7)
