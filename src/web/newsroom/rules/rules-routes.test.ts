/** Rules, bans and how a story takes comments, over HTTP as staff and readers meet them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../../test/databases.ts'
import {
  demonstration,
  editor,
  freshSite,
  postComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../../../../test/sites.ts'
import { addPerson, makeSignInLink } from '../../../people/index.ts'
import { newId } from '../../../store/index.ts'

const NOW = Date.UTC(2026, 4, 1, 12)

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let story: { id: string; path: string }
    let clock = NOW
    // One site for all: they are told apart by their names, and each leaves the story open.
    beforeAll(async () => {
      site = await freshSite(kind, { now: () => clock, config: { proxies: 1 } })
      staff = await editor(site)
      story = await demonstration(site)
    })
    afterAll(() => site.drop())

    let senders = 0
    const send = async (comment: string, name = 'Ben') => {
      const reader = visitor(site)
      const from = `10.1.${++senders}.1`
      const post: Visitor['post'] = (path, fields) => reader.post(path, fields, { 'x-forwarded-for': from })
      const receipt = await postComment({ ...reader, post }, story.path, { name, comment })
      await site.app.examined()
      return receipt
    }
    const idOf = (receipt: string) => receipt.slice('/receipts/'.length, '/receipts/'.length + 26)
    const text = async (response: Response | Promise<Response>) => (await response).text()
    const page = (path: string) => text(staff.get(path))
    const publicPage = async () => text(fetch(site.url + story.path))
    const RULES = '/newsroom/review/rules'
    const words = { name: 'Watches', kind: 'words', words: 'cheap watches', effect: 'spam' }
    const draft = async (fields: Record<string, string> = words) => {
      const response = await staff.post(RULES, fields)
      expect(response.status).toBe(303)
      return response.headers.get('location') as string
    }
    const someone = async (switches: Parameters<typeof addPerson>[1]['switches']) => {
      const person = await addPerson(site.app.store, { name: 'Cleo', mail: null, switches }, clock)
      if ('problem' in person) throw new Error(person.problem)
      const visit = visitor(site)
      await visit.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, person.id, clock) })
      return visit
    }

    test('an address made to be odd is answered as one that finds nothing', async () => {
      for (const field of ['author', 'q', 'story', 'signal'])
        for (const path of ['/newsroom/review', '/newsroom/review/search'])
          expect((await staff.get(`${path}?${field}=%00x`)).status, `${path} ${field}`).toBeLessThan(500)
    })

    test('a rule goes from its draft over its trial to the queue, without JavaScript', async () => {
      expect(await page(RULES)).toContain('No rules yet')
      const approved = idOf(await send('My cheap watches broke on the ferry'))
      const revision = await site.app.store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', approved)
        .executeTakeFirstOrThrow()
      await staff.post('/newsroom/review/decide', { revision: revision.id, action: 'approve' })
      for (let i = 0; i < 3; i++) await send(`cheap watches, offer ${i}`, `Seller ${i}`)

      const rule = await draft()
      expect(await page(rule)).toContain('This version has not been tried')
      expect((await staff.post(`${rule}/on`, { version: '1' })).status).toBe(409)
      const tried = await staff.post(`${rule}/try`, {})
      expect(tried.headers.get('location')).toBe(`${rule}#trial`)
      const result = await page(rule)
      expect(result).toContain('4 caught, 1 of them approved')
      expect(result).toContain(`href="/newsroom/comments/${approved}"`)
      expect(result).toContain('3 waiting')
      expect((await staff.post(`${rule}/on`, { version: '1' })).status).toBe(303)
      expect(await page(rule)).toContain('Switch off')
      expect(await page(RULES)).toContain('Switched on by Editor')

      const caught = idOf(await send('CH3AP WATCHES'))
      const signals = await site.app.store.db
        .selectFrom('signals')
        .select('words')
        .where('phase', '=', 'rule: Watches')
        .execute()
      expect(signals).toEqual([{ words: 'Rule “Watches”: “cheap watches”' }])
      expect(await publicPage()).not.toContain(caught)
      await staff.post(`${rule}/off`, {})
      expect(await page(RULES)).toContain('Switched off by Editor')
    })

    test('what has to be put right is said in a sentence, and nothing typed is lost', async () => {
      const wrong = await staff.post(RULES, { ...words, words: 'a*b\n<b>watches</b>' })
      expect(wrong.status).toBe(400)
      const back = await wrong.text()
      expect(back).toContain('can’t be looked for')
      expect(back).toContain('&lt;b&gt;watches&lt;/b&gt;')
      const clocks = { ...words, name: 'Clocks' }
      const rule = await draft(clocks)
      expect(await text(staff.post(RULES, clocks))).toContain('There is already a rule called “Clocks”')
      await staff.post(rule, { ...clocks, base: '1', words: 'dear watches' })
      const late = await staff.post(rule, { ...clocks, base: '1', words: 'other watches' })
      expect(late.status).toBe(409)
      expect(await late.text()).toContain('other watches')
      expect(await page(rule)).toContain('Version 2')
      for (const [path, fields] of [
        [`${RULES}/known-readers`, { comments: 'many' }],
        [`/newsroom/stories/${story.id}/discussion`, { mode: 'slow', minutes: '4' }],
      ] as const)
        expect((await staff.post(path, fields as Record<string, string>)).status).toBe(400)
      expect((await staff.get(`${RULES}/${story.id}`)).status).toBe(404)
    })

    test('a trial that is under way says how far it is, and stands in the way of another until it is stopped', async () => {
      const [one, other] = [await draft({ ...words, name: 'One' }), await draft({ ...words, name: 'Other' })]
      const { store } = site.app
      await store.transaction(clock, (tx) =>
        tx.rows
          .insertInto('rule_trials')
          .values({
            id: newId(clock),
            rule_id: one.split('/').at(-1) as string,
            version: 1,
            pattern_json: JSON.stringify({ kind: 'words', words: ['cheap watches'] }),
            state: 'running',
            started_at: clock,
            started_by: null,
            ended_at: null,
            before_id: null,
            back_to: Date.UTC(2026, 2, 3),
            found_json: JSON.stringify({
              looked: 12_300,
              caught: 5,
              states: { spam: 5 },
              months: [],
              approved: [],
              others: [],
            }),
          })
          .execute(),
      )
      const running = await staff.get(one)
      expect(running.headers.get('refresh')).toBe('4')
      expect(await running.text()).toContain('The trial is running: 12,300 comments so far, back to 3 March 2026.')
      expect((await staff.get(`${one}?still`)).headers.get('refresh')).toBeNull()
      const waiting = await page(other)
      expect(waiting).toContain('Only one can run at a time')
      expect(waiting).not.toContain('Try it on older comments')
      expect((await staff.post(`${other}/try`, {})).status).toBe(409)
      await staff.post(`${one}/stop`, {})
      expect(await page(one)).toContain('I know that only comments back to 3 March 2026 were tried')
      expect((await staff.post(`${one}/on`, { version: '1' })).status).toBe(409)
      expect((await staff.post(`${one}/on`, { version: '1', partial: 'yes' })).status).toBe(303)
      expect((await staff.post(`${other}/try`, {})).status).toBe(303)
      await staff.post(`${one}/off`, {})
    })

    test('readers are told how a story takes comments, and how long their turn is away', async () => {
      expect(await publicPage()).not.toContain('slowly')
      const discussion = `/newsroom/stories/${story.id}/discussion`
      await staff.post(discussion, { mode: 'slow', minutes: '10' })
      expect(await publicPage()).toContain('Slow mode: each person can send one comment every 10 minutes.')
      expect(await page(discussion)).toContain('Set by Editor')
      expect(await page(`/newsroom/stories/${story.id}`)).toContain(
        'Slow mode: each person can send one comment every 10 minutes.',
      )
      const reader = visitor(site)
      await postComment(reader, story.path, { name: 'Ben', comment: 'First' })
      await reader.get('/form-token')
      const second = await reader.post(`${story.path}/comments`, { name: 'Ben', comment: 'Second <words>', mail: '' })
      expect(second.status).toBe(429)
      const back = await second.text()
      expect(back).toContain('You can send yours in 10 minutes')
      expect(back).toContain('Second &lt;words&gt;')
      await staff.post(discussion, { mode: 'hold' })
      expect(await publicPage()).toContain('wait until the newsroom has time for all of them')
      await staff.post(discussion, { mode: 'closed' })
      expect(await publicPage()).toContain('Comments on this story are closed.')
      // Saving the story leaves its comments as they are.
      const saved = await staff.post(`/newsroom/stories/${story.id}`, {
        base: '1',
        headline: 'The ferry',
        body: 'It came.',
      })
      expect(saved.status).toBe(303)
      expect(await publicPage()).toContain('Comments on this story are closed.')
      await staff.post(discussion, { mode: 'open' })
    })

    test('a ban is made at a comment, told with its reason, listed and lifted; what was typed is given back', async () => {
      clock += 60_000
      const reader = visitor(site)
      const receipt = await postComment(reader, story.path, { name: 'Ben', comment: 'You are all fools' })
      const ban = `/newsroom/comments/${idOf(receipt)}/ban`
      expect(await page(`/newsroom/comments/${idOf(receipt)}`)).toContain(`href="${ban}"`)
      expect(await page(ban)).toContain('only their network is known')
      const unsure = await staff.post(ban, { scope: 'site', term: 'day' })
      expect(unsure.status).toBe(400)
      expect(await unsure.text()).toContain('Choose a reason')
      const fields = { scope: 'site', term: 'day', reason: 'attack' }
      const long = await text(staff.post(ban, { ...fields, note: `Zz ${'x'.repeat(1000)}` }))
      expect(long).toMatch(/Keep it to 1,000 characters.*Zz x{1000}/s)
      expect((await staff.post(ban, { ...fields, note: 'No <names>, please.' })).status).toBe(303)
      await reader.get('/form-token')
      const again = await reader.post(`${story.path}/comments`, { name: 'Ben', comment: 'Once more', mail: '' })
      expect(again.status).toBe(403)
      const told = await again.text()
      expect(told).toContain('Comments from your network are not accepted on this site until 2 May 2026')
      expect(told).toMatch(/The reason: <strong>Personal attack\.<\/strong>.*No &lt;names&gt;, please\./s)
      expect(told).toMatch(/Statement of reasons.*made by a person, not by a program\..*write to the newsroom/s)
      const asJson = await reader.post(
        `${story.path}/comments`,
        { name: 'Ben', comment: 'Once more', mail: '' },
        { accept: 'application/json' },
      )
      const { error } = (await asJson.json()) as { error: { sentence: string } }
      expect(error.sentence).toMatch(/until 2 May 2026.*Personal attack\..*No <names>, please\..*write to the newsroom/)
      expect(told).toContain('Once more')
      expect(await text(reader.post(`${receipt}/edit`, { comment: 'Changed words' }))).toMatch(
        /Personal attack.*No &lt;names&gt;, please\..*Changed words/s,
      )
      const bans = await page('/newsroom/review/bans')
      expect(bans).toMatch(/how readers can reach you under .*Settings.*Personal attack.*No &lt;names&gt;, please\./s)
      const [, lift] = /action="(\/newsroom\/review\/bans\/[^"]+\/lift)"/.exec(bans) as unknown as [string, string]
      await staff.post(lift, {})
      expect(await page('/newsroom/review/bans')).toContain('Nobody is banned')
      clock += 60_000
      await postComment(reader, story.path, { name: 'Ben', comment: 'Sorry' })
    })

    test('what appears without review is said in public as long as it is on', async () => {
      const sentence = 'Comments by verified readers with 10 approved comments appear at once.'
      expect(await publicPage()).not.toContain(sentence)
      await staff.post(`${RULES}/known-readers`, { comments: '10' })
      expect(await publicPage()).toContain(sentence)
      // Where there is an exception, no page says that every comment is read first.
      expect(await publicPage()).not.toMatch(/The Courant\. A person reads every comment|reads it before anyone/)
      expect(await page(RULES)).toContain('Allowed by Editor')
      await staff.post(`${RULES}/known-readers`, { comments: 'off' })
      expect(await publicPage()).not.toContain(sentence)
      expect(await publicPage()).toContain('The Courant<br/>A person reads every comment before it appears.')
    })

    test('each does what their role has: moderators ban and slow stories down, editors alone make rules', async () => {
      const [moderator, reporter] = [await someone(['moderate']), await someone(['write'])]
      const comment = idOf(await send('Hello'))
      expect((await moderator.get(RULES)).status).toBe(403)
      expect((await moderator.post(`${RULES}/known-readers`, { comments: '10' })).status).toBe(403)
      expect((await moderator.get('/newsroom/review/bans')).status).toBe(200)
      expect((await moderator.post(`/newsroom/stories/${story.id}/discussion`, { mode: 'hold' })).status).toBe(303)
      expect((await reporter.get(`/newsroom/comments/${comment}/ban`)).status).toBe(403)
      expect((await reporter.post(`/newsroom/stories/${story.id}/discussion`, { mode: 'open' })).status).toBe(403)
      const foreign = await staff.post(RULES, words, { 'sec-fetch-site': 'cross-site' })
      expect(foreign.status).toBe(403)
    })
  })
}
