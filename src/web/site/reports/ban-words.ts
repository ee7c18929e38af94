/** What someone who is banned is told when they send words: until when, why, and what they can do. */
import type { Ban } from '../../../readers/index.ts'
import { type BanStatement, readBanStatement } from '../../../redress/index.ts'
import type { Web } from '../../context.ts'

/** What is wrong in one paragraph, complete by itself; and the statement of reasons for the page. */
export interface BanWords {
  sentence: string
  ban: BanStatement
}

export async function banWordsOf(web: Web, ban: Ban): Promise<BanWords> {
  const statement = await readBanStatement(web.store.db, ban)
  const { short, ground, note, redress } = statement
  const why = `The reason: ${ground.title}. ${ground.sentence}`
  const words = note ? ` The newsroom writes: “${note}”` : ''
  return { ban: statement, sentence: `${short}. ${why}${words} ${redress} Nothing was sent; your words are below.` }
}
