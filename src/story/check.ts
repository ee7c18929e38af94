import { checkStory, type Finding } from '../desk/index.ts'
import type { StoryContent } from './content.ts'
import { wordsOfBlock } from './plain-blocks.ts'

/** What the copy desk finds in a story as it stands. */
export const checkContent = (content: StoryContent): Finding[] =>
  checkStory({
    headline: content.headline,
    byline: content.byline,
    blocks: content.body.map((block) => ({ id: block.id, kind: block.type, text: wordsOfBlock(block) })),
  })
