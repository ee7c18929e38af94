/** For the tests of this folder: a story's paragraphs in, its names out, with the words of each mention. */
import type { Name, Place, ReadingBlock } from '../reading.ts'
import { tokenize } from '../tokens.ts'
import { indexNames, nameAt } from './look-up.ts'
import { findNames } from './names.ts'

export interface ReadNames {
  names: Name[]
  /** The name of these words and, where given, this kind; throws where there is none, saying what there is. */
  name(words: string): Name
  /** The words of a name's mentions, in order: all, or those of one way. */
  words(name: string, how?: Name['mentions'][number]['how']): string[]
  /** All names of one kind, in order. */
  all(kind: Name['kind']): string[]
  /** The name that a phrase (its first place in the text) stands for, or null. */
  at(phrase: string): string | null
}

export function readNames(...paragraphs: string[]): ReadNames {
  const blocks: ReadingBlock[] = paragraphs.map((text, k) => ({ id: `b${k}`, kind: 'paragraph', text }))
  const names = findNames(blocks, tokenize(paragraphs))
  const index = indexNames(blocks, names)
  const textOf = ({ block, from, to }: Place) => blocks.find(({ id }) => id === block)?.text.slice(from, to) ?? ''
  const name = (words: string) => {
    const found = names.find((one) => one.name === words)
    if (!found) throw new Error(`no name "${words}" among: ${names.map((one) => one.id).join(', ')}`)
    return found
  }
  return {
    names,
    name,
    words: (words, how) =>
      name(words)
        .mentions.filter((mention) => !how || mention.how === how)
        .map(textOf),
    all: (kind) => names.filter((one) => one.kind === kind).map((one) => one.name),
    at(phrase) {
      const block = blocks.find(({ text }) => text.includes(phrase)) as ReadingBlock
      const from = block.text.indexOf(phrase)
      return nameAt(index, { block: block.id, from, to: from + phrase.length })?.name ?? null
    },
  }
}
