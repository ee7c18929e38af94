/** Words that are read in a thread before their examination. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../../test/databases.ts'
import { freshDesk } from '../../../../test/desks.ts'
import { need } from '../../../../test/need.ts'
import { type Examine, examining, postComment, signingWith } from '../../../discussion/index.ts'
import { changeSiteSettings } from '../../../publication/index.ts'
import type { Store } from '../../../store/index.ts'
import { examineAt } from '../examine.ts'
import { readBefore, readWordsAhead } from './read-ahead.ts'

await need('build')

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const place = { url: () => 'https://harbour-post.example' }

/** All kinds of them: thanks and adverts, rudeness, other languages and scripts, the same again, and nothing but signs. */
const COMMENTS = [
  'The new ferry timetable leaves nobody time to change at Saltmere, and the council knows it.',
  'Buy cheap pills now at https://pills.example/now best price!!!',
  'You are an idiot and I hope somebody hits you with an oar.',
  'Die Fähre war heute wieder zwanzig Minuten zu spät, und niemand hat etwas gesagt.',
  'Новый мост открыли только вчера, а он уже закрыт на ремонт до конца недели.',
  'My cousin made 4000 dollars from home last week, read how at quick-money.example',
  'My cousin made 5000 dollars from home last week, read how at quick-money.example',
  'My cousin made 6000 dollars from home last week, read how at quick-money.example',
  '> You are an idiot\n\nThat is no way to talk about the harbour master, whatever he did with the keys.',
  'Thanks!',
  '☂ ☂ ☂',
  'Read our story at https://harbour-post.example/lighthouse before you say such things about the keeper.',
]

for (const kind of DATABASES) {
  describe(`words read before their examination, on ${kind}`, () => {
    let store: Store
    let storyId: string
    let drop: () => Promise<void>
    beforeEach(async () => {
      ;({ store, drop, storyId } = await freshDesk(kind, () => NOW))
    })
    afterEach(() => drop())

    const post = async (text: string, number: number) => {
      const result = await postComment(
        store,
        signing,
        {
          storyId,
          parentId: null,
          form: { name: `Reader ${number}`, mail: '', text },
          honeypot: '',
          token: signing.formToken(NOW - 60_000),
          address: `203.0.${number}.7`,
        },
        NOW + number,
      )
      if (result.kind !== 'posted') throw new Error(JSON.stringify(result))
    }
    const said = async () => ({
      revisions: await store.db
        .selectFrom('comment_revisions')
        .select(['text', 'band', 'spam_chance', 'rules_chance', 'language', 'to_examine', 'text_number'])
        .orderBy('created_at')
        .execute(),
      signals: await store.db
        .selectFrom('signals as s')
        .innerJoin('comment_revisions as r', 'r.id', 's.revision_id')
        .select(['r.text', 's.phase', 's.state', 's.words', 's.weight'])
        .orderBy('r.created_at')
        .orderBy('s.phase')
        .execute(),
      together: (
        await store.db.selectFrom('comment_revisions').select(['text', 'campaign_id']).orderBy('created_at').execute()
      ).flatMap(({ text, campaign_id }) => (campaign_id === null ? [] : [text])),
    })
    /** Sends all of them and has them examined; answers what is said of them, and of how many the words had been read. */
    const examined = async (isAhead: boolean) => {
      for (const [number, text] of COMMENTS.entries()) await post(text, number)
      let read = 0
      const examine: Examine = async (tx, comments) => {
        read += (await readBefore(tx, comments)).filter((one) => one !== undefined).length
        return examineAt(store, place)(tx, comments)
      }
      const options = { now: () => NOW, examine, ...(isAhead ? { readAhead: readWordsAhead(store) } : {}) }
      while ((await examining(store, options).some()) > 0);
      return { read, ...(await said()) }
    }

    test('are judged as they are in the transaction', async () => {
      const { read: none, ...inside } = await examined(false)
      await drop()
      ;({ store, drop, storyId } = await freshDesk(kind, () => NOW))
      const { read, ...ahead } = await examined(true)
      expect([none, read]).toEqual([0, COMMENTS.length])
      expect(ahead).toEqual(inside)
      expect(inside.together).toHaveLength(3)
    })

    test('are read once more where the clocks of the site have been changed since', async () => {
      for (const [number, text] of COMMENTS.entries()) await post(text, number)
      const read: unknown[] = []
      const examine: Examine = async (tx, comments) => {
        read.push(...(await readBefore(tx, comments)))
        return examineAt(store, place)(tx, comments)
      }
      const readAhead = async (comments: Parameters<ReturnType<typeof readWordsAhead>>[0]) => {
        await readWordsAhead(store)(comments)
        await changeSiteSettings(store, { shown: {}, wanted: { timeZone: 'Asia/Tokyo' } }, null, NOW)
      }
      await examining(store, { now: () => NOW, examine, readAhead }).some()
      expect(read).toEqual(COMMENTS.map(() => undefined))
    })

    test('wait for the next look where they come while others are read', async () => {
      await post('The first of them, about the ferry', 1)
      let late = 2
      const readAhead = async () => post('Come while the others were read', late++)
      const { some } = examining(store, { now: () => NOW, readAhead })
      expect(await some()).toBe(1)
      expect((await said()).revisions.map(({ to_examine }) => to_examine === null)).toEqual([true, false])
    })
  })
}
