/** What is said of a comment that is like others, and how far a campaign reaches: its size, its time and its people. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sentComment } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshDesk } from '../../../test/desks.ts'
import { signingWith } from '../../discussion/index.ts'
import type { Person } from '../../people/index.ts'
import { newId, type RevisionStateName, type Store } from '../../store/index.ts'
import { examineAt } from '../examination/index.ts'
import { decideCampaign, undoCampaign } from './decide-campaign.ts'
import { readAlike } from './near-identical.ts'
import { plainTextOf } from './plain-text.ts'
import { listPastCampaigns, listWaitingCampaigns, readCampaign, readMembers, typicalText } from './read-campaigns.ts'
import { bandKeys, likeness, mostTypical, pairsOf } from './sketch.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 24 * 60 * 60 * 1000
const AD = 'My cousin made a thousand dollars last week working from home, find out how at quick.money.example'

for (const kind of DATABASES) {
  describe(`comments that are alike on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let clock = NOW
    let sender = 0
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => clock))
    })
    afterEach(() => drop())

    const post = async (text = AD, address = `100.64.${sender++ % 250}.7`) => {
      clock += 1000
      const sent = { storyId, text, at: clock, address }
      const ids = await sentComment(store, signing, sent, examineAt(store, { url: () => 'https://paper.example' }))
      const row = await store.db
        .selectFrom('comment_revisions')
        .selectAll()
        .where('id', '=', ids.revisionId)
        .executeTakeFirstOrThrow()
      const signal = await store.db
        .selectFrom('signals')
        .select(['state', 'words', 'weight'])
        .where('revision_id', '=', ids.revisionId)
        .where('phase', '=', 'campaign')
        .executeTakeFirst()
      return { ...ids, row, signal }
    }
    const become = (id: string, state: RevisionStateName) =>
      store.db.updateTable('comment_revisions').set({ state }).where('id', '=', id).execute()
    const fill = async (count: number, text = AD) => {
      const all = []
      for (let i = 0; i < count; i++) all.push(await post(text))
      return all
    }

    test('being alike weighs nothing with one other, more with each further one, and never as much as spam', async () => {
      const weights = (await fill(14)).map(({ signal }) => signal?.weight ?? null)
      expect(weights.slice(0, 4)).toEqual([null, 0, 0.28, 0.32])
      expect(weights.slice(9)).toEqual([0.56, 0.6, 0.6, 0.6, 0.6])
    })

    test('it names how many there were, and from how many networks', async () => {
      const said = async (address: string) => (await post(AD, address)).signal?.words ?? null
      expect(await said('10.1.1.1')).toBe(null)
      expect(await said('10.1.1.1')).toBe('Near-identical to one earlier comment')
      expect(await said('10.1.1.1')).toBe('Near-identical to 2 earlier comments from one network')
      expect(await said('10.2.1.1')).toBe('Near-identical to 3 earlier comments from one network')
      expect(await said('10.3.1.1')).toBe('Near-identical to 4 earlier comments from 2 networks')
    })

    test('what became of the others weighs most', async () => {
      const became: [RevisionStateName[], number, string, string][] = [
        [['spam'], 0.95, 'raised', ': 1 was spam'],
        [['spam', 'spam'], 0.95, 'raised', ': 2 were spam'],
        [['approved'], 0, 'ok', ': 1 was approved'],
        [['rejected'], 0.5, 'raised', ': 1 was rejected'],
        [['rejected', 'removed'], 0.5, 'raised', ': 2 were rejected'],
        [['spam', 'approved'], 0.48, 'raised', ': 1 was spam, 1 was approved'],
        [['approved', 'approved', 'rejected'], 0.17, 'raised', ': 2 were approved, 1 was rejected'],
        [['held', 'withdrawn', 'approved'], 0, 'ok', ': 1 was approved'],
      ]
      for (const [i, [states, weight, state, words]] of became.entries()) {
        // Of its own words, so that none is like those of another line.
        const text = Array.from('klmnopqrst', (letter) => `w${'abcdefgh'[i]}${letter}x`).join(' ')
        for (const one of states) await become((await post(text)).revisionId, one)
        const { signal } = await post(text)
        expect(signal, words).toMatchObject({ weight, state, words: expect.stringMatching(new RegExp(`${words}$`)) })
      }
    })

    test('those who quote one passage and say different things are no campaign; one text in several spellings is one', async () => {
      const passage = '> The board voted on Monday to keep the night ferry running through the whole of the winter.'
      for (const answer of ['At last.', 'It runs empty, end it.', 'Who pays?', 'Ask those who work nights first.'])
        expect((await post(`${passage}\n\n${answer}`)).row.campaign_id).toBeNull()
      const spellings = [
        'مطلوب موظفون للعمل من المنزل براتب كبير، اتصل الآن على الرقم الظاهر في الصفحة',
        'مطلـــوب موظفون للعمـــل من المنزل براتب كبير، اتصل الان على الرقم الظاهر فى الصفحه',
        'مَطلوبٌ مُوَظَّفونَ للعَمَلِ مِنَ المَنزِلِ بِراتِبٍ كَبيرٍ، اتَّصِل الآنَ عَلى الرَّقمِ الظّاهِرِ في الصَّفحَةِ',
      ]
      const posted = []
      for (const text of spellings) posted.push(await post(text))
      expect(posted.at(-1)?.row.campaign_id).toEqual(expect.any(String))
      expect(posted.at(-1)?.signal?.words).toBe('Near-identical to 2 earlier comments from 2 networks')
    })

    test('an own earlier edit is no other comment; of another’s edits the latest counts', async () => {
      const [first] = await fill(2)
      await store.db
        .insertInto('comment_revisions')
        .values({
          ...first!.row,
          id: newId(clock),
          number: 2,
          state: 'spam',
          created_at: clock + 1,
        })
        .execute()
      clock += 10
      expect((await post()).signal?.words).toBe('Near-identical to 2 earlier comments from 2 networks: 1 was spam')
    })

    test('a few words make a campaign by the eighth within a day, and say nothing before', async () => {
      const early = await post('Thanks!')
      clock += DAY
      const all = await fill(7, 'Thanks!')
      expect(all.map(({ row, signal }) => [row.campaign_id, signal ?? null])).toEqual(Array(7).fill([null, null]))
      const eighth = await post('Thanks!')
      expect(eighth.row.campaign_id).not.toBe(null)
      expect(eighth.signal).toMatchObject({ weight: 0, state: 'ok' })
      const members = await readMembers(store.db, eighth.row.campaign_id as string, 'waiting', 20, clock)
      expect(members.map(({ commentId }) => commentId)).not.toContain(early.commentId)
      expect(members).toHaveLength(8)
      // Within thirty days it goes on, whatever pause there was.
      clock += 30 * DAY - 2000
      expect((await post('Thanks!')).row.campaign_id).toBe(eighth.row.campaign_id)
      clock += 30 * DAY + 1000
      expect((await post('Thanks!')).row.campaign_id).toBe(null)
    })

    test('a list names the campaigns with most that waits first, and past ones part by part', async () => {
      const texts = [
        'harbour lanterns were lit for the feast',
        'parking fees on the square are a shame',
        'the oil in the blue bottle cured my knees',
      ].map((text) => `Everybody should know by now that ${text}, and tell a neighbour or two about it`)
      for (const [i, text] of texts.entries()) await fill(3 + (i % 2), text)
      const waiting = await listWaitingCampaigns(store.db)
      expect(waiting.map(({ sample, waiting }) => [texts.indexOf(sample), waiting])).toEqual([
        [1, 4],
        [2, 3],
        [0, 3],
      ])
      expect(await listPastCampaigns(store.db)).toEqual({ campaigns: [], next: null })
      const [campaign] = waiting
      expect(await readCampaign(store.db, campaign!.id)).toMatchObject({
        short: false,
        size: 4,
        more: false,
        networks: 4,
        firstAt: NOW + 4000,
        lastAt: NOW + 7000,
      })
      const one = waiting[0]!.id
      const last = (await readMembers(store.db, one, 'waiting', 1, clock))[0]!.revisionId
      const reject = { campaignId: one, by: mo.id, action: 'reject', reason: 'spam', last } as const
      const decided = await decideCampaign(store, reject, clock)
      if (!decided.decided) throw new Error(decided.sentence)
      expect(decided).toMatchObject({ count: 4, left: 0, undoUntil: clock + 10_000 })
      expect(await readMembers(store.db, one, 'waiting', 9, clock)).toEqual([])
      expect(await readMembers(store.db, one, 'decided', 2, clock)).toHaveLength(2)
      const past = await listPastCampaigns(store.db)
      expect(past.campaigns.map(({ id, decision }) => [id, decision?.count, decision?.by.name])).toEqual([
        [one, 4, 'Mo'],
      ])
      expect(await listPastCampaigns(store.db, one)).toMatchObject({ campaigns: [] })
      expect(await decideCampaign(store, reject, clock)).toEqual({
        decided: false,
        sentence: 'No comments of this campaign are waiting any more.',
      })
      expect(await undoCampaign(store, one, mo.id, clock)).toEqual({
        undone: false,
        sentence: 'There is no such decision.',
      })
      expect(await undoCampaign(store, decided.groupId, mo.id, clock)).toEqual({ undone: true, count: 4 })
      expect((await readCampaign(store.db, one))?.decision).toBe(null)
      expect(await decideCampaign(store, { ...reject, reason: 'made-up' }, clock)).toEqual({
        decided: false,
        sentence: 'Choose a reason from the list to reject the campaign.',
      })
    })

    test('past campaigns are listed twenty at a time, the newest first', async () => {
      const { revisionId } = await post('Words that are like no others')
      const ids = Array.from({ length: 21 }, (_, i) => `01hzzzzzzzzzzzzzzzzzzzzz${String(i).padStart(2, '0')}`)
      await store.db
        .insertInto('campaigns')
        .values(ids.map((id) => ({ id, made_at: NOW, found_by: revisionId, short: 0 })))
        .execute()
      const first = await listPastCampaigns(store.db)
      expect([first.campaigns.length, first.campaigns[0]?.id, first.next]).toEqual([20, ids[20], ids[1]])
      const second = await listPastCampaigns(store.db, first.next as string)
      expect([second.campaigns.map(({ id }) => id), second.next]).toEqual([[ids[0]], null])
    })

    test('beside a comment stand the latest that say the same, and how alike they are', async () => {
      const all = await fill(5)
      await become(all[0]!.revisionId, 'removed')
      await become(all[1]!.revisionId, 'approved')
      await become(all[2]!.revisionId, 'withdrawn')
      const { near, decided } = await readAlike(store.db, all[4]!.revisionId, 3)
      expect(near.map(({ revisionId, alike }) => [revisionId, alike])).toEqual(
        [3, 2, 1].map((i) => [all[i]!.revisionId, 1]),
      )
      expect(decided).toEqual({ approved: 1, rejected: 1, spam: 0 })
      expect(await readAlike(store.db, 'nothing', 3)).toEqual({
        near: [],
        decided: { approved: 0, rejected: 0, spam: 0 },
      })
    })
  })
}

describe('a text that stands for others', () => {
  test('is the one most like all of them, the first of equals', () => {
    const texts = [
      'one entirely different thing to say about something else here',
      'please sign the letter for a crossing at the school today',
      'please sign the letter for a crossing at the school now',
      'please do sign the letter for a crossing at the school now',
    ]
    expect(typicalText(texts)).toBe(texts[2])
    expect(typicalText([texts[1] as string, texts[1] as string])).toBe(texts[1])
    expect(typicalText([])).toBe('')
    expect(mostTypical([new Set([1]), new Set([2]), new Set([2])])).toBe(1)
    // Only the latest twenty are compared.
    expect(typicalText([...Array(20).fill(texts[0]), ...Array(30).fill(texts[1])])).toBe(texts[0])
  })
})

describe('what a text is compared by is kept in the database, so it stays what it was', () => {
  test('its key, and the keys that it is found under', () => {
    const plain = plainTextOf(AD)
    const pairs = pairsOf(plain.words)
    expect([plain.key, plain.short, pairs.size]).toEqual([873_839_434_017_427, false, 19])
    expect(bandKeys(pairs)).toEqual([
      229_899_614_831_656, 1_137_698_516_541_053, 4_096_296_618_028_757, 1_743_781_284_130_174, 3_566_886_861_675_690,
      4_137_396_620_532_472, 443_550_284_809_045, 3_252_696_380_108_235,
    ])
  })

  test('two texts are alike by the share of pairs that they have in common', () => {
    const share = (one: number[], other: number[]) => likeness(new Set(one), new Set(other))
    expect(share([1, 2, 3], [3, 4])).toBe(1 / 4)
    expect(share([1, 2], [1, 2, 3])).toBe(2 / 3)
    expect(share([1], [2])).toBe(0)
    expect([...pairsOf(['a', 'b'])]).toHaveLength(3)
  })

  test('words are few up to seven, letters apart are a word from four on', () => {
    expect(plainTextOf('one two three four five six seven').short).toBe(true)
    expect(plainTextOf('one two three four five six seven eight').short).toBe(false)
    expect(plainTextOf('a b c').words).toEqual(['a', 'b', 'c'])
    expect(plainTextOf('a b c d').words).toEqual(['abcd'])
    expect(plainTextOf('x f r e e y! and a b').words).toEqual(['xfreey', 'and', 'a', 'b'])
    expect(plainTextOf('“fr33”, (c@sh)').words).toEqual(['free', 'cash'])
    expect(plainTextOf('Soooo 12 or 1000').words).toEqual(['soo', '0', 'or', '0'])
    expect(plainTextOf('😀 !!').words).toEqual(['😀 !!'])
  })
})
