/** An editor keeps stories on top of the front page, in an order, for a time, and says what is happening in one line. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../../test/databases.ts'
import { type Drawn, drawn } from '../../../../test/drawn.ts'
import { doWhatIsDue } from '../../../../test/due.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../../../../test/sites.ts'
import { publishedStory } from '../../../../test/stores.ts'
import { readPins } from '../../../front/index.ts'
import { changeSiteSettings } from '../../../publication/index.ts'
import { listPublished, unpublish } from '../../../story/index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** 12:00 in Berlin. */
const NOON = Date.UTC(2026, 10, 30, 11)

for (const kind of DATABASES) {
  describe(`the front page's editor on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let clock: number
    let ids: string[]
    let paths: string[]
    beforeEach(async () => {
      clock = NOON
      site = await freshSite(kind, { now: () => clock })
      staff = await editor(site)
      const { store } = site.app
      await changeSiteSettings(store, { wanted: { timeZone: 'Europe/Berlin' } }, null, clock)
      for (const { id } of await listPublished(store.db, { limit: 9 })) await unpublish(store, id, null, clock)
      ;[ids, paths] = [[], []]
      for (let i = 0; i < 9; i++) {
        const { id, path } = await publishedStory(store, `Story ${i}`, clock - i * HOUR)
        ids.push(id)
        paths.push(path)
      }
    })
    afterEach(() => site.drop())

    const page = async (path: string): Promise<Drawn> => drawn(await (await staff.get(path)).text())
    const onTop = async () => (await page('/')).texts('article').map((text) => /Story \d/.exec(text)?.[0])
    const pinned = async () => (await page('/newsroom/front')).texts('li').filter((text) => text.includes('↑'))
    const pin = (index: number, span = 'tomorrow') =>
      staff.post('/newsroom/front/pins', { story: ids[index] as string, span })
    const shown = async () => (await page('/newsroom/front')).field('shown')?.attributes.value as string
    const sentence = async (answer: Response) => drawn(await answer.text()).part('problem')

    test('a breaking line whose story is taken off the site says so, until it leads elsewhere', async () => {
      await staff.post('/newsroom/front/breaking', { words: 'Flood', path: paths[3] as string, span: '2h' })
      const warning = 'The story it leads to has been taken off the site.'
      expect((await page('/newsroom/front')).words).not.toContain(warning)
      await unpublish(site.app.store, ids[3] as string, null, clock)
      expect((await page('/newsroom/front')).words).toContain(warning)
      await staff.post('/newsroom/front/breaking', { words: 'Flood', path: paths[4] as string, span: '2h' })
      expect((await page('/newsroom/front')).words).not.toContain(warning)
    })

    test('stories are let go at their time though nobody visits, and pages are drawn anew', async () => {
      await pin(5, '2h')
      await pin(6)
      const heard: string[] = []
      const unlisten = site.app.store.listen((events) => heard.push(...events.map(({ kind }) => kind)))
      const kept = async () => (await readPins(site.app.store.db, 0)).map(({ storyId }) => storyId)
      for (const [later, left] of [
        [2 * HOUR, [ids[6]]],
        [24 * HOUR, []],
      ] as const) {
        clock += later
        await doWhatIsDue(site, () => clock)
        expect(await kept()).toEqual(left)
        expect(heard.splice(0)).toContain('front.changed')
      }
      unlisten()
    })

    test('a story that is kept on top leads until its time is over, on pages that are kept as well', async () => {
      expect((await onTop())[0]).toBe('Story 0')
      expect((await pin(7)).headers.get('location')).toBe('/newsroom/front?done=pinned')
      await pin(5, '2h')
      expect((await onTop()).slice(0, 3)).toEqual(['Story 5', 'Story 7', 'Story 0'])
      expect(await pinned()).toEqual([
        expect.stringMatching(/Lead.*Story 5.*Until 30 November 2026/),
        expect.stringMatching(/Top.*Story 7.*Until 1 December 2026.*06:00/),
      ])
      clock += 2 * HOUR
      expect((await onTop()).slice(0, 2)).toEqual(['Story 7', 'Story 0'])
      clock += 16 * HOUR
      expect((await onTop())[0]).toBe('Story 0')
      expect(await pinned()).toEqual([])
    })

    test('the order is changed by buttons, and where two change it at once the second is told and shown how it is', async () => {
      for (const index of [3, 2, 1]) await pin(index)
      const seen = await shown()
      expect(seen).toBe([ids[1], ids[2], ids[3]].join(' '))
      await staff.post('/newsroom/front/order', { shown: seen, order: '', move: `up ${ids[3]}` })
      expect((await onTop()).slice(0, 3)).toEqual(['Story 1', 'Story 3', 'Story 2'])
      const late = await staff.post('/newsroom/front/order', { shown: seen, order: '', move: `down ${ids[1]}` })
      expect(late.status).toBe(409)
      expect(await sentence(late)).toContain('Someone else changed')
      expect((await onTop()).slice(0, 3)).toEqual(['Story 1', 'Story 3', 'Story 2'])
      const dragged = [ids[2], ids[1], ids[3]].join(' ')
      await staff.post('/newsroom/front/order', { shown: await shown(), order: dragged })
      expect((await onTop()).slice(0, 3)).toEqual(['Story 2', 'Story 1', 'Story 3'])
      // A line that is not there any more moves nothing.
      const strange = await staff.post('/newsroom/front/order', { shown: await shown(), order: `${ids[2]} ${ids[1]}` })
      expect(strange.status).toBe(409)
    })

    test('the top holds six; a seventh is refused in a sentence, and so is what is not on the site', async () => {
      for (let index = 1; index <= 6; index++) expect((await pin(index)).status).toBe(303)
      const seventh = await pin(7)
      expect([seventh.status, await sentence(seventh)]).toEqual([
        400,
        'The top of the front page holds 6 stories, and an editor has filled it. Let one of them go first.',
      ])
      await staff.post('/newsroom/front/unpin', { story: ids[1] as string })
      expect((await pin(7)).status).toBe(303)
      const none = await staff.post('/newsroom/front/pins', { story: 'nothing', span: 'open' })
      expect([none.status, await sentence(none)]).toEqual([400, 'This story is not on the site. Publish it first.'])
    })

    test('how long is chosen anew; a date that is over or none comes back with what was typed', async () => {
      await pin(4)
      const change = (fields: Record<string, string>) =>
        staff.post('/newsroom/front/pins', { story: ids[4] as string, ...fields })
      const until = Date.UTC(2026, 11, 1, 5)
      await change({ span: 'as it is', shown: String(until), date: '2026-12-24T18:00' })
      expect(await pinned()).toEqual([expect.stringMatching(/Until 24 December 2026.*18:00/)])
      const over = await change({ span: '2h', shown: String(Date.UTC(2026, 11, 24, 17)), date: '2026-11-30T11:59' })
      expect(over.status).toBe(400)
      const again = drawn(await over.text())
      expect(again.part('problem')).toBe('That time has passed. Choose a later one.')
      expect(again.elements.find(({ attributes }) => attributes.id === `date-${ids[4]}`)?.attributes.value).toBe(
        '2026-11-30T11:59',
      )
      expect(await sentence(await change({ span: '2h', date: 'soon' }))).toContain('as in 2026-05-31 18:00')
      expect(await sentence(await change({ span: '' }))).toBe('Choose how long.')
      const late = await change({ span: 'open', shown: String(until) })
      expect(await sentence(late)).toContain('Someone else changed how long “Story 4” stays')
      await change({ span: 'open', shown: String(Date.UTC(2026, 11, 24, 17)) })
      expect(await pinned()).toEqual([expect.stringContaining('Until someone lets it go')])
    })

    test('a story that is taken off the site falls away for readers, and stays with its editor, marked', async () => {
      await pin(2, 'open')
      await unpublish(site.app.store, ids[2] as string, null, clock)
      expect((await onTop())[0]).toBe('Story 0')
      expect(await pinned()).toEqual([expect.stringMatching(/Not on the site.*Story 2.*taken off the site/)])
      await staff.post('/newsroom/front/unpin', { story: ids[2] as string })
      expect(await pinned()).toEqual([])
      expect((await page('/newsroom/log?kind=front')).texts('li')).toEqual([
        expect.stringContaining('Let go from the top of the front page: “Story 2”'),
        expect.stringContaining('Put on top of the front page: “Story 2”'),
      ])
    })

    test('a story’s own page keeps it on top, and lets it go', async () => {
      const own = `/newsroom/stories/${ids[6]}`
      expect((await page(own)).actions).toContain('/newsroom/front/pins')
      await pin(6)
      const kept = await page(own)
      expect(kept.words).toContain('This story is kept on top of the front page. Until 1 December 2026')
      expect(kept.actions).toContain('/newsroom/front/unpin')
    })

    test('the breaking line stands over the front page and every story, until it is over or taken down', async () => {
      const line = (fields: Record<string, string>) =>
        staff.post('/newsroom/front/breaking', { words: '', path: '', span: '2h', date: '', ...fields })
      expect((await page('/')).part('breaking')).toBeUndefined()
      const set = { words: '  The sluice is\nopen ', path: paths[1] as string }
      expect((await line(set)).headers.get('location')).toBe('/newsroom/front?done=breaking')
      for (const path of ['/', paths[3] as string]) {
        const read = await page(path)
        expect([path, read.part('breaking')]).toEqual([path, 'Breaking The sluice is open'])
        expect(read.links[paths[1] as string]).toBeDefined()
      }
      expect((await page('/archive')).part('breaking')).toBeUndefined()
      clock += 2 * HOUR
      for (const path of ['/', paths[3] as string]) expect((await page(path)).part('breaking')).toBeUndefined()
      await line({ words: 'Again' })
      expect((await page('/')).part('breaking')).toBe('Breaking Again')
      await line({ end: 'yes' })
      expect((await page('/')).part('breaking')).toBeUndefined()
    })

    test('a story that is taken off the site leaves the breaking line without a way to it, and the menus without its line', async () => {
      const path = paths[2] as string
      await staff.post('/newsroom/front/breaking', { words: 'The sluice is open', path, span: '2h', date: '' })
      await staff.post('/newsroom/menus/head/add', { thing: '', href: path, label: 'The sluice' })
      const other = paths[3] as string
      expect((await page(other)).links).toHaveProperty(path)
      await staff.post(`/newsroom/stories/${ids[2]}/unpublish`, {})
      // Pages that were kept before among them.
      for (const seen of ['/', other, '/archive']) expect((await page(seen)).links).not.toHaveProperty(path)
      expect((await page(other)).part('breaking')).toBe('Breaking The sluice is open')
    })

    test('of two who set the breaking line at once the second is told, and what they typed is given back', async () => {
      const before = { 'shown-words': '', 'shown-path': '', 'shown-until': '0', path: '', date: '' }
      await staff.post('/newsroom/front/breaking', { ...before, words: 'First', span: '2h' })
      const second = await staff.post('/newsroom/front/breaking', { ...before, words: 'Second', span: 'tonight' })
      expect(second.status).toBe(409)
      const again = drawn(await second.text())
      expect(again.part('problem')).toContain('Someone else')
      expect(again.part('theirs-words')).toContain('First')
      expect(again.field('words')?.attributes.value).toBe('Second')
      expect((await page('/')).part('breaking')).toBe('Breaking First')
      for (const [fields, said] of [
        [{ words: ' \u200b' }, 'Write the sentence first.'],
        [{ words: 'x'.repeat(141) }, 'Keep the breaking line to 140 characters.'],
        [{ words: 'Flood', path: '/2020/01/none' }, 'This story is not on the site. Publish it first.'],
        [{ words: 'Flood', span: 'open' }, 'A breaking line has to end: choose how long it stays.'],
      ] as const) {
        const refused = await staff.post('/newsroom/front/breaking', { path: '', span: '2h', date: '', ...fields })
        expect([refused.status, await sentence(refused)]).toEqual([400, said])
      }
    })

    test('the front page says how long ago, and is drawn anew at most once a minute', async () => {
      const times = async () => (await page('/')).texts('time').slice(0, 2)
      expect(await times()).toEqual(['just now', '1 h'])
      clock += MINUTE - 1
      expect(await times()).toEqual(['just now', '1 h'])
      clock += 1
      expect(await times()).toEqual(['1 min', '1 h'])
    })
  })
}
