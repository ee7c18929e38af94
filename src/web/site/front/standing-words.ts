/** The words of a standing page as the blocks of a story. */
import { type Block, emptyContent, markupToBody, type StoryContent, typesetContent } from '../../../story/index.ts'
import { unixLines } from '../../../text/index.ts'

/** With real quotes and dashes, and the same ids each time; or what has to be put right. */
export function contentOfWords(words: string, language: string): StoryContent | { problem: string } {
  const read = markupToBody(unixLines(words), [])
  if ('problem' in read) return read
  const body = read.body.map((block, place): Block => ({ ...block, id: String(place + 1) }))
  return typesetContent({ ...emptyContent, body }, language)
}
