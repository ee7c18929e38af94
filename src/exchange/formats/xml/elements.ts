/** An XML file, one element after another. */
import { decodeHTMLStrict } from 'entities'
import { Parser } from 'htmlparser2'
import { exportFileMessages as m } from '../../../messages/index.ts'
import { type ExportFile, unreadable } from '../../items/index.ts'
import { textOfFile } from './decode.ts'
import { type Declared, declaredBy, nameIn } from './names.ts'

export interface XmlElement {
  /** With the usual prefix of its namespace, as "wp:post_id", whatever prefix the file has. */
  name: string
  /** By the names that the file gives them. */
  attributes: Readonly<Record<string, string>>
  /** Texts and elements, in order. Entities are resolved, once. */
  content: readonly (string | XmlElement)[]
}

/** More than any export has, and little enough to hold. */
const MOST = { depth: 100, attributes: 500, parts: 500_000, characters: 40_000_000 }

/**
 * The elements that stand `depth` deep, one by one: 1 for what the outermost holds, 2 for what those hold. Takes what
 * an XML parser would refuse where the words are clear: a bare "&", an HTML entity, a prefix that is declared nowhere.
 * Throws `unreadable` where the file is cut off, is not XML, or would not fit in memory; never resolves an entity that
 * the file defines.
 */
export async function* xmlElements(file: ExportFile, depth: number): AsyncGenerator<XmlElement> {
  const reader = readerOf(file.name, depth)
  let isFirst = true
  for await (const text of textOfFile(file)) {
    if (isFirst) checkStart(file.name, text)
    isFirst = false
    reader.write(text)
    yield* reader.taken()
  }
  reader.end()
}

/** The first element of that name right in this one. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  for (const one of element.content) if (typeof one !== 'string' && one.name === name) return one
  return null
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.content.filter((one): one is XmlElement => typeof one !== 'string' && one.name === name)
}

/** All its words, those of elements in it among them, without spaces around them. */
export function elementText(element: XmlElement | null): string {
  return element === null ? '' : allOf(element).trim()
}

function allOf({ content }: XmlElement): string {
  return content.map((one) => (typeof one === 'string' ? one : allOf(one))).join('')
}

function checkStart(file: string, text: string): void {
  const start = text.slice(0, 2000).trimStart()
  if (start === '') return
  if (start.startsWith('<<<<<<<')) unreadable(m.conflict(file))
  if (/^<(!doctype\s+html|html[\s>])/i.test(start)) unreadable(m.webPage(file))
  if (start.startsWith('<?xml') || (start.startsWith('<') && !text.includes('<?xml'))) return
  unreadable(text.includes('<?xml') ? m.junkBefore(file) : m.notXml(file))
}

interface Open {
  written: string
  declared: Declared
  element: XmlElement & { content: (string | XmlElement)[] }
  /** Text that may end within an entity. */
  raw: string
}

interface Reader {
  write(text: string): void
  /** What has become whole since it was last asked. */
  taken(): XmlElement[]
  end(): void
}

function readerOf(file: string, depth: number): Reader {
  const open: Open[] = []
  let whole: XmlElement[] = []
  let isCdata = false
  let hasRoot = false
  // Of the element that is being read; and text that no event has told of.
  let parts = 0
  let characters = 0
  let silent = 0
  let attributes = 0
  let lines = 1
  let chunk = ''
  let chunkStart = 0
  const line = (): number => {
    const upTo = Math.max(0, parser.endIndex - chunkStart)
    return lines + newlinesIn(chunk.slice(0, upTo))
  }
  const tooLarge = (): never => unreadable(m.tooLarge(file, tagOf(open[depth] ?? open.at(-1)), line()))
  const closeText = (top: Open): void => {
    if (top.raw === '') return
    top.element.content.push(decoded(top.raw))
    top.raw = ''
  }
  const parser = new Parser(
    {
      onattribute: () => {
        silent = 0
        if (++attributes > MOST.attributes) tooLarge()
      },
      onopentag: (written, given) => {
        silent = 0
        attributes = 0
        if (written.startsWith('<<<<<<')) unreadable(m.conflict(file))
        if (open.length >= MOST.depth) unreadable(m.tooDeep(file, line()))
        const top = open.at(-1)
        const declared = declaredBy(given, top?.declared ?? NOTHING)
        for (const name in given) given[name] = decoded(given[name] as string)
        const element = { name: nameIn(written, declared), attributes: given, content: [] }
        if (open.length > depth) {
          if (++parts > MOST.parts) tooLarge()
          if (top) closeText(top)
          top?.element.content.push(element)
        }
        hasRoot = true
        open.push({ written, declared, element, raw: '' })
      },
      onclosetag: () => {
        silent = 0
        const closed = open.pop()
        if (!closed) return
        closeText(closed)
        if (open.length !== depth) return
        whole.push(closed.element)
        parts = 0
        characters = 0
      },
      ontext: (text) => {
        silent = 0
        const top = open.at(-1)
        // What stands between the elements that are asked for says nothing.
        if (!top || open.length <= depth) return
        characters += text.length
        if (characters > MOST.characters) tooLarge()
        if (!isCdata) top.raw += text
        else if (text !== '') {
          closeText(top)
          top.element.content.push(withoutControls(text))
        }
      },
      oncdatastart: () => {
        isCdata = true
      },
      oncdataend: () => {
        isCdata = false
      },
      oncomment: () => {
        silent = 0
      },
      onprocessinginstruction: (name, data) => {
        silent = 0
        if (name.startsWith('!') && /<!ENTITY|\[/i.test(data)) unreadable(m.entities(file))
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  return {
    write: (text) => {
      lines += newlinesIn(chunk)
      chunkStart += chunk.length
      chunk = text
      silent += text.length
      if (silent > MOST.characters) tooLarge()
      parser.write(text)
    },
    taken: () => {
      const taken = whole
      whole = []
      return taken
    },
    end: () => {
      const top = open.at(-1)
      if (top) {
        unreadable(m.cutOff(file, tagOf(top), lines + newlinesIn(chunk)))
      }
      if (!hasRoot) unreadable(m.notXml(file))
    },
  }
}

const tagOf = (one: Open | undefined): string => `<${one?.written.slice(0, 80) ?? '?'}>`

const NOTHING: Declared = new Map()

const decoded = (raw: string): string => withoutControls(raw.includes('&') ? decodeHTMLStrict(raw) : raw)

/** What XML has no place for, and old databases hold all the same. */
const withoutControls = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')

function newlinesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
