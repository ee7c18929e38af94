/** The newsroom's letters page, and letters with a way in. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../test/databases.ts'
import { dump, dumpWithoutBackground, type PostOffice, postOffice } from '../../../test/letters.ts'
import { visitor } from '../../../test/sites.ts'
import { type MailServer, startMailServer } from '../../../test/smtp.ts'
import { LETTERS_A_NETWORK, mailKeysWith } from '../../access/index.ts'
import { addPerson, setDisabled } from '../../people/index.ts'
import { readSecret } from '../../store/index.ts'
import { queueAccountLetter } from './account.ts'

for (const kind of ONE_DATABASE) {
  describe(`letters of the site on ${kind}`, () => {
    let office: PostOffice
    let server: MailServer | undefined
    beforeEach(async () => {
      office = await postOffice(kind)
    })
    afterEach(async () => {
      await office.end()
      await server?.close()
      server = undefined
    })

    test('the way in stands in no letter that waits: its link is made as it leaves, and works once', async () => {
      const { staff, site } = office
      const page = await (
        await staff.post('/newsroom/people', { name: 'Zoë', mail: 'zoe@paper.example', switches: 'moderate' })
      ).text()
      expect(page).toContain('zoe@paper.example')
      const queued = await site.app.store.db.selectFrom('letters').selectAll().execute()
      expect(queued).toMatchObject([{ kind: 'invitation', text: '' }])
      const [letter] = await office.deliver()
      const link = letter?.link('/newsroom/sign-in/') as string
      const token = link.split('/').at(-1) as string
      expect(await dump(site.app.store)).not.toContain(token)
      expect((await visitor(site).post('/newsroom/sign-in', { token })).status).toBe(303)
      expect((await visitor(site).post('/newsroom/sign-in', { token })).status).toBe(410)
    })

    test('a link that is over is said to be gone, wherever it led', async () => {
      const { site } = office
      for (const path of ['/mail/confirm/none', '/newsroom/waiting/none'])
        expect((await visitor(site).get(path)).status, path).toBe(410)
      for (const [path, fields] of [
        ['/newsroom/sign-in', { token: 'none' }],
        ['/account/open/none', {}],
      ] as const)
        expect((await visitor(site).post(path, fields)).status, path).toBe(410)
    })

    test('who was locked out before the letter left gets none', async () => {
      const { staff, site } = office
      await staff.post('/newsroom/people', { name: 'Zoë', mail: 'zoe@paper.example', switches: 'moderate' })
      const { id } = await site.app.store.db
        .selectFrom('people')
        .select('id')
        .where('name', '=', 'Zoë')
        .executeTakeFirstOrThrow()
      await setDisabled(site.app.store, id, true, office.clock.now)
      expect(await office.deliver()).toEqual([])
    })

    test('a reader’s way in comes once a day, whoever asks', async () => {
      const keys = mailKeysWith(await readSecret(office.site.app.store, Date.now()))
      const ask = (address: string, network = 'n') =>
        office.site.app.store.transaction(office.clock.now, (tx) => queueAccountLetter(tx, keys, { address, network }))
      await ask('Ada@Reader.example')
      await ask('ada@reader.example', 'other')
      await ask('not an address')
      const letters = await office.deliver()
      expect(letters.map(({ to }) => to)).toEqual(['ada@reader.example'])
      expect(letters[0]?.link('/account/open/')).toMatch(/^\/account\/open\/[\w-]{43}$/)
      // Nothing tells any more which letters one network has asked for.
      const kept = await office.site.app.store.db.selectFrom('letters').select('headers_json').execute()
      expect(kept).toEqual([{ headers_json: '{}' }])
      await ask('ada@reader.example', 'a third')
      expect(await office.deliver()).toEqual([])
    })

    test('one network can ask for thousands of letters, and a few are queued', async () => {
      const { site } = office
      const asking = visitor(site)
      for (let i = 0; i < 40; i++) await asking.post('/account/link', { mail: `reader${i}@reader.example` })
      const waiting = await site.app.store.db.selectFrom('letters').select('kind').execute()
      expect(waiting).toHaveLength(LETTERS_A_NETWORK)
      // Another network is not held to that.
      await asking.post('/account/link', { mail: 'ada@reader.example' }, { 'x-forwarded-for': '192.0.2.77' })
      const to = (await office.deliver()).map((letter) => letter.to)
      expect(to).toHaveLength(LETTERS_A_NETWORK + 1)
      expect(to).toContain('ada@reader.example')
    })

    test('the page says how letters leave, and shows what waits, what left and what failed, never what they say', async () => {
      const { staff, site } = office
      const page = async () => (await staff.get('/newsroom/letters')).text()
      expect(await page()).toMatch(/No mail server is set up[\s\S]*outbox[\s\S]*None waiting[\s\S]*None yet/)
      expect(await (await staff.post('/newsroom/letters/test', {})).text()).toContain(
        'We have no email address for you',
      )
      await site.app.store.transaction(Date.now(), (tx) =>
        tx.rows.updateTable('people').set({ mail: 'editor@paper.example' }).execute(),
      )
      expect((await staff.post('/newsroom/letters/test', {})).status).toBe(303)
      const before = await dumpWithoutBackground(site.app.store)
      expect(await page()).toMatch(/Waiting[\s\S]*editor@paper\.example[\s\S]*in a moment/)
      expect(await dumpWithoutBackground(site.app.store)).toBe(before)
      expect(await office.deliver()).toMatchObject([{ subject: expect.stringContaining('Test email from') }])
      expect(await page()).toMatch(/Sent in the last thirty days[\s\S]*Test[\s\S]*Written to a file/)
      expect(await page()).not.toContain('get through to you')

      expect((await staff.post('/newsroom/letters', { digestHour: '19' })).status).toBe(303)
      for (const digestHour of ['', '24', '-1', '7.5', 'noon']) {
        const response = await staff.post('/newsroom/letters', { digestHour })
        expect(response.status).toBe(400)
        expect(await response.text()).toMatch(/from 0 to 23\.<[\s\S]*aria-invalid/)
      }
    })

    test('what nobody confirmed is forgotten: links after a week, counts after a day, wishes after a month', async () => {
      const { store } = office.site.app
      await office.comment({ comment: 'One', mail: 'zz-sweep@reader.example', tell: 'yes' })
      await office.deliver()
      expect(await dump(store)).toContain('zz-sweep')
      office.clock.now += 31 * 24 * 60 * 60 * 1000
      await office.deliver()
      for (const table of ['mail_links', 'letter_limits', 'answer_wishes', 'letters'] as const)
        expect(await store.db.selectFrom(table).selectAll().execute(), table).toEqual([])
    })

    test('only who may change settings sees it', async () => {
      const { site } = office
      const person = await addPerson(
        site.app.store,
        { name: 'Mo', mail: null, switches: ['moderate'] },
        office.clock.now,
      )
      if ('problem' in person) throw new Error(person.problem)
      const { makeSignInLink } = await import('../../people/index.ts')
      const mo = visitor(site)
      await mo.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, person.id, office.clock.now) })
      expect((await mo.get('/newsroom/letters')).status).toBe(403)
      expect((await mo.post('/newsroom/letters/test', {})).status).toBe(403)
      expect((await visitor(site).get('/newsroom/letters')).status).toBe(303)
    })

    test('with a mail server they leave through it, and what it refuses can be tried again', async () => {
      await office.end()
      server = await startMailServer()
      const smtp = { host: '127.0.0.1', port: server.port, secure: false, user: '', password: '' }
      office = await postOffice(kind, {
        mail: { smtp, from: { name: '', address: 'news@harbour.example' } },
      })
      const { staff, site } = office
      await site.app.store.transaction(Date.now(), (tx) =>
        tx.rows.updateTable('people').set({ mail: 'editor@paper.example' }).execute(),
      )
      server.misbehave = (command) => (command === 'RCPT TO' ? '550 nobody here' : null)
      await staff.post('/newsroom/letters/test', {})
      await office.deliver()
      const page = await (await staff.get('/newsroom/letters')).text()
      expect(page).toMatch(/Failed[\s\S]*550 nobody here/)
      server.misbehave = () => null
      const again = /action="(\/newsroom\/letters\/\w{26}\/again)"/.exec(page)?.[1] as string
      expect((await staff.post(again, {})).status).toBe(303)
      expect((await staff.post(again, {})).status).toBe(400)
      await office.deliver()
      expect(server.taken).toMatchObject([{ from: 'news@harbour.example', to: ['editor@paper.example'] }])
    })
  })
}
