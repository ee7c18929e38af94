/** What the rules of the house say of a comment as it comes in: signals, and a band it does not rise above. */

import type { Incoming, Signal } from '../../discussion/index.ts'
import { filtersMessages as m } from '../../messages/index.ts'
import { domainsOfSite } from '../../spam/index.ts'
import type { BandName, Transaction } from '../../store/index.ts'
import { rulesAtWork } from './at-work.ts'
import { readForRules } from './matcher.ts'
import { EFFECT_OF, lowerBand, RULE_PHASE } from './rule.ts'

export interface RulesSay {
  readonly signals: readonly Signal[]
  /** The band that the comment does not rise above; 'fine' where no rule says anything. */
  readonly band: BandName
}

/**
 * Puts every rule at work to a comment, in the transaction that takes it.
 * `url` is where readers reach the site. A rule that fails says "not checked".
 */
export async function examineRules(tx: Transaction, comment: Incoming, url: string): Promise<RulesSay> {
  const { rules } = await rulesAtWork(tx)
  const signals: Signal[] = []
  if (rules.length === 0) return { signals, band: 'fine' }
  const asksAuthor = rules.some(({ pattern }) => pattern.kind === 'first')
  const isKnown = asksAuthor && comment.readerId !== null && (await hasApproved(tx, comment.readerId))
  const text = readForRules(comment, domainsOfSite(url), isKnown)
  let band: BandName = 'fine'
  for (const { name, effect, matches } of rules) {
    const phase = phaseFor(name, signals)
    const { weight, band: atLeast } = EFFECT_OF[effect]
    try {
      const words = matches(text)
      if (words === null) continue
      signals.push({ phase, state: 'raised', words: m.caught(name, words), weight })
      band = lowerBand(band, atLeast)
    } catch {
      signals.push({ phase, state: 'not-checked', words: m.notChecked(name), weight: 0 })
    }
  }
  return { signals, band }
}

/** Each signal of a comment has a phase of its own, also where an old version at work has another rule's new name. */
function phaseFor(name: string, signals: readonly Signal[]): string {
  const isTaken = (phase: string) => signals.some((signal) => signal.phase === phase)
  let phase = `${RULE_PHASE}${name}`
  for (let n = 2; isTaken(phase); n++) phase = `${RULE_PHASE}${name} (${n})`
  return phase
}

async function hasApproved(tx: Transaction, readerId: string): Promise<boolean> {
  const row = await tx.rows
    .selectFrom('comments as c')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select('c.id')
    .where('c.reader_id', '=', readerId)
    .where('r.state', '=', 'approved')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
