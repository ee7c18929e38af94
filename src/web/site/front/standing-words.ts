/** The words of a standing page as the blocks of a story. */
import { emptyContent, markupToBody, numberIds, type StoryContent, typesetContent } from '../../../story/index.ts'
import { unixLines } from '../../../text/index.ts'

/** With real quotes and dashes, and the same ids each time; or what has to be put right. */
export function contentOfWords(words: string, language: string): StoryContent | { problem: string } {
  const read = markupToBody(unixLines(words), [])
  if ('problem' in read) return read
  return typesetContent({ ...emptyContent, body: numberIds(read.body, '') }, language)
}
