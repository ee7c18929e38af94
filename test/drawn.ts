/** A drawn page as somebody takes it in: its words, where it leads, and what can be sent. */
import { type Element, readStrictly } from './well-formed.ts'

export interface Drawn {
  /** The words of its main part, with a single space where there is any; of all where it is no whole page. */
  words: string
  /** What each link says, by where it leads. */
  links: Record<string, string>
  /** Where its forms are sent to, in their order. */
  actions: string[]
  elements: Element[]
  /** The text of every element of that name. */
  texts(name: string): string[]
  /** The words of the element with that id or class; undefined where there is none. */
  part(of: string): string | undefined
  /** The field of that name, with its value. */
  field(name: string, value?: string): Element | undefined
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

export function drawn(html: string): Drawn {
  const elements = readStrictly(html.startsWith('<!doctype') ? html : `<div>${html}</div>`)
  const named = (wanted: string) => elements.filter(({ name }) => name === wanted)
  return {
    words: flat((named('main')[0] ?? elements[0])?.text ?? ''),
    links: Object.fromEntries(named('a').map(({ attributes, text }) => [attributes.href ?? '', flat(text)])),
    actions: named('form').map(({ attributes }) => attributes.action ?? ''),
    elements,
    texts: (name) => named(name).map(({ text }) => flat(text)),
    part(of) {
      const found = elements.find(
        ({ attributes }) => attributes.id === of || attributes.class?.split(' ').includes(of) === true,
      )
      return found && flat(found.text)
    },
    field: (name, value) =>
      elements.find(
        ({ attributes }) => attributes.name === name && (value === undefined || attributes.value === value),
      ),
  }
}
