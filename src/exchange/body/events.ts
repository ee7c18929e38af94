/** HTML as it comes: tags, attributes and words one after another, without a tree. */
import { Tokenizer } from 'htmlparser2'

export type Attributes = Readonly<Record<string, string | undefined>>

export interface TagReader {
  /**
   * Names of tags and attributes are in small letters. `after` is where the tag ends in the text, `isClosed` whether it
   * closes itself.
   */
  open(name: string, attributes: Attributes, after: number, isClosed: boolean): void
  /** `before` is where the tag begins in the text. */
  close(name: string, before: number): void
  /** With entities resolved; those of one text may come in several pieces. */
  words(text: string): void
  /** A tag that the text ends within, as it stands. */
  cutOff(rest: string): void
}

/**
 * The tokenizer of the parser that the house has, without the parser: that one
 * keeps its open elements in a list whose front it moves, and what lies deep in
 * one another costs it the square.
 */
export function readTags(html: string, reader: TagReader): void {
  let name = ''
  let attributes: Record<string, string> = {}
  let attribute = ''
  let value = ''
  /** Where what has been told ends. */
  let told = 0
  const opened = (end: number, isClosed: boolean) => {
    told = end + 1
    reader.open(name, attributes, told, isClosed)
  }
  const passed = (_start: number, end: number) => {
    told = end + 1
  }
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase()
        attributes = Object.create(null)
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata(start, end) {
        value += html.slice(start, end)
      },
      onattribentity(point) {
        value += String.fromCodePoint(point)
      },
      onattribend() {
        attributes[attribute] ??= value
      },
      onopentagend: (end) => opened(end, false),
      onselfclosingtag: (end) => opened(end, true),
      onclosetag(start, end) {
        told = end + 1
        reader.close(html.slice(start, end).toLowerCase(), html.lastIndexOf('<', start))
      },
      ontext(start, end) {
        told = end
        reader.words(html.slice(start, end))
      },
      ontextentity(point, end) {
        told = end
        reader.words(String.fromCodePoint(point))
      },
      oncdata(start, end, offset) {
        told = end + 1
        reader.words(html.slice(start, end - offset))
      },
      oncomment: passed,
      ondeclaration: passed,
      onprocessinginstruction: passed,
      onend() {
        if (told < html.length) reader.cutOff(html.slice(told))
      },
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}
