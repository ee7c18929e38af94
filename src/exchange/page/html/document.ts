/** A page as a tree, as a browser would make it of whatever was given: a whole page, one without its optional tags, a fragment. */
import { parseHTML } from 'linkedom'

const HEAD = new Set(['TITLE', 'META', 'LINK', 'BASE', 'STYLE', 'SCRIPT'])
const FRAME = new Set(['HTML', 'HEAD', 'BODY'])

/**
 * The document, with html, head and body. The parser makes none of these where
 * the page leaves them out, and nests a body in a head that was not closed;
 * here what stands in the tree is put where it belongs.
 */
export function documentOf(html: string): Document {
  const { document } = parseHTML(html)
  const root = document.documentElement
  const top = [...document.childNodes].filter((node) => node.nodeType === 1 || !isBlank(node))
  const isWhole =
    root?.tagName === 'HTML' &&
    top.every((node) => node === root || node.nodeType > 7) &&
    [...root.children].map(({ tagName }) => tagName).join() === 'HEAD,BODY' &&
    [...(root.children[0]?.children ?? [])].every(({ tagName }) => HEAD.has(tagName) || tagName === 'NOSCRIPT')
  return (isWhole ? document : completed([...document.childNodes])) as unknown as Document
}

type Node = ReturnType<typeof parseHTML>['document']['childNodes'][number]

const EMPTY = '<!doctype html><html><head></head><body></body></html>'

function completed(nodes: readonly Node[]) {
  const { document } = parseHTML(EMPTY)
  const place = (node: Node): void => {
    const element = node.nodeType === 1 ? (node as unknown as Element) : null
    if (element && FRAME.has(element.tagName)) {
      const into = element.tagName === 'BODY' ? document.body : document.documentElement
      for (const { name, value } of [...element.attributes])
        if (element.tagName !== 'HEAD' && !into.hasAttribute(name)) into.setAttribute(name, value)
      for (const child of [...element.childNodes]) place(child as unknown as Node)
    } else if (element && HEAD.has(element.tagName) && document.body.childNodes.length === 0)
      document.head.appendChild(node)
    else if (node.nodeType === 1 || (node.nodeType === 3 && !(isBlank(node) && document.body.childNodes.length === 0)))
      document.body.appendChild(node)
  }
  for (const node of nodes) place(node)
  return document
}

const isBlank = (node: { nodeType: number; textContent: string | null }): boolean =>
  node.nodeType !== 3 || (node.textContent ?? '').trim() === ''
