/** What the newsroom's pages offer to whom, and what takes one press there; without JavaScript. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { addPerson, makeSignInLink, ROLES } from '../../../people/index.ts'

for (const kind of DATABASES_OF_PAGES) {
  describe(`the newsroom on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let story: { id: string; path: string }
    beforeEach(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
      story = await demonstration(site)
    })
    afterEach(() => site.drop())

    const colleague = async (name: string, switches: readonly (typeof ROLES.editor)[number][]) => {
      const person = await addPerson(site.app.store, { name, mail: null, switches }, Date.now())
      if ('problem' in person) throw new Error(person.problem)
      const one = visitor(site)
      await one.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, person.id, Date.now()) })
      return one
    }
    const pageOf = async (who: Visitor, path: string) => {
      const response = await who.get(path)
      return { status: response.status, ...drawn(await response.text()) }
    }

    test('who may not change a story reads it, and is given no form whose words would be refused', async () => {
      const josef = await colleague('Josef', ROLES.reporter)
      const page = await pageOf(josef, `/newsroom/stories/${story.id}`)
      expect(page.words).toContain('This is a colleague’s story. You can only change your own.')
      expect(page.actions).not.toContain(`/newsroom/stories/${story.id}`)
      expect(page.field('body')).toBeUndefined()
      expect(page.texts('article')[0]?.length).toBeGreaterThan(200)
      const own = (await josef.post('/newsroom/stories', {})).headers.get('location') as string
      expect((await pageOf(josef, own)).actions).toContain(own)
      // Who publishes is another, and is said to be.
      expect((await pageOf(josef, `${own}?saved`)).words).toContain('Readers will see it once an editor publishes it.')
    })

    test('staff who meet an error stay in the newsroom, with the way back; strangers are shown the readers’ page', async () => {
      const mo = await colleague('Mo', ROLES.moderator)
      for (const [path, status, sentence] of [
        ['/newsroom/settings', 403, 'You need permission to change settings.'],
        ['/newsroom/nothing/here', 404, 'There is nothing at this address in the newsroom.'],
        ['/newsroom/stories/01arz3ndektsv4rrffq69g5fav', 404, 'There is no such story in the newsroom.'],
      ] as const) {
        const page = await pageOf(mo, path)
        expect([page.status, page.links['/newsroom']], path).toEqual([status, 'Back to the newsroom'])
        expect(page.words).toContain(sentence)
        expect(page.links).toHaveProperty('/newsroom/review')
        expect(page.links).not.toHaveProperty('/account')
      }
      const stranger = await pageOf(visitor(site), '/newsroom/nothing/here')
      expect([stranger.status, Object.keys(stranger.links)]).toEqual([404, expect.arrayContaining(['/account'])])
    })

    test('switching “Who says so” on or off says what readers see by then', async () => {
      const path = `/newsroom/stories/${story.id}/reading`
      const saved = await staff.post(`${path}/panel`, { shown: 'yes' })
      expect((await pageOf(staff, saved.headers.get('location') as string)).words).toContain(
        'Saved. Readers now see “Who says so” under this story.',
      )
      const off = await staff.post(`${path}/panel`, {})
      expect((await pageOf(staff, off.headers.get('location') as string)).words).toContain(
        'Saved. Readers no longer see “Who says so” under this story.',
      )
      expect((await pageOf(staff, path)).words).not.toContain('Saved.')
    })

    test('all people of a story are accepted by one press, and nobody else', async () => {
      const text = `A Weir Is Mended\n\nThe weir was mended, Anna Petrov said on Tuesday. “It holds,” said Carl Jonas. Dina Ostrow said that Acme Corporation had paid.`
      const pasted = (await staff.post('/newsroom/paste', { page: text })).headers.get('location') as string
      const before = await pageOf(staff, `${pasted}/reading`)
      expect(before.texts('button')).toContain('Accept all 3 people')
      expect((await staff.post(`${pasted}/reading/names`, { act: 'accept all', kind: 'person' })).status).toBe(303)
      const after = await pageOf(staff, `${pasted}/reading`)
      expect(after.texts('button').some((words) => words.startsWith('Accept all'))).toBe(false)
      expect(after.texts('button').filter((words) => words.startsWith('Remove page'))).toHaveLength(3)
    })

    test('the date found in a pasted page becomes the story’s by one press, with what was typed meanwhile', async () => {
      const text = `A Weir Is Mended\n\n16 May 2019\n\nThe weir was mended on a bright morning, and the water stands where it stood before the flood.`
      const pasted = (await staff.post('/newsroom/paste', { page: text })).headers.get('location') as string
      const page = await pageOf(staff, pasted)
      const button = page.elements.find(
        ({ name, text: words }) => name === 'button' && words.startsWith('Use 16 May 2019'),
      )
      expect(button?.attributes).toMatchObject({ name: 'afterwards', value: 'date 2019-05-16', form: 'story-form' })
      const form = (name: string) => page.field(name)?.attributes.value ?? page.field(name)?.text ?? ''
      const typed = { base: form('base'), headline: 'A weir is mended again', body: form('body') }
      const saved = await staff.post(pasted, { ...typed, afterwards: 'date 2019-05-16' })
      const dated = await pageOf(staff, saved.headers.get('location') as string)
      expect(dated.field('date')?.attributes.value).toBe('2019-05-16T12:00')
      expect(dated.field('headline')?.attributes.value).toBe('A weir is mended again')
      // A date that was typed stays through a save.
      const base = dated.field('base')?.attributes.value ?? ''
      const again = await staff.post(pasted, { ...typed, base, date: '2019-05-16T12:00' })
      expect((await pageOf(staff, again.headers.get('location') as string)).field('date')?.attributes.value).toBe(
        '2019-05-16T12:00',
      )
    })

    test('comments are filtered and searched by words of a story’s headline; where several fit, it asks which', async () => {
      const headlines = ['Market hall to stay', 'Market hall to go', 'Ferry late']
      for (const headline of headlines) {
        const made = (await staff.post('/newsroom/stories', {})).headers.get('location') as string
        const base = (await pageOf(staff, made)).field('base')?.attributes.value ?? ''
        await staff.post(made, { base, headline, body: 'Words.' })
      }
      for (const at of ['/newsroom/review', '/newsroom/review/search']) {
        expect((await pageOf(staff, `${at}?story=ferry+LATE`)).words, at).toContain('Ferry late')
        expect((await pageOf(staff, `${at}?story=market+hall+to+go`)).words, at).not.toContain('No single story fits')
        expect((await pageOf(staff, `${at}?story=market`)).words, at).toContain('That doesn’t match one single story.')
      }
      const offered = (await pageOf(staff, '/newsroom/review/search')).elements.filter(({ name }) => name === 'option')
      expect(offered.map(({ attributes }) => attributes.value)).toEqual(expect.arrayContaining(headlines))
    })

    test('without a mail server or a sender no page offers mail, and the newsroom is told that nothing is sent', async () => {
      const quiet = await freshSite(kind, { config: { mail: { smtp: null, from: null } } })
      try {
        const boss = await editor(quiet)
        const { path } = await demonstration(quiet)
        const page = await pageOf(visitor(quiet), path)
        expect(page.field('tell')).toBeUndefined()
        expect((await pageOf(visitor(site), story.path)).field('tell')).toBeDefined()
        const added = await boss.post('/newsroom/people', {
          name: 'Josef',
          mail: 'josef@paper.example',
          switches: 'write',
        })
        const words = drawn(await added.text()).words
        expect(words).toContain('Nothing is emailed to josef@paper.example')
        expect(words).not.toContain('also emailing')
      } finally {
        await quiet.drop()
      }
    })
  })
}
