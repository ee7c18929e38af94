import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examineAll, sentComment } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { colleague, freshDesk } from '../../../test/desks.ts'
import { heldBack, waiting } from '../../../test/moments.ts'
import { queriesOf } from '../../../test/queries.ts'
import { openSite } from '../../../test/stores.ts'
import {
  editComment,
  examining,
  holdComment,
  postComment,
  readDiscussion,
  signingWith,
} from '../../discussion/index.ts'
import type { Person } from '../../people/index.ts'
import type { DatabaseAddress, Store } from '../../store/index.ts'
import { decide } from '../decisions/index.ts'
import { examineAt } from '../examination/index.ts'
import { openHand } from '../queue/index.ts'
import { decideCampaign, undoCampaign } from './decide-campaign.ts'
import { MOST_UNDER_KEY } from './find-alike.ts'
import { readAlike } from './near-identical.ts'
import { listPastCampaigns, listWaitingCampaigns, readCampaign, readMembers } from './read-campaigns.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const place = { url: () => 'https://harbour-post.example' }

/** The same advertisement, each time a little otherwise. */
const advert = (number: number) =>
  `My cousin ${['Ada', 'Bob', 'Cleo', 'Dan', 'Eve'][number % 5]} made ${1000 + number} dollars last week working from home, find out how at quick-${number % 3}.money.example`

for (const kind of DATABASES) {
  describe(`campaigns on ${kind}`, () => {
    let store: Store
    let address: DatabaseAddress
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let jo: Person
    let clock = NOW
    let sender = 0
    beforeEach(async () => {
      clock = NOW
      ;({ store, address, drop, storyId, mo } = await freshDesk(kind, () => clock))
      jo = await colleague(store, 'Jo', NOW)
    })
    afterEach(() => drop())

    const tick = () => {
      clock += 1000
      return clock
    }
    const post = async (text: string, through = store) => {
      clock += 1000
      const sent = { storyId, text, at: clock, address: `100.64.${sender++ % 250}.7` }
      return held((await sentComment(through, signing, sent, examineAt(through, place))).commentId)
    }
    const edited = async (commentId: string, text: string) => {
      await editComment(store, commentId, text, tick())
      await examineAll(store, clock, examineAt(store, place))
    }
    /** Three times the same words, and the campaign they make. */
    const repeated = async (text: string) => {
      for (const _ of [1, 2]) await post(text)
      return (await post(text)).campaign_id
    }
    const held = (commentId: string) =>
      store.db
        .selectFrom('comment_revisions')
        .selectAll()
        .where('comment_id', '=', commentId)
        .orderBy('number', 'desc')
        .executeTakeFirstOrThrow()
    const signalOf = async (revisionId: string) =>
      (
        await store.db
          .selectFrom('signals')
          .selectAll()
          .where('revision_id', '=', revisionId)
          .where('phase', '=', 'campaign')
          .executeTakeFirst()
      )?.words
    const campaignOf = async (revisionId: string) =>
      (
        await store.db
          .selectFrom('comment_revisions')
          .select('campaign_id')
          .where('id', '=', revisionId)
          .executeTakeFirstOrThrow()
      ).campaign_id
    const shown = async () => (await readDiscussion(store.db, storyId)).threads.length
    /** As somebody decides who sees all that waits. */
    const ask = async (campaignId: string, action: 'approve' | 'reject', reason: string | null, by = mo) => {
      const shown = (await readMembers(store.db, campaignId, 'waiting', 100, clock)).map((one) => one.revisionId)
      const last = [...shown].sort().at(-1) ?? ''
      const how = action === 'approve' ? { action, shown } : { action, reason, last }
      return decideCampaign(store, { campaignId, by: by.id, ...how }, clock)
    }
    const judge = async (id: string, action: 'approve' | 'reject', reason: string | null, by = mo) => {
      const result = await ask(id, action, reason, by)
      if (!result.decided) throw new Error(result.sentence)
      return result
    }

    test('the third of near-identical comments makes a campaign, and the first two join it', async () => {
      await post('Something else altogether, about the bridge and its price')
      const [one, two] = [await post(advert(1)), await post(advert(2))]
      expect([one.campaign_id, two.campaign_id]).toEqual([null, null])
      expect(await signalOf(two.id)).toBe('Near-identical to one earlier comment')
      const three = await post(advert(3))
      expect(three.campaign_id).not.toBe(null)
      expect(await signalOf(three.id)).toBe('Near-identical to 2 earlier comments from 2 networks')
      expect(await campaignOf(one.id)).toBe(three.campaign_id)
      expect(await campaignOf(two.id)).toBe(three.campaign_id)
      expect((await post('Fr33 stuff? No: the bridge is what I came for, and I liked it well')).campaign_id).toBe(null)
      const [campaign, ...rest] = await listWaitingCampaigns(store.db)
      expect(rest).toEqual([])
      expect(campaign).toMatchObject({ size: 3, waiting: 3, networks: 3, short: false, decision: null })
    })

    test('those that are examined at the same moment are one campaign, the first of them too', async () => {
      for (const number of [1, 2, 3])
        await postComment(
          store,
          signing,
          {
            storyId,
            parentId: null,
            form: { name: 'Ada', mail: '', text: advert(number) },
            honeypot: '',
            token: signing.formToken(clock - 60_000),
            address: `100.65.${number}.7`,
          },
          tick(),
        )
      expect(await examining(store, { now: () => clock, examine: examineAt(store, place) }).some()).toBe(3)
      const [campaign, ...others] = await listWaitingCampaigns(store.db)
      expect(others).toEqual([])
      expect(await readMembers(store.db, campaign?.id ?? '', 'waiting', 100, clock)).toHaveLength(3)
    })

    test('disguises don’t help: hidden letters, lookalikes, digits for letters', async () => {
      const texts = [
        'Buy followers cheap and fast at https://follow-shop.example today only',
        'Buy f\u200bollowers cheap and fast at https://follow-shop.example today only',
        'Вuy fоllоwers сheap and f4st at www.follow-shop.example/x?9 today only',
      ]
      const posted = []
      for (const text of texts) posted.push(await post(text))
      expect(posted.at(-1)?.campaign_id).not.toBe(null)
      expect(new Set(posted.map(({ text_number }) => text_number)).size).toBe(1)
    })

    test('people who say the same few words are no campaign at once, and one of them weighs nothing', async () => {
      for (let i = 0; i < 7; i++) expect((await post('Thanks!')).campaign_id).toBe(null)
      const eighth = await post('thanks')
      expect(eighth.campaign_id).not.toBe(null)
      expect(eighth.band).toBe('fine')
      expect((await readCampaign(store.db, eighth.campaign_id as string))?.short).toBe(true)
      // A month and more later it is only someone who says thanks.
      clock += 40 * 24 * 60 * 60 * 1000
      expect((await post('Thanks!')).campaign_id).toBe(null)
    })

    test('an author who mends their own words makes no campaign of them', async () => {
      const { comment_id } = await post(advert(1))
      for (const number of [2, 3, 4]) {
        await edited(comment_id, advert(number))
      }
      expect(await listWaitingCampaigns(store.db)).toEqual([])
      expect((await held(comment_id)).campaign_id).toBe(null)
    })

    test('words edited into a campaign join it, and words edited out of it leave', async () => {
      for (const number of [1, 2, 3]) await post(advert(number))
      const innocent = await post('What a fine bridge this is, and how little it sways')
      await edited(innocent.comment_id, advert(4))
      const campaign = (await held(innocent.comment_id)).campaign_id
      expect(campaign).not.toBe(null)
      await edited(innocent.comment_id, 'I take that back, the bridge it is')
      expect((await held(innocent.comment_id)).campaign_id).toBe(null)
    })

    test('one decision for all that waits: a record for each comment, and one lesson for the model', async () => {
      let last = ''
      for (let number = 0; number < 30; number++) last = (await post(advert(number))).campaign_id ?? ''
      const decided = await judge(last, 'reject', 'spam')
      expect(decided).toMatchObject({ count: 30, left: 0 })
      const records = await store.db.selectFrom('decisions').selectAll().where('campaign_id', '=', last).execute()
      expect(records).toHaveLength(30)
      expect(new Set(records.map(({ group_id }) => group_id))).toEqual(new Set([decided.groupId]))
      for (const record of records)
        expect(record).toMatchObject({ action: 'reject', reason: 'spam', decided_by: mo.id })
      expect(await store.db.selectFrom('spam_lessons').selectAll().execute()).toHaveLength(1)
      expect(await listWaitingCampaigns(store.db)).toEqual([])
      expect((await listPastCampaigns(store.db)).campaigns).toMatchObject([
        {
          id: last,
          size: 30,
          waiting: 0,
          decision: { action: 'reject', reason: { code: 'spam' }, by: { name: 'Mo' }, count: 30 },
        },
      ])
    })

    test('it is taken back as one within ten seconds, by who decided, and the model forgets it', async () => {
      let last = ''
      for (let number = 0; number < 30; number++) last = (await post(advert(number))).campaign_id ?? ''
      const { groupId } = await judge(last, 'approve', null)
      expect(await shown()).toBe(30)
      expect(await undoCampaign(store, groupId, jo.id, clock)).toMatchObject({
        undone: false,
        sentence: expect.stringContaining('Only the person'),
      })
      expect(await undoCampaign(store, groupId, mo.id, clock + 10_001)).toMatchObject({
        undone: false,
        sentence: expect.stringContaining('ten seconds'),
      })
      expect(await shown()).toBe(30)
      expect(await undoCampaign(store, groupId, mo.id, clock + 10_000)).toEqual({ undone: true, count: 30 })
      expect(await shown()).toBe(0)
      expect(await store.db.selectFrom('spam_lessons').selectAll().execute()).toEqual([])
      expect(await listWaitingCampaigns(store.db)).toMatchObject([{ waiting: 30, decision: null }])
      expect(await undoCampaign(store, groupId, mo.id, clock)).toMatchObject({ undone: false })
    })

    test('what comes after the decision joins the campaign held, is never published by it, and stands where its like went', async () => {
      const ordinary = (number: number) =>
        `Please sign the neighbours’ letter for a crossing at the school in ${['March', 'spring', 'May', 'June'][number % 4]}, we are many already`
      let last = ''
      for (let number = 0; number < 4; number++) last = (await post(ordinary(number))).campaign_id ?? ''
      await judge(last, 'approve', null)
      const later = await post(ordinary(5))
      expect(later).toMatchObject({ campaign_id: last, state: 'held', band: 'fine' })
      expect(await signalOf(later.id)).toMatch(/4 were approved$/)
      expect(await shown()).toBe(4)
      expect(await listWaitingCampaigns(store.db)).toMatchObject([
        { size: 5, waiting: 1, decision: { action: 'approve', count: 4 } },
      ])
      expect((await readMembers(store.db, last, 'waiting', 10, clock)).map(({ revisionId }) => revisionId)).toEqual([
        later.id,
      ])

      let spam = ''
      for (let number = 0; number < 3; number++) spam = (await post(advert(number))).campaign_id ?? ''
      await judge(spam, 'reject', 'spam')
      expect(await post(advert(7))).toMatchObject({ campaign_id: spam, state: 'held', band: 'spam' })
    })

    test('an approval publishes only what was shown; a rejection spares what came since the page was opened', async () => {
      const ordinary = (number: number) =>
        `Please sign the neighbours’ letter for a crossing at the school in ${['March', 'spring', 'May', 'June'][number % 4]}, we are many already`
      let campaignId = ''
      for (let number = 0; number < 4; number++) campaignId = (await post(ordinary(number))).campaign_id ?? ''
      const page = await readMembers(store.db, campaignId, 'waiting', 3, clock)
      const onPage = page.map(({ revisionId }) => revisionId)
      const late = await post(`${ordinary(1)} and whoever does not is a fool`)
      expect(late.campaign_id).toBe(campaignId)
      const approve = { campaignId, by: mo.id, action: 'approve', shown: onPage } as const
      expect(await decideCampaign(store, approve, tick())).toMatchObject({ count: 3, left: 0 })
      expect(await shown()).toBe(3)
      expect((await held(late.comment_id)).state).toBe('held')
      expect(await decideCampaign(store, approve, tick())).toMatchObject({
        decided: false,
        sentence: expect.stringContaining('Here are the ones waiting now'),
      })
      const open = await readMembers(store.db, campaignId, 'waiting', 10, clock)
      const [last] = open
        .map(({ revisionId }) => revisionId)
        .sort()
        .reverse() as [string]
      const later = await post(ordinary(2))
      const reject = { campaignId, by: mo.id, action: 'reject', reason: 'spam', last } as const
      expect(await decideCampaign(store, reject, tick())).toMatchObject({ count: 2 })
      expect((await held(later.comment_id)).state).toBe('held')
    })

    test('a list of campaigns asks for no more with many than with one, and tells of each what its own page tells', async () => {
      const others = [
        'The lantern festival on the old harbour wall starts at dusk and everybody should bring a lamp',
        'Whoever voted for the new parking fees on the market square should be ashamed of themselves',
        'My grandmother cured her knees with the oil from the blue bottle at the pharmacy by the station',
      ]
      let advertised = ''
      for (let number = 0; number < 4; number++) advertised = (await post(advert(number))).campaign_id ?? ''
      const one = await queriesOf(store.db, listWaitingCampaigns)
      expect(one.queries).toBeLessThan(7)
      await judge(advertised, 'reject', 'spam')
      await undoCampaign(
        store,
        (await judge((await repeated(others[0] as string)) ?? '', 'approve', null)).groupId,
        mo.id,
        clock,
      )
      await judge((await repeated(others[1] as string)) ?? '', 'reject', 'attack', jo)
      await post(others[1] as string)
      await repeated(others[2] as string)
      const waiting = await queriesOf(store.db, listWaitingCampaigns)
      const past = await queriesOf(store.db, listPastCampaigns)
      // One more where some have been decided: who decided.
      expect([waiting.queries, past.queries]).toEqual([one.queries + 1, one.queries + 1])
      expect(waiting.answer).toMatchObject([
        { sample: others[2], size: 3, waiting: 3, networks: 3, decision: null },
        { sample: others[0], size: 3, waiting: 3, decision: null },
        {
          sample: others[1],
          size: 4,
          waiting: 1,
          decision: { reason: { code: 'attack' }, by: { name: 'Jo' }, count: 3 },
        },
      ])
      expect(past.answer.campaigns).toMatchObject([{ id: advertised, size: 4, waiting: 0, decision: { count: 4 } }])
      for (const campaign of [...waiting.answer, ...past.answer.campaigns])
        expect(await readCampaign(store.db, campaign.id)).toEqual(campaign)
    })

    test.runIf(kind === 'postgres')(
      'a colleague who decides on one of them meanwhile waits for it, and it not for them',
      async () => {
        const posted: Awaited<ReturnType<typeof post>>[] = []
        for (let number = 0; number < 3; number++) posted.push(await post(advert(number)))
        const campaignId = posted.at(-1)?.campaign_id as string
        const waits = async () => {
          const { rows } = await sql`select 1 from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`.execute(store.db)
          return rows.length
        }
        let deciding: ReturnType<typeof ask> | undefined
        await store.transaction(clock, async (tx) => {
          await holdComment(tx, posted[1]?.comment_id as string)
          deciding = ask(campaignId, 'reject', 'spam')
          await expect.poll(waits).toBe(1)
          // What a decision on the one does next: it teaches the model.
          await sql`set local lock_timeout = '300ms'`.execute(tx.rows)
          await tx.rows.updateTable('spam_state').set({ id: 1 }).where('id', '=', 1).execute()
        })
        expect(await deciding).toMatchObject({ decided: true, count: 3 })
      },
    )

    test('what a colleague has in hand is left to them, and said', async () => {
      let last = ''
      for (let number = 0; number < 3; number++) last = (await post(advert(number))).campaign_id ?? ''
      await openHand(store, { by: jo.id, hand: 'her page' }, {}, clock)
      await post(advert(3))
      expect(await judge(last, 'reject', 'spam')).toMatchObject({ count: 1, left: 3 })
      expect(await ask(last, 'approve', null)).toMatchObject({
        decided: false,
        sentence: expect.stringContaining('Colleagues are reviewing'),
      })
      expect((await readMembers(store.db, last, 'waiting', 10, clock)).map(({ holder }) => holder)).toEqual([
        'Jo',
        'Jo',
        'Jo',
      ])
    })

    test('a rejection wants a reason, and a campaign of which nothing waits says so', async () => {
      let last = ''
      for (let number = 0; number < 3; number++) last = (await post(advert(number))).campaign_id ?? ''
      expect(await ask(last, 'reject', null)).toMatchObject({
        decided: false,
        sentence: expect.stringContaining('reason'),
      })
      await judge(last, 'reject', 'spam')
      expect(await ask(last, 'approve', null)).toMatchObject({
        decided: false,
        sentence: expect.stringContaining('No comments'),
      })
    })

    test('beside a comment: what says the same, and how that was decided; also before it is a campaign', async () => {
      const one = await post(advert(1))
      await decide(store, { revisionId: one.id, action: 'reject', reason: 'spam', by: mo.id }, clock)
      const two = await post(advert(2))
      expect((await readAlike(store.db, two.id, 5)).near).toMatchObject([{ revisionId: one.id, state: 'spam' }])
      expect((await readAlike(store.db, two.id, 5)).near[0]?.alike).toBeGreaterThan(0.5)
      expect((await readAlike(store.db, two.id, 5)).decided).toEqual({ approved: 0, rejected: 0, spam: 1 })
      await decide(store, { revisionId: two.id, action: 'approve', reason: null, by: mo.id }, clock)
      const three = await post(advert(3))
      expect((await readAlike(store.db, three.id, 5)).decided).toEqual({ approved: 1, rejected: 0, spam: 1 })
      const alone = await post('Nobody else says anything like this about the bridge')
      expect((await readAlike(store.db, alone.id, 5)).near).toEqual([])
      expect((await readAlike(store.db, alone.id, 5)).decided).toEqual({ approved: 0, rejected: 0, spam: 0 })
    })

    test('two processes that take the same text at the same moment make one campaign', async () => {
      const other = await openSite(address, () => clock)
      await Promise.all([1, 2, 3, 4, 5, 6].map((number) => post(advert(number), number % 2 ? store : other)))
      await post(advert(7))
      await other.close()
      expect(await listWaitingCampaigns(store.db)).toHaveLength(1)
    })

    // SQLite lets one write at a time, so there is no such moment in it.
    test.runIf(kind === 'postgres')(
      'the third and the fourth, examined at one moment, are of one campaign',
      async () => {
        for (const number of [1, 2]) await post(advert(number))
        const other = await openSite(address, () => clock)
        const held = heldBack(examineAt(store, place))
        clock += 1000
        const third = sentComment(store, signing, { storyId, text: advert(3), at: clock }, held.examine)
        await held.reached
        const fourth = post(advert(4), other)
        await waiting(store.db, 1)
        held.go()
        await Promise.all([third, fourth])
        await other.close()
        expect(await listWaitingCampaigns(store.db)).toMatchObject([{ size: 4, waiting: 4 }])
      },
    )

    test('however often something is said, no key leads to more than a few texts', async () => {
      for (let number = 0; number < 40; number++)
        await post(
          `The lantern festival on the old harbour wall starts at dusk, bring lamp ${'abcdefgh'[number % 8]}${number}x and a friend`,
        )
      const keys = await store.db
        .selectFrom('alike_bands')
        .select((b) => ['band_key', b.fn.countAll().as('count')])
        .groupBy('band_key')
        .execute()
      expect(keys.length).toBeGreaterThan(8)
      expect(Math.max(...keys.map(({ count }) => Number(count)))).toBeLessThanOrEqual(MOST_UNDER_KEY)
    })
  })
}
