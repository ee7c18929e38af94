/** A story's words from the fields that a program sent, checked as a form's are. */
import { apiMessages as m } from '../../messages/index.ts'
import type { StoryContent } from '../../story/index.ts'
import { contentOfForm, formOfContent } from '../newsroom/stories/story-form.ts'
import { topicsInWords } from '../newsroom/stories/story-topics.ts'
import type { WrittenFields } from './schemas.ts'

type Given = { [Field in keyof WrittenFields]: Exclude<WrittenFields[Field], undefined> }

/** The words with these fields in place of those `before`; or what has to be put right. */
export function contentOfFields(
  fields: WrittenFields,
  before: StoryContent,
  siteLanguage: string,
): StoryContent | { problem: string } {
  // JSON has no undefined: what is there has a value.
  const { body, picture, topics, ...words } = fields as Given
  const blocks = typeof body === 'string' || body === undefined ? before.body : body
  const twice = firstTwice(blocks)
  if (twice !== null) return { problem: m.twoBlocks(twice) }
  // A body of blocks goes past the field: it is kept as it came.
  const whole = { ...before, body: blocks, ...(picture === undefined ? {} : { picture }) }
  const form = {
    ...formOfContent(whole, { number: 0 }),
    ...words,
    ...(topics ? { topics: topicsInWords(topics) } : {}),
    ...(typeof body === 'string' ? { body } : { bodyKept: true }),
  }
  return contentOfForm(form, whole, siteLanguage)
}

/** The first id that stands twice among blocks and what is within them. */
function firstTwice(blocks: StoryContent['body']): string | null {
  const seen = new Set<string>()
  let twice: string | null = null
  JSON.stringify(blocks, (key, value) => {
    if (key !== 'id' || typeof value !== 'string') return value
    if (seen.has(value)) twice ??= value
    seen.add(value)
    return value
  })
  return twice
}
