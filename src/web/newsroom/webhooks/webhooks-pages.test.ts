/** Webhooks in the settings: what an editor adds, sees and changes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { formTo } from '../../../../test/forms.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { publish } from '../../../story/index.ts'

const HERE = '/newsroom/webhooks'

for (const kind of DATABASES_OF_PAGES) {
  describe(`webhooks in the settings on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    beforeAll(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
    })
    afterAll(() => site.drop())

    const page = async (path = HERE) => drawn(await (await staff.get(path)).text())
    const adding = (address: string, ...events: string[]) => {
      const form = new FormData()
      form.append('address', address)
      for (const event of events) form.append('events', event)
      return staff.post(HERE, form)
    }

    test('one that is added shows its secret once, and a new one only when it is asked for', async () => {
      const { words: empty } = await page()
      expect(empty).toContain('No webhooks yet.')
      expect(empty).not.toContain('0 webhooks')
      const html = await (await adding('https://hooks.example.org/courant?key=abc', 'story.published')).text()
      const secret = /value="(whsec_[^"]+)"/.exec(html)?.[1] ?? ''
      expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32)
      const [own = ''] = Object.keys((await page()).links).filter((link) => link.startsWith(`${HERE}/`))
      const again = await (await staff.get(own)).text()
      expect(again).not.toContain('whsec_')
      expect(drawn(again).words).toContain('https://hooks.example.org/courant?key=abc')
      const renewed = await (await staff.post(`${own}/secret`, {})).text()
      expect(renewed).toMatch(/value="whsec_/)
      expect(renewed).not.toContain(secret)
      // Addresses may have keys in them; the log stays for ever.
      const log = (await page('/newsroom/log?kind=settings')).words
      expect(log).toContain('Added a webhook to hooks.example.org')
      expect(log).not.toContain('abc')
    })

    test('what can’t be taken comes back with a sentence and with what was typed', async () => {
      const bad = await adding('http://hooks.example.org/', 'story.published', 'made.up')
      expect(bad.status).toBe(400)
      const html = await bad.text()
      expect(drawn(html).words).toContain('The address has to begin with https://')
      expect(formTo(html, HERE)?.fields.address).toBe('http://hooks.example.org/')
      expect(drawn(await (await adding('https://192.168.0.1/', 'story.published')).text()).words).toContain(
        '192.168.0.1 can’t be reached from the internet.',
      )
      expect(drawn(await (await adding('https://hooks.example.org/')).text()).words).toContain('Choose at least one')
    })

    test('it is told of other things, switched off and on, and removed', async () => {
      await adding('https://hooks.invalid/', 'story.published')
      const lines = Object.entries((await page()).links)
      const [own = ''] = lines.find(([, words]) => String(words).includes('hooks.invalid')) ?? []
      expect((await staff.post(`${own}/events`, {})).status).toBe(400)
      expect((await staff.post(`${own}/events`, { events: 'story.changed' })).status).toBe(303)
      const { id } = await demonstration(site)
      await publish(site.app.store, { id, by: null }, Date.now())
      const { words, actions } = await page(own)
      expect(words).toContain('A published story is changed')
      expect(actions).toContain(`${own}/switch`)
      expect((await staff.post(`${own}/switch`, {})).status).toBe(303)
      expect((await page(own)).words).toContain('Switched off on')
      const message = await site.app.store.db.selectFrom('webhook_messages').select('id').executeTakeFirst()
      const early = await staff.post(`${own}/messages/${message?.id}/again`, {})
      expect(drawn(await early.text()).words).toContain('Switch the webhook on first.')
      expect((await staff.post(`${own}/switch`, { on: '1' })).status).toBe(303)
      expect((await staff.post(`${own}/messages/${message?.id}/again`, {})).status).toBe(303)
      const tested = await staff.post(`${own}/test`, {})
      expect(tested.headers.get('location')).toBe(`${own}?done=tested`)
      expect((await page(own)).words).toContain('A test message')
      expect((await staff.post(`${own}/remove`, {})).status).toBe(303)
      expect((await staff.get(own)).status).toBe(404)
      expect((await staff.post(`${own}/remove`, {})).status).toBe(404)
    })

    test('one that the site has switched off waits for somebody, wherever in the newsroom they are', async () => {
      await adding('https://hooks.example.com/', 'story.published')
      await site.app.store.transaction(Date.now(), async (tx) => {
        await tx.rows
          .updateTable('webhooks')
          .set({ off_at: tx.now, off_why: 'failing' })
          .where('address', '=', 'https://hooks.example.com/')
          .execute()
      })
      expect((await page('/newsroom')).words).toContain('1 webhook switched off')
      expect((await page()).words).toContain('nothing had got there for five days')
    })

    test('nobody else gets there', async () => {
      expect((await visitor(site).get(HERE)).status).not.toBe(200)
    })
  })
}
