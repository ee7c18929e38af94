/** What a paper's site is asked all day, mixed: readers above all, some who write, a newsroom that decides. */
import { type Answer, type Ask, atRate } from './_asking.ts'
import type { LargeSite } from './_large-site.ts'

/** Of a hundred requests. */
const FRONT = 8
const COMMENTS = 4
const DECISIONS = 3
/** Of the stories that are read, half are these few. */
const READ_MOST = 20

export interface Taken {
  /** Since the beginning, in milliseconds. */
  at: number
  ms: number
  isReading: boolean
}

export interface Traffic {
  taken: Taken[]
  /** What was not answered as it should be: the first sentence of each kind, and how often. */
  errors: Map<string, number>
}

/** One request after the other by each of so many visitors, until the time is up (ms); answers how many a second were answered. */
export async function ceilingOf(
  site: LargeSite,
  visitors: number,
  ms: number,
): Promise<{ perSecond: number; errors: Map<string, number> }> {
  const traffic: Traffic = { taken: [], errors: new Map() }
  const one = visitorsOf(site, traffic)
  const began = performance.now()
  await Promise.all(
    Array.from({ length: visitors }, async () => {
      while (performance.now() - began < ms) await one(began)
    }),
  )
  return { perSecond: traffic.taken.length / ((performance.now() - began) / 1000), errors: traffic.errors }
}

/** So many requests a second, whatever becomes of the answers, until the time is up (ms). */
export async function trafficAt(site: LargeSite, perSecond: number, ms: number): Promise<Traffic> {
  const traffic: Traffic = { taken: [], errors: new Map() }
  const one = visitorsOf(site, traffic)
  const began = performance.now()
  await atRate(perSecond, ms, () => one(began))
  return traffic
}

function visitorsOf(site: LargeSite, { taken, errors }: Traffic): (began: number) => Promise<void> {
  const inHand: { moderator: number; revision: string }[] = []
  let moderator = 0
  let decided = 0
  const decideOne = async () => {
    const next = inHand.pop()
    if (next) return site.decide(next.moderator, next.revision, decided++)
    const by = moderator++
    const { ms, revisions } = await site.openQueue(by)
    inHand.push(...revisions.map((revision) => ({ moderator: by, revision })))
    return ms
  }
  const story = () => {
    const among = Math.random() < 0.5 ? READ_MOST : site.paths.length
    return site.paths[Math.floor(Math.random() * among)] as string
  }
  return async (began) => {
    const at = performance.now() - began
    const kind = Math.random() * 100
    const isReading = kind >= COMMENTS + DECISIONS
    try {
      const ms = await (isReading
        ? site.read(kind < COMMENTS + DECISIONS + FRONT ? '/' : story())
        : kind < COMMENTS
          ? site.sendComment()
          : decideOne())
      taken.push({ at, ms, isReading })
    } catch (error) {
      const [sentence = ''] = String(error instanceof Error ? error.message : error).split('\n')
      const known = sentence.replace(/\d{2,}/g, '…').slice(0, 160)
      errors.set(known, (errors.get(known) ?? 0) + 1)
    }
  }
}

/** Junk from so many networks, in their turn, so many a second; how often each status was answered, 0 for none. */
export async function floodOf(
  site: LargeSite,
  { networks, perSecond, ms }: { networks: number; perSecond: number; ms: number },
): Promise<Map<number, number>> {
  const statuses = new Map<number, number>()
  const send = async (one: Ask) => {
    const { status }: Answer = await site.asker.ask({ ...one, blind: true })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  await atRate(perSecond, ms, (i) => {
    const network = i % networks
    const words = `Cheap watches number ${i}, see http://watches-${i % 50}.example/buy now, best price, free delivery`
    return send(site.commentFrom([network % 200, Math.floor(network / 200), 7], words))
  })
  return statuses
}
