/** Moving in, as an editor does it: an export is given, looked through, taken in and taken out again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { disqusExport } from '../../../../test/exports/comment-services.ts'
import { bringInFerryStories } from '../../../../test/exports/moved-stories.ts'
import { formTo } from '../../../../test/forms.ts'
import { need } from '../../../../test/need.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../../../../test/sites.ts'
import { listPeople } from '../../../people/index.ts'

await need('build')

const HERE = '/newsroom/move-in'

for (const kind of ONE_DATABASE) {
  describe(`moving in, on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    const dataFolder = mkdtempSync(join(tmpdir(), 'courant-move-in-'))
    beforeAll(async () => {
      site = await freshSite(kind, { config: { dataFolder } })
      staff = await editor(site)
    })
    afterAll(async () => {
      await site.drop()
      rmSync(dataFolder, { recursive: true, force: true })
    })

    const wordsAt = async (path: string) => drawn(await (await staff.get(path)).text()).words
    /** As the page refreshes itself, until it says this. */
    const until = async (path: string, said: string) => {
      for (let tries = 0; tries < 400; tries++) {
        const words = await wordsAt(path)
        if (words.includes(said)) return words
        await sleep(100)
      }
      throw new Error(`${path} never said “${said}”: ${await wordsAt(path)}`)
    }
    const upload = async (name: string, text: string) => {
      const form = new FormData()
      form.append('files', new Blob([text]), name)
      return staff.post(HERE, form)
    }

    test('an export is shown first, then taken in, told of, and taken out again', async () => {
      const { store } = site.app
      const [someone] = await listPeople(store.db)
      await bringInFerryStories(store, someone?.id as string, 3, Date.now())
      const given = await upload('ferry.xml', [...disqusExport({ pages: 4, comments: 5 })].join(''))
      expect(given.status).toBe(303)
      const at = given.headers.get('location') as string
      const looked = await until(at, 'Before you move in')
      expect(looked).toContain('20 comments that were shown: wait for review')
      expect(looked).toContain('4 comment threads: matched with stories of this site')
      expect(
        await store.db.selectFrom('comments').select('id').where('form_nonce', 'like', 'import %').execute(),
      ).toEqual([])

      expect((await staff.post(`${at}/begin`, { comments: 'approved', trash: 'yes' })).status).toBe(303)
      const done = await until(at, 'What became of it')
      expect(done).toContain('15 comments: shown, as they were there')
      expect(done).toContain('5 comments: left out')
      expect(done).toContain('No story on this site fits it, and so 5 comments had to be left.')
      expect(await wordsAt(HERE)).toContain('Disqus')
      expect(await wordsAt('/2019/05/story-ferry-0')).toContain('The ferry was late again')

      await staff.post(`${at}/undo`, {})
      await until(at, 'It was taken out again.')
      // Other connections to the database hear of it a moment later.
      await expect.poll(() => wordsAt('/2019/05/story-ferry-0')).not.toContain('The ferry was late again')
    })

    test('what is no export is answered with a sentence, and can be given on the server instead', async () => {
      const none = await staff.post(HERE, new FormData())
      expect(none.status).toBe(400)
      expect(drawn(await none.text()).words).toContain('Choose the files of the export first.')
      const odd = await upload('notes.txt', 'Buy milk.')
      expect(await until(odd.headers.get('location') as string, 'It stopped')).toContain('Look again')

      const missing = await staff.post(`${HERE}/on-server`, { name: '../../../etc/passwd' })
      expect(missing.status).toBe(400)
      expect(drawn(await missing.text()).words).toContain('That file is no longer in the folder.')
      mkdirSync(join(dataFolder, 'imports'), { recursive: true })
      writeFileSync(join(dataFolder, 'imports', 'big.xml'), [...disqusExport({ pages: 1, comments: 1 })].join(''))
      expect(await wordsAt(HERE)).toContain('See what is in big.xml')
      const there = await staff.post(`${HERE}/on-server`, { name: 'big.xml' })
      const at = there.headers.get('location') as string
      await until(at, 'Before you move in')
      const typed = { address: 'ferry', zone: 'Europe/Oslo', unreviewed: 'yes' }
      const bad = await staff.post(`${at}/look`, typed)
      const html = await bad.text()
      expect(bad.status).toBe(400)
      expect(drawn(html).words).toContain('Write the whole address of the old site')
      expect(formTo(html, `${at}/look`)?.fields).toEqual(typed)
      await staff.post(`${at}/look`, { address: 'https://ferry.example/blog', zone: 'Europe/Oslo', unreviewed: 'no' })
      expect(await until(at, 'Before you move in')).toContain('Disqus, ferry.example')
      expect((await staff.get(`${HERE}/01m85t91e30nqre4wm18kx4s1p`)).status).toBe(404)
    })
  })
}
