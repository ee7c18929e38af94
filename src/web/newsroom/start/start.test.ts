/** The first hour of a newsroom, as a new editor goes through it without JavaScript. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { photo } from '../../../../test/pictures.ts'
import { freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'

const PASSWORD = 'a kettle of four tides'

for (const kind of ONE_DATABASE) {
  describe(`the first hour on ${kind}`, () => {
    let site: TestSite
    let editor: Visitor
    let dataFolder: string
    let first: Response
    beforeEach(async () => {
      dataFolder = await mkdtemp(join(tmpdir(), 'courant-start-'))
      site = await freshSite(kind, { config: { dataFolder } })
      editor = visitor(site)
      first = await editor.post('/newsroom/sign-in', { token: site.app.firstSignIn?.split('/').at(-1) ?? '' })
    })
    afterEach(async () => {
      await site.drop()
      await rm(dataFolder, { recursive: true, force: true })
    })

    const page = async (path: string, who = editor) => drawn(await (await who.get(path)).text())
    const progress = async () => (await page('/newsroom/start')).words.match(/\d of 5 done/)?.[0]

    test('the first sign-in leads to five steps; each that is done says so, and the home page reminds of the rest', async () => {
      expect(first.headers.get('location')).toBe('/newsroom/start')
      expect(await progress()).toBe('0 of 5 done')
      expect((await page('/newsroom')).words).toContain('Set up your newsroom: 0 of 5 steps done.')

      const you = { name: 'Ines Holt', mail: 'ines@harrow.example' }
      expect((await editor.post('/newsroom/start/you', you)).headers.get('location')).toBe('/newsroom/start#you')
      const way = { name: 'ines', password: PASSWORD, from: 'start' }
      expect((await editor.post('/newsroom/account/password', way)).headers.get('location')).toBe('/newsroom/start#way')
      const paper = new FormData()
      paper.set('name', 'The Harrow Echo')
      paper.set('timeZone', 'Europe/London')
      paper.set('logo', new Blob([new Uint8Array(await photo({ width: 300, height: 80 }))]), 'logo.png')
      expect((await editor.post('/newsroom/start/paper', paper)).status).toBe(303)
      expect(await progress()).toBe('3 of 5 done')
      expect(await (await editor.get('/')).text()).toContain('The Harrow Echo')
      expect((await page('/newsroom/start')).words).toContain('There is a logo.')

      const invited = await editor.post('/newsroom/start/invite', { name: 'Bo Lind', mail: '', switches: 'write' })
      expect(drawn(await invited.text()).words).toContain('Sign-in link for Bo Lind')
      await editor.post('/newsroom/stories', {})
      expect(await progress()).toBe('5 of 5 done')
      expect((await page('/newsroom')).words).not.toContain('Set up your newsroom')
    })

    test('the sample story goes by one press, and readers see it no more', async () => {
      expect((await page('/')).words).toContain('The last ferry leaves')
      expect((await page('/newsroom/start')).words).toContain('came with Courant')
      expect(await (await editor.get('/newsroom/start')).text()).toContain('href="/newsroom/move-in"')
      await editor.post('/newsroom/start/sample', {})
      expect((await page('/')).words).not.toContain('The last ferry leaves')
      expect((await page('/newsroom/start')).words).toContain('The sample story is gone.')
    })

    test('a time zone that is none and an address that is none are said, with what was typed', async () => {
      const nowhere = await editor.post('/newsroom/start/paper', { name: 'The Echo', timeZone: 'Harrow' })
      const { part, field } = drawn(await nowhere.text())
      expect([nowhere.status, part('problem')]).toEqual([400, expect.stringMatching(/time zone/)])
      expect(field('timeZone')?.attributes.value).toBe('Harrow')
      expect(await (await editor.get('/')).text()).not.toContain('The Echo')
      const typed = await editor.post('/newsroom/start/you', { name: 'Ines', mail: 'nowhere' })
      expect(drawn(await typed.text()).part('problem')).toContain('“nowhere” is not an email address.')
      expect(await progress()).toBe('0 of 5 done')
    })

    test('who has finished is reminded no more', async () => {
      await editor.post('/newsroom/start/finish', {})
      expect((await page('/newsroom')).words).not.toContain('steps done')
    })

    test('nobody signs out of their only way in without being told', async () => {
      const asked = await editor.post('/newsroom/sign-out', {})
      expect(drawn(await asked.text()).words).toContain('only a new sign-in link lets you back in')
      expect((await editor.get('/newsroom')).status).toBe(200)
      const sure = await editor.post('/newsroom/sign-out', { sure: 'yes' })
      expect(drawn(await sure.text()).words).toContain('You are signed out')
      expect((await editor.get('/newsroom')).status).toBe(303)
    })

    test('who has a password signs out at once, and comes back to the home page', async () => {
      await editor.post('/newsroom/account/password', { name: 'ines', password: PASSWORD })
      const out = await editor.post('/newsroom/sign-out', {})
      expect(drawn(await out.text()).words).toContain('You are signed out')
      const again = await editor.post('/newsroom/sign-in/password', { name: 'ines', password: PASSWORD })
      expect(again.headers.get('location')).toBe('/newsroom')
    })

    test('names and addresses are changed by their owner and by who manages people; the log says so', async () => {
      await editor.post('/newsroom/account/you', { name: 'Ines Holt', mail: 'ines@harrow.example' })
      await editor.post('/newsroom/people', { name: 'Bo', mail: 'bo@harrow.example', switches: 'write' })
      const people = await page('/newsroom/people')
      const bo = people.actions.findLast((action) => action.endsWith('/details')) ?? ''
      const taken = await editor.post(bo, { name: 'Bo Lind', mail: 'ines@harrow.example' })
      expect([taken.status, drawn(await taken.text()).part('alert')]).toEqual([
        400,
        'Someone with the address ines@harrow.example is already here.',
      ])
      expect((await editor.post(bo, { name: 'Bo Lind', mail: '' })).status).toBe(303)
      const { words } = await page('/newsroom/log')
      expect(words).toContain('Changed the name Bo to Bo Lind')
      expect(words).toContain('Removed the email address of Bo Lind')
    })
  })
}
