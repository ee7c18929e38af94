import { exchangeMessages as m } from '../../../messages/index.ts'
import { type Block, wordsOfBlock } from '../../../story/index.ts'
import type { Dropped } from '../page.ts'
import { findSecondCopy } from '../second-copy.ts'

/** Blocks without those that repeat earlier ones, and what became of them. */
export function withoutSecondCopy(blocks: readonly Block[]): {
  blocks: Block[]
  dropped: Dropped[]
  warnings: string[]
} {
  const texts = blocks.map(wordsOfBlock)
  const copies = findSecondCopy(texts.map((text) => ({ text, fromLine: 0, toLine: 0 })))
  const left = new Set(copies.map(({ copy }) => copy))
  return {
    blocks: blocks.filter((_, index) => !left.has(index)),
    dropped: copies.map(({ copy, differs }) => ({
      what: 'second-copy',
      why: differs ? m.repeatsChanged(differs.left, differs.kept) : m.repeats,
      text: texts[copy] as string,
      lines: null,
    })),
    warnings: copies
      .filter(({ differs }) => differs)
      .map(({ copy }) => m.checkCopies((texts[copy] as string).slice(0, 60))),
  }
}
