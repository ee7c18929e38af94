/** Campaigns: a petition that waits, an advertisement that was decided once and comes again, well-wishers who were all approved. */
import {
  decideCampaign,
  listPastCampaigns,
  listWaitingCampaigns,
  readMembers,
} from '../src/moderation/campaigns/index.ts'
import { readerName } from './_people.ts'
import { COUPONS, PETITION, WELL_WISHERS, WELL_WISHERS_FROM } from './_unwelcome.ts'
import { type PublishedStory, say, type World } from './_world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MANY = { petition: 14, coupons: 11, again: 4, wellWishers: WELL_WISHERS_FROM.length }

/** How many comments they are together. */
export const ALIKE_TOGETHER = Object.values(MANY).reduce((sum, many) => sum + many, 0)

export function planManyAlike(world: World, find: (headline: string) => PublishedStory): void {
  const { timeline, end, staff, store, chance } = world
  const petition = find('Council votes')
  for (let i = 0; i < MANY.petition; i++) {
    const { words, where, own } = PETITION
    const text = words
      .replace('{where}', where[i % where.length] as string)
      .replace(' {own}', own[(i * 3) % own.length] ? ` ${own[(i * 3) % own.length]}` : '')
    const name = readerName(chance)
    timeline.at(
      end - 3 * HOUR + i * 11 * MINUTE,
      async (now) => void (await say(world, { story: petition, name, text }, now)),
    )
  }

  const coupon = (i: number, at: number, story: PublishedStory) => {
    const name = readerName(chance)
    const text = COUPONS.replace('{name}', name).replaceAll('{sum}', String(100 + i * 50))
    const words = { story, name, text, hasty: true, network: `10.240.${i}.9` }
    timeline.at(at, async (now) => void (await say(world, words, now)))
  }
  const [market, lamps] = [find('The Friday market'), find('Lamps')]
  const first = Math.max(market.publishedAt, lamps.publishedAt) + HOUR
  for (let i = 0; i < MANY.coupons; i++) coupon(i, first + i * 4 * MINUTE, i % 2 === 0 ? market : lamps)
  timeline.at(first + 3 * HOUR, async (now) => {
    const [campaign] = await listWaitingCampaigns(store.db)
    if (!campaign) throw new Error('the vouchers are no campaign')
    const [newest] = await readMembers(store.db, campaign.id, 'waiting', 1, now)
    const last = newest?.revisionId ?? ''
    const decision = { campaignId: campaign.id, by: staff.evening, action: 'reject' as const, reason: 'spam', last }
    const decided = await decideCampaign(store, decision, now)
    if (!decided.decided) throw new Error(decided.sentence)
  })
  for (let i = 0; i < MANY.again; i++) coupon(MANY.coupons + i, end - 50 * MINUTE + i * 9 * MINUTE, find('Otters'))

  const bridge = find('A pupil')
  for (const [i, from] of WELL_WISHERS_FROM.entries()) {
    const words = { story: bridge, name: readerName(chance), text: WELL_WISHERS.replace('{from}', from) }
    timeline.at(bridge.publishedAt + 2 * HOUR + i * 7 * MINUTE, async (now) => void (await say(world, words, now)))
  }
  timeline.at(bridge.publishedAt + 4 * HOUR, async (now) => {
    const campaign = (await listWaitingCampaigns(store.db)).find(({ sample }) => sample.includes('Yusuf'))
    if (!campaign)
      throw new Error(`the well-wishers are no campaign, of ${(await listPastCampaigns(store.db)).campaigns.length}`)
    const members = await readMembers(store.db, campaign.id, 'waiting', MANY.wellWishers, now)
    const shown = members.map(({ revisionId }) => revisionId)
    const decided = await decideCampaign(
      store,
      { campaignId: campaign.id, by: staff.moderator, action: 'approve', shown },
      now,
    )
    if (!decided.decided) throw new Error(decided.sentence)
    bridge.shown.push(...members.map(({ commentId }) => commentId))
  })
}
