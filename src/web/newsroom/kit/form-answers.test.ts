/** What the newsroom answers to what is sent to it: where it leads on, what it says, and what is given back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import {
  demonstration,
  editor,
  freshSite,
  postComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../../../../test/sites.ts'
import { newId } from '../../../store/index.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const UNKNOWN = '0'.repeat(26)

for (const kind of DATABASES_OF_PAGES) {
  describe(`on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let story: { id: string; path: string }
    beforeAll(async () => {
      site = await freshSite(kind, { now: () => NOW })
      staff = await editor(site)
      story = await demonstration(site)
    })
    afterAll(() => site.drop())

    const cookieOf = ({ cookies }: Visitor) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const page = async (path: string) => drawn(await (await staff.get(path)).text())
    const send = async (path: string, fields: Record<string, string>) => {
      const response = await staff.post(path, fields)
      const location = response.headers.get('location')
      return { status: response.status, location, html: await response.text() }
    }

    test('a form that is too large, or none at all, is refused with what to do, whichever form it is', async () => {
      for (const path of ['/newsroom/letters', '/newsroom/review/sample', '/account/link', '/newsroom/sign-in']) {
        const none = await staff.post(path, {}, { 'content-type': 'text/plain' })
        expect([path, none.status]).toEqual([path, 400])
        expect(await none.text()).toContain('not a form this site can read')
      }
      for (const path of ['/newsroom/letters', '/newsroom/notices', '/account/link']) {
        const large = await staff.post(path, { mail: 'x'.repeat(70_000) })
        expect([path, large.status]).toEqual([path, 413])
        expect(await large.text()).toContain('larger than this site takes')
        const type = { 'content-type': 'application/x-www-form-urlencoded', cookie: cookieOf(staff) }
        const broken = await fetch(`${site.url}${path}`, { method: 'POST', headers: type, body: 'mail=caf%E9' })
        expect([path, broken.status, await broken.text()]).toEqual([
          path,
          400,
          expect.stringContaining('Some characters arrived broken (not UTF-8)'),
        ])
        const whole = await staff.post(path, { mail: 'x'.repeat(60_000) })
        expect([path, whole.status === 413]).toEqual([path, false])
      }
    })

    test('the hour of letters is saved and said; what is no hour is given back with a sentence', async () => {
      const saved = await send('/newsroom/letters', { digestHour: ' 9 ' })
      expect([saved.status, saved.location]).toEqual([303, '/newsroom/letters?done=saved'])
      const after = await page('/newsroom/letters?done=saved')
      expect(after.words).toContain('Saved.')
      expect(after.field('digestHour')?.attributes.value).toBe('9')
      expect((await page('/newsroom/letters')).words).not.toContain('Saved.')
      for (const typed of ['25', 'noon', '']) {
        const wrong = await send('/newsroom/letters', { digestHour: typed })
        expect([typed, wrong.status]).toEqual([typed, 400])
        expect(drawn(wrong.html).field('digestHour')?.attributes).toMatchObject({
          value: typed,
          'aria-invalid': 'true',
        })
      }
      expect((await page('/newsroom/letters')).field('digestHour')?.attributes.value).toBe('9')
    })

    test('who has no mail address has no test letter; a letter that was not given up is not sent again', async () => {
      const test = await send('/newsroom/letters/test', {})
      expect([test.status, test.html]).toEqual([400, expect.stringContaining('We have no email address for you')])
      for (const id of [UNKNOWN, 'x', newId(NOW)]) {
        const again = await send(`/newsroom/letters/${id}/again`, {})
        expect([again.status, again.html]).toEqual([400, expect.stringContaining('no longer among the failed ones')])
      }
    })

    test('somebody is added with a link that is shown once, changed, locked out and let in again', async () => {
      const added = await send('/newsroom/people', { name: 'Mo', mail: '', switches: 'moderate' })
      expect([added.status, added.html]).toEqual([200, expect.stringContaining('/newsroom/sign-in/')])
      const id = /\/newsroom\/people\/([^/"]+)\/switches"(?![\s\S]*\/switches")/.exec(added.html)?.[1] ?? ''
      const people = await page('/newsroom/people')
      expect(people.words).not.toContain('/newsroom/sign-in/')
      const mo = [
        ...new Set(people.actions.flatMap((action) => /people\/([^/]+)\/switches/.exec(action)?.[1] ?? [])),
      ].filter((one) => added.html.includes(one))
      expect(mo).toContain(id)
      const person = (
        await site.app.store.db.selectFrom('people').select('id').where('name', '=', 'Mo').executeTakeFirstOrThrow()
      ).id
      for (const act of ['switches', 'disable', 'enable'])
        expect([act, await send(`/newsroom/people/${person}/${act}`, { switches: 'write' })]).toMatchObject([
          act,
          { status: 303, location: '/newsroom/people' },
        ])
      await send(`/newsroom/people/${person}/disable`, {})
      const link = await send(`/newsroom/people/${person}/link`, {})
      expect([link.status, link.html]).toEqual([400, expect.stringContaining('That person can’t sign in.')])
      expect((await send(`/newsroom/people/${UNKNOWN}/link`, {})).status).toBe(400)
      await send(`/newsroom/people/${person}/enable`, {})
      const again = await send(`/newsroom/people/${person}/link`, {})
      expect([again.status, again.html]).toEqual([200, expect.stringContaining('/newsroom/sign-in/')])
    })

    test('a person without a name is not added, and what was typed is there again', async () => {
      const wrong = await send('/newsroom/people', { name: ' ', mail: 'z@a.example', switches: 'write' })
      expect(wrong.status).toBe(400)
      const form = drawn(wrong.html)
      expect(form.field('mail', 'z@a.example')).toBeDefined()
    })

    test('the site’s settings are saved and said; a site without a name is not', async () => {
      const fields = {
        name: 'The Courant',
        tagline: '',
        language: 'en',
        timeZone: 'UTC',
        houseRule: 'Be\r\nbrief.',
        contact: '',
      }
      const saved = await send('/newsroom/settings', { ...fields, commentsOpen: 'yes' })
      expect([saved.status, saved.location]).toEqual([303, '/newsroom/settings?saved'])
      const after = await page('/newsroom/settings?saved')
      expect(after.field('houseRule')?.text).toBe('Be\nbrief.')
      expect(after.field('commentsOpen')?.attributes).toHaveProperty('checked')
      expect(after.field('whoSaysSo')?.attributes).not.toHaveProperty('checked')
      expect([after.part('notice') === undefined, (await page('/newsroom/settings')).part('notice')]).toEqual([
        false,
        undefined,
      ])
      const wrong = await send('/newsroom/settings', { ...fields, name: ' ', tagline: 'Kept' })
      expect(wrong.status).toBe(400)
      const form = drawn(wrong.html)
      expect([form.field('tagline')?.attributes.value, form.field('name')?.attributes['aria-invalid']]).toEqual([
        'Kept',
        'true',
      ])
      expect((await page('/newsroom/settings')).field('name')?.attributes.value).toBe('The Courant')
      expect((await send('/newsroom/settings/house-rule', { rule: 'x'.repeat(5000) })).status).toBe(400)
      expect((await send('/newsroom/settings/house-rule', { rule: 'Be kind.' })).location).toBe(
        '/newsroom/settings?saved',
      )
      expect((await page('/newsroom/settings')).field('houseRule')?.text).toBe('Be kind.')
    })

    test('a moderator’s own letters are switched on, kept and switched off; what is no number is given back', async () => {
      const fields = { told: 'yes', atLeast: '7', minutes: '90', quietFrom: '22', quietUntil: '6' }
      expect((await send('/newsroom/notices', fields)).location).toBe('/newsroom/notices?saved')
      const values = async (path: string) => {
        const drawnPage = await page(path)
        return ['atLeast', 'minutes', 'quietFrom', 'quietUntil'].map((name) => drawnPage.field(name)?.attributes.value)
      }
      expect(await values('/newsroom/notices')).toEqual(['7', '90', '22', '6'])
      expect((await page('/newsroom/notices')).field('told')?.attributes).toHaveProperty('checked')
      expect((await page('/newsroom/notices?saved')).part('notice')).toBeDefined()
      const wrong = await send('/newsroom/notices', { ...fields, minutes: 'soon' })
      expect([wrong.status, drawn(wrong.html).field('minutes')?.attributes.value]).toEqual([400, 'soon'])
      // Who wants none is not held up by what stands in the fields.
      expect((await send('/newsroom/notices', { ...fields, told: '', minutes: 'soon' })).status).toBe(303)
      expect((await page('/newsroom/notices')).field('told')?.attributes).not.toHaveProperty('checked')
    })

    test('a story takes comments as was chosen, and a choice that is none is asked for again', async () => {
      const path = `/newsroom/stories/${story.id}/discussion`
      for (const fields of [{ mode: 'hold' }, { mode: 'slow', minutes: '10' }, { mode: 'closed' }, { mode: 'open' }]) {
        expect([fields, (await send(path, fields as unknown as Record<string, string>)).location]).toEqual([
          fields,
          `${path}?saved`,
        ])
        const chosen = (await page(path)).elements.filter(
          ({ attributes }) => attributes.name === 'mode' && 'checked' in attributes,
        )
        expect(chosen.map(({ attributes }) => attributes.value)).toEqual([fields.mode])
      }
      for (const fields of [{ mode: 'never' }, { mode: 'slow', minutes: '7' }, {}] as Record<string, string>[]) {
        const wrong = await send(path, fields)
        expect([wrong.status, wrong.html]).toEqual([400, expect.stringContaining('Choose how readers can comment')])
      }
      expect((await staff.get(`/newsroom/stories/${UNKNOWN}/discussion`)).status).toBe(404)
    })

    test('a ban that lacks a choice says which, and a comment that is not there can’t be banned for', async () => {
      const receipt = await postComment(visitor(site), story.path, { name: 'Ben', comment: 'Hello there' })
      const path = `/newsroom/comments/${receipt.slice('/receipts/'.length, '/receipts/'.length + 26)}/ban`
      const fields = { reason: 'attack', scope: 'story', term: 'day', note: '' }
      for (const [changes, sentence] of [
        [{ reason: 'mood' }, 'Choose a reason.'],
        [{ scope: 'town' }, 'Choose where the ban applies.'],
        [{ term: 'eternity' }, 'Choose how long the ban lasts.'],
      ] as const) {
        const wrong = await send(path, { ...fields, ...changes })
        expect([wrong.status, wrong.html]).toEqual([400, expect.stringContaining(sentence)])
      }
      expect((await page('/newsroom/review/bans')).words).toContain('Nobody is banned.')
      expect(await send(path, fields)).toMatchObject({ status: 303, location: '/newsroom/review/bans' })
      expect((await page('/newsroom/review/bans')).words).not.toContain('on the whole site')
      expect((await page(path)).words).toContain('The author is banned on ')
      const lift = (await page('/newsroom/review/bans')).actions.find((action) => action.endsWith('/lift'))
      expect(await send(lift ?? '', {})).toMatchObject({ status: 303, location: '/newsroom/review/bans' })
      expect((await page('/newsroom/review/bans')).words).toContain('Nobody is banned.')
      for (const id of [UNKNOWN, 'x']) expect((await staff.get(`/newsroom/comments/${id}/ban`)).status).toBe(404)
      expect((await send(`/newsroom/comments/${UNKNOWN}/ban`, fields)).status).toBe(404)
    })

    test('campaigns and second looks that are not there are said to be that', async () => {
      const path = `/newsroom/review/campaigns/${UNKNOWN}`
      expect((await staff.get(path)).status).toBe(404)
      expect((await staff.get('/newsroom/review/campaigns/x')).status).toBe(404)
      expect((await send(`${path}/decide`, { action: 'burn' })).status).toBe(400)
      expect((await send('/newsroom/review/campaigns/x/decide', { action: 'approve' })).status).toBe(400)
      expect((await send(`${path}/undo`, { group: 'x' })).status).toBe(400)
      expect((await page('/newsroom/review/campaigns?after=nothing')).texts('h2')).toContain('Waiting')
      expect((await page(`/newsroom/review/campaigns?after=${UNKNOWN}`)).texts('h2')).toEqual(['Decided'])
      expect((await send('/newsroom/review/sample', { decision: 'x' })).status).toBe(400)
      expect((await send('/newsroom/review/sample', { decision: UNKNOWN, choice: 'approve' })).status).toBe(409)
      expect((await staff.get('/newsroom/review/rules/x')).status).toBe(404)
    })

    test('a search by a story that is not there says so; one by a time finds what is not older', async () => {
      const wrong = await staff.get('/newsroom/review/search?story=/2020/01/none')
      expect([wrong.status, await wrong.text()]).toEqual([
        400,
        expect.stringContaining('That doesn’t match one single story.'),
      ])
      const found = async (query: string) => (await page(`/newsroom/review/search?${query}`)).texts('h2')
      expect(await found('author=Ben')).toEqual(['1 comment'])
      expect(await found('author=Ben&days=1')).toEqual(['1 comment'])
      expect(await found('author=Ben&state=approved')).toEqual(['No comments found'])
      expect(await found('days=-1')).toEqual([])
      expect(await found('days=99999')).toEqual([])
      expect((await page(`/newsroom/review/search?story=${story.path}`)).words).toContain('Story: ')
    })

    test('a decision leads back to the page it was made on; one that comes too late says who was first', async () => {
      const receipt = await postComment(visitor(site), story.path, { name: 'Cora', comment: 'A word of mine' })
      const comment = receipt.slice('/receipts/'.length, '/receipts/'.length + 26)
      const { id: revision } = await site.app.store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', comment)
        .executeTakeFirstOrThrow()
      const decide = (fields: Record<string, string>) => send('/newsroom/review/decide', { revision, ...fields })
      expect((await decide({ action: 'burn' })).status).toBe(400)
      expect((await decide({ action: 'approve', revision: 'x' })).status).toBe(400)
      expect(await decide({ action: 'approve', comment })).toMatchObject({
        status: 303,
        location: `/newsroom/comments/${comment}`,
      })
      const late = await decide({ action: 'reject', reason: 'attack', comment })
      expect([late.status, drawn(late.html).texts('h1')]).toEqual([409, ['Comment by Cora']])
      const inQueue = await decide({ action: 'reject', reason: 'attack' })
      expect([inQueue.status, drawn(inQueue.html).texts('h1')]).toEqual([409, ['Review']])
      const json = { accept: 'application/json' }
      const asked = await staff.post('/newsroom/review/decide', { revision, action: 'approve' }, json)
      expect([asked.status, await asked.json()]).toEqual([
        409,
        { ok: false, decidedElsewhere: true, sentence: expect.stringMatching(/\.$/) },
      ])
      const { id: decision } = await site.app.store.db
        .selectFrom('decisions')
        .select('id')
        .where('revision_id', '=', revision)
        .executeTakeFirstOrThrow()
      const back = await staff.post('/newsroom/review/undo', { decision }, json)
      expect([back.status, await back.json()]).toEqual([200, { ok: true, revision }])
      const twice = await staff.post('/newsroom/review/undo', { decision }, json)
      expect([twice.status, await twice.json()]).toEqual([409, { ok: false, sentence: expect.any(String) }])
      expect((await send('/newsroom/review/undo', { decision })).status).toBe(409)
      expect(await decide({ action: 'reject', reason: 'spam', filter: 'author=Cora&nothing=1' })).toMatchObject({
        status: 303,
        location: '/newsroom/review?author=Cora',
      })
    })

    test('what a browser keeps in hand is counted for it, and put down by it', async () => {
      const json = { accept: 'application/json' }
      const kept = await staff.post('/newsroom/review/keep', { hand: 'h', showing: '', since: String(NOW) }, json)
      expect([kept.status, await kept.json()]).toEqual([200, expect.objectContaining({ ok: true, now: NOW })])
      expect(await send('/newsroom/review/release', { hand: 'h' })).toMatchObject({
        status: 303,
        location: '/newsroom',
      })
      expect(await (await staff.post('/newsroom/review/release', { hand: 'h' }, json)).json()).toEqual({ ok: true })
      const more = await staff.post('/newsroom/review/more', { hand: 'h', showing: '' })
      expect([more.status, more.headers.get('x-now')]).toEqual([200, String(NOW)])
    })

    test('answers to appeals and reports that are not there change nothing, and say so', async () => {
      for (const [path, fields, status] of [
        ['appeals/x', { verdict: 'uphold' }, 400],
        [`appeals/${UNKNOWN}`, { verdict: 'perhaps' }, 400],
        [`appeals/${UNKNOWN}`, { verdict: 'uphold', sentence: 'Because.' }, 409],
        ['appeals/undo', { decision: UNKNOWN }, 409],
        ['reports/x', { act: 'keep', last: UNKNOWN }, 400],
        [`reports/${UNKNOWN}`, { act: 'keep', last: 'x' }, 400],
        [`reports/${UNKNOWN}`, { act: 'perhaps', last: UNKNOWN }, 400],
        [`reports/${UNKNOWN}`, { act: 'keep', last: UNKNOWN, sentence: 'Because.' }, 409],
        ['reports/undo', { decision: UNKNOWN }, 409],
      ] as [string, Record<string, string>, number][])
        expect([path, fields, (await send(`/newsroom/review/${path}`, fields)).status]).toEqual([path, fields, status])
      expect((await page('/newsroom/review/appeals')).words).not.toContain('Answered.')
      expect((await page('/newsroom/review/appeals?answered')).words).toContain('Answered.')
      const said = async (query: string) => (await page(`/newsroom/review/reports${query}`)).words
      expect(await said('')).not.toMatch(/Removed\.|Kept\./)
      expect(await said('?decided=keep')).toContain('Kept.')
      // A removal of somebody else’s, or one that stands by now, has no way back.
      expect(await said(`?decided=${UNKNOWN}`)).toContain('Removed. Those who reported it')
    })

    test('a rule of the house is worded anew, and what is public is switched on and off, each by its own switch', async () => {
      const wording = { code: 'attack', title: 'Attack', sentence: 'It attacks somebody.', law: '' }
      const path = '/newsroom/review/reasons'
      expect((await send(path, wording)).location).toBe(`${path}?saved#rule-attack`)
      expect((await page(`${path}?saved`)).part('notice')).toBeDefined()
      expect((await page(path)).part('notice')).toBeUndefined()
      const wrong = await send(path, { ...wording, title: ' ', sentence: 'Kept words.' })
      expect([wrong.status, wrong.html]).toEqual([400, expect.stringContaining('Kept words.')])
      const isChecked = async () => {
        const reasons = await page(path)
        return ['log', 'report'].map((name) => 'checked' in (reasons.field(name)?.attributes ?? {}))
      }
      for (const [fields, on] of [
        [{ log: 'yes' }, [true, false]],
        [{ report: 'yes' }, [false, true]],
        [{}, [false, false]],
      ] as [Record<string, string>, boolean[]][]) {
        expect((await send(`${path}/publicity`, fields)).location).toBe(`${path}?saved`)
        expect(await isChecked()).toEqual(on)
      }
    })

    test('a new rule begins as one of words unless another kind is asked for, and keeps its kind', async () => {
      const kindOf = async (query: string) =>
        (await page(`/newsroom/review/rules/new${query}`)).field('kind')?.attributes.value
      expect([
        await kindOf(''),
        await kindOf('?kind=links'),
        await kindOf('?kind=first'),
        await kindOf('?kind=x'),
      ]).toEqual(['words', 'links', 'first', 'words'])
      const made = await send('/newsroom/review/rules', {
        name: 'Any link',
        kind: 'links',
        links: 'more',
        more: '2',
        effect: 'label',
      })
      expect(made.status).toBe(303)
      const path = made.location as string
      expect((await page(path)).words).toContain('Looks for more than 2 links and labels the comment.')
      const changed = await send(path, {
        name: 'Any link',
        kind: 'words',
        links: 'any',
        more: '',
        effect: 'label',
        base: '1',
      })
      expect(changed.location).toBe(`${path}?saved`)
      expect((await page(`${path}?saved`)).words).toContain('Saved as version 2.')
      expect((await page(path)).words).toContain('Looks for any link and')
      const wrong = await send(path, { name: '', links: 'any', effect: 'label', base: '2' })
      expect([wrong.status, drawn(wrong.html).field('name')?.attributes['aria-invalid']]).toEqual([400, 'true'])
      await send(`${path}/try`, {})
      expect((await send(`${path}/on`, { version: '2' })).location).toBe(`${path}?on`)
      expect((await page(`${path}?on`)).words).toContain('Switched on.')
      expect((await send(`${path}/off`, {})).location).toBe(`${path}?off`)
      expect((await page(`${path}?off`)).words).toContain('Switched off.')
    })
  })
}
