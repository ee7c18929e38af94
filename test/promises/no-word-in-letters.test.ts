/**
 * Promise 1, in letters: whatever readers and moderators do, and whenever
 * letters leave, no letter carries a word or a name that is not on the page at
 * that moment; and no answer is told twice.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownRevision } from '../comments.ts'
import { DATABASES } from '../databases.ts'
import { playHistories, TIMES } from '../histories.ts'
import { type LetterRead, type PostOffice, postOffice } from '../letters.ts'
import { visitor } from '../sites.ts'
import { tries } from '../thorough.ts'

const step = fc.record({
  act: fc.oneof(
    { weight: 5, arbitrary: fc.constant('answer' as const) },
    { weight: 5, arbitrary: fc.constant('approve' as const) },
    { weight: 4, arbitrary: fc.constant('deliver' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'reject' as const,
        'undo' as const,
        'remove' as const,
        'edit' as const,
        'withdraw' as const,
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom('rhythm' as const, 'restart' as const, 'wait' as const) },
  ),
  on: fc.nat(99),
})

for (const kind of DATABASES) {
  test(
    `no history on ${kind} puts a word into a letter that is not on the page as it leaves`,
    async () => {
      await playHistories(
        { promise: 'no word in letters', kind, histories: tries(6) },
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
          const office = await postOffice(kind)
          try {
            await play(office, steps)
          } finally {
            await office.end()
          }
        }),
      )
    },
    300_000 * TIMES,
  )
}

/** Plays a history, in which one answer has been told before it begins. */
async function play(office: PostOffice, steps: readonly { act: string; on: number }[]): Promise<void> {
  const { site, staff, clock, story } = office
  const stranger = visitor(site)
  const mine = await office.comment({ name: 'Zz!name0', comment: 'Zz!word0', mail: 'ada@reader.example', tell: 'yes' })
  const [asked] = await office.deliver()
  expect(asked?.raw).not.toContain('Zz!')
  const confirmed = await stranger.post(asked?.link('/mail/confirm/') as string, {})
  const notices = confirmed.headers.get('location')?.replace(/\?.*/, '') as string
  await stranger.post(notices, { rhythm: 'at once' })
  await office.decide(mine.id, 'approve')
  clock.now += 20_000
  const answers: { id: string; receipt: string }[] = []
  const decisions: string[] = []
  const seen = new Map<string, number>()
  let words = 0
  const pick = <T>(from: readonly T[], on: number) => from[on % from.length]
  const held = async () =>
    (await site.app.store.db.selectFrom('comment_revisions').select('comment_id').where('state', '=', 'held').execute())
      .map(({ comment_id }) => answers.find(({ id }) => id === comment_id))
      .filter((one) => one !== undefined)

  const check = async (letters: readonly LetterRead[]) => {
    const page = await (await fetch(`${site.url}/api/stories/${story.id}/comments`)).text()
    for (const letter of letters.filter(({ to }) => to === 'ada@reader.example')) {
      for (const word of letter.raw.match(/Zz!\w+/g) ?? []) expect(page, `${word} in a letter`).toContain(word)
      for (const [, id] of letter.text.matchAll(/#c-(\w{26})/g))
        seen.set(id as string, (seen.get(id as string) ?? 0) + 1)
    }
    for (const [id, times] of seen) expect(times, `${id} was told`).toBe(1)
  }

  // No history is silent, whatever its steps happen to be.
  const first = await office.comment({ name: 'Zz!namex', comment: 'Zz!wordx', parent: mine.id })
  answers.push(first)
  decisions.push(await office.decide(first.id, 'approve'))
  clock.now += 20_000
  await check(await office.deliver())
  expect([...seen.keys()]).toEqual([first.id])

  for (const { act, on } of steps) {
    clock.now += 1000
    words += 1
    if (act === 'answer') {
      const comment = `Zz!word${words}x`
      answers.push(await office.comment({ name: `Zz!name${words}x`, comment, parent: mine.id }))
    } else if (act === 'approve' || act === 'reject') {
      const one = pick(await held(), on)
      if (one) decisions.push(await office.decide(one.id, act, act === 'reject' ? 'off-topic' : ''))
    } else if (act === 'undo') {
      const decision = decisions.at(-1)
      if (decision) await staff.post('/newsroom/review/undo', { decision }, { accept: 'application/json' })
    } else if (act === 'remove') {
      const one = pick(answers, on)
      if (one) {
        const form = { revision: await shownRevision(site.app.store, one.id), reason: 'private' }
        await staff.post(`/newsroom/comments/${one.id}/remove`, form, { accept: 'application/json' })
      }
    } else if (act === 'edit') {
      const one = pick(answers, on)
      if (one) await stranger.post(`${one.receipt}/edit`, { comment: `Zz!edit${words}x` })
    } else if (act === 'withdraw') {
      const one = pick(answers, on)
      if (one) await stranger.post(`${one.receipt}/withdraw`, {})
    } else if (act === 'rhythm') {
      await stranger.post(notices, { rhythm: pick(['at once', 'daily', 'weekly'], on) as string })
    } else if (act === 'restart') await site.restart()
    else clock.now += act === 'wait' ? on * 2 * 60 * 60 * 1000 : on * 200
    if (act === 'deliver') await check(await office.deliver())
  }
  clock.now += 8 * 24 * 60 * 60 * 1000
  await check(await office.deliver())
}

describe('the key of a letter', () => {
  test('opens one thing only: a reader’s choices, a refusal and a receipt don’t stand for one another', async () => {
    const office = await postOffice('sqlite')
    try {
      const one = await office.comment({ comment: 'One', mail: 'ada@reader.example', tell: 'yes' })
      const [letter] = await office.deliver()
      const stranger = visitor(office.site)
      const confirmed = await stranger.post(letter?.link('/mail/confirm/') as string, {})
      const notices = confirmed.headers.get('location')?.replace(/\?.*/, '').split('/').at(-1) as string
      const stop = letter?.link('/mail/stop/').split('/').at(-1) as string
      const receipt = one.receipt.split('/').at(-1) as string
      for (const [place, keys] of [
        ['/notices/', [stop, receipt]],
        ['/mail/stop/', [notices, receipt]],
        ['/receipts/', [notices, stop]],
        ['/mail/confirm/', [notices, stop, receipt]],
        ['/newsroom/waiting/', [notices, stop, receipt, letter?.link('/mail/confirm/').split('/').at(-1) as string]],
      ] as const)
        for (const key of keys) expect((await stranger.get(`${place}${key}`)).status, place).toBeGreaterThanOrEqual(400)
    } finally {
      await office.end()
    }
  })
})
