/** What of an old story is not taken, a sentence each. */
import { oldStoryMessages as m } from '../../messages/index.ts'

/** More than anybody reads. */
const MOST = 50

export interface Left {
  /** Each sentence once. */
  say(sentence: string): void
  said(): string[]
}

export function leftSentences(): Left {
  const sentences = new Set<string>()
  let more = 0
  return {
    say(sentence) {
      if (sentences.size < MOST) sentences.add(sentence)
      else if (!sentences.has(sentence)) more++
    },
    said: () => [...sentences, ...(more > 0 ? [m.andMore(more)] : [])],
  }
}
