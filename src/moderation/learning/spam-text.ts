/** A comment as the spam model is shown it. */

import type { SpamText } from '../../spam/index.ts'
import { domainsOfSite } from '../../spam/index.ts'

export interface Said {
  readonly text: string
  readonly authorName: string
  readonly secondsToWrite: number | null
  /** When it came in, in milliseconds since the epoch. */
  readonly at: number
}

export interface Here {
  readonly timeZone: string
  /** Where readers reach the site; empty where that is not known. */
  readonly url: string
}

export const spamTextOf = (said: Said, here: Here): SpamText => ({
  text: said.text,
  name: said.authorName,
  secondsToWrite: said.secondsToWrite,
  hour: hourIn(here.timeZone, said.at),
  ownDomains: domainsOfSite(here.url),
})

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Clocks all over the world differ by whole quarters of an hour. */
const QUARTER = 15 * 60 * 1000
/** The last answer: comments that come in are all of now, and asking costs more than scoring. */
let last = { timeZone: '', quarter: 0, hour: 0 }

/** The hour of the day in a time zone, 0 to 23. */
function hourIn(timeZone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER)
  if (last.timeZone === timeZone && last.quarter === quarter) return last.hour
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' })
    clocks.set(timeZone, clock)
  }
  last = { timeZone, quarter, hour: Number(clock.format(at)) }
  return last.hour
}
