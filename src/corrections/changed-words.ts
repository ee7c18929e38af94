/** Old words and new ones of a story, block by block. */
import { bodyToMarkup, type StoryContent } from '../story/index.ts'

/** What stands over and beside the body, in the order in which readers meet it. */
const HEADS = ['headline', 'standfirst', 'byline', 'dateline'] as const

export interface ChangedWords {
  /** A block's id, or @headline, @standfirst, @byline, @dateline, @picture for what stands around the body. */
  block: string
  /** As editors write them, with light markup; null where the block was not there. */
  before: string | null
  after: string | null
}

/** What differs between two versions, in the order of the later one; what was taken out comes last. */
export function changedWords(before: StoryContent, after: StoryContent): ChangedWords[] {
  const [old, now] = [wordsByBlock(before), wordsByBlock(after)]
  const blocks = [...now.keys(), ...[...old.keys()].filter((block) => !now.has(block))]
  return blocks
    .map((block) => ({ block, before: old.get(block) ?? null, after: now.get(block) ?? null }))
    .filter((one) => one.before !== one.after)
}

/** Its words by block, in order; an empty place is none. */
export function wordsByBlock(content: StoryContent): Map<string, string> {
  const { picture, body } = content
  const heads = HEADS.map((name) => [`@${name}`, content[name]] as const)
  const beside = picture ? [picture.src, picture.caption, picture.credit].filter(Boolean).join(' · ') : ''
  return new Map(
    [
      ...heads,
      ['@picture', beside] as const,
      ...body.map((block) => [block.id, bodyToMarkup([block])] as const),
    ].filter(([, words]) => words !== ''),
  )
}
