/** What someone who is banned is told when they send words: until when, why, and what they can do. */
import { reportingMessages as m } from '../../../messages/index.ts'
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
  const reason = `${ground.title}. ${ground.sentence}`
  return { ban: statement, sentence: m.bannedInFull({ banned: short, reason, note, redress }) }
}
