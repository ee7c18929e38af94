/** Moderators are told that comments wait, and decide from the letter's link; no letter holds a word of a comment. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../test/databases.ts'
import { dumpWithoutBackground, type PostOffice, postOffice } from '../../../test/letters.ts'
import { visitor } from '../../../test/sites.ts'
import { addPerson, type Person, setDisabled } from '../../people/index.ts'
import { saveWaitingChoices, type WaitingChoices } from './choices.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

for (const kind of DATABASES) {
  describe(`what waits, by mail, on ${kind}`, () => {
    let office: PostOffice
    let ana: Person
    beforeEach(async () => {
      office = await postOffice(kind)
      const { store } = office.site.app
      const person = await addPerson(
        store,
        { name: 'Ana', mail: 'ana@paper.example', switches: ['moderate'] },
        office.clock.now,
      )
      if ('problem' in person) throw new Error(person.problem)
      ana = person
      // The demonstration's own comment is out of the way.
      await office.decide(
        (
          await store.db
            .selectFrom('comment_revisions')
            .select('comment_id')
            .where('state', '=', 'held')
            .executeTakeFirstOrThrow()
        ).comment_id,
        'approve',
      )
    })
    afterEach(() => office.end())

    const choose = (choices: Partial<WaitingChoices> | null) => {
      const comments = { atLeast: 2, minutes: 30 }
      return office.site.app.store.transaction(Date.now(), (tx) =>
        saveWaitingChoices(
          tx,
          ana.id,
          choices && { comments, kinds: {}, quietFrom: null, quietUntil: null, ...choices },
        ),
      )
    }
    const stranger = () => visitor(office.site)

    test('a letter comes when enough have waited long enough, with counts and headlines and no word of a comment', async () => {
      await choose({})
      // With a sign that no key in a link has, so that none says it by chance.
      await office.comment({ name: 'Zz!name', comment: 'Zz!first' })
      await office.comment({ comment: 'Zz!second' })
      office.clock.now += 29 * MINUTE
      await office.comment({ comment: 'Zz!third' })
      expect(await office.deliver()).toEqual([])
      office.clock.now += 2 * MINUTE
      const [letter, ...others] = await office.deliver()
      expect(others).toEqual([])
      expect(letter).toMatchObject({ to: 'ana@paper.example', subject: expect.stringMatching(/^2 comments waiting/) })
      expect(letter?.raw).not.toContain('Zz!')
      expect(letter?.text).toMatch(/- .+ \(2\)/)
      expect(letter?.text).toContain('the oldest for 31 minutes')
      // Once an hour at most.
      office.clock.now += 58 * MINUTE
      expect(await office.deliver()).toEqual([])
      office.clock.now += 3 * MINUTE
      expect(await office.deliver()).toHaveLength(1)
    })

    test('nobody is told who has not asked, may not review, or has quiet hours', async () => {
      for (const comment of ['One', 'Two']) await office.comment({ comment })
      office.clock.now += HOUR
      expect(await office.deliver()).toEqual([])
      // It is one o'clock.
      await choose({ quietFrom: 12, quietUntil: 14 })
      expect(await office.deliver()).toEqual([])
      office.clock.now += HOUR
      expect(await office.deliver()).toHaveLength(1)
      await choose(null)
      office.clock.now += 2 * HOUR
      expect(await office.deliver()).toEqual([])
      await choose({})
      await office.site.app.store.transaction(Date.now(), (tx) =>
        tx.rows.updateTable('people').set({ switches_json: '["write"]' }).where('id', '=', ana.id).execute(),
      )
      office.clock.now += 2 * HOUR
      expect(await office.deliver()).toEqual([])
    })

    test('a report is told of once it has waited, a legal notice at once, and what was told again once a day', async () => {
      await choose({ comments: null, kinds: { reports: { atLeast: null, hours: 1 } } })
      const shown = await office.comment({ name: 'Bo', comment: 'Zz!shown' })
      await office.decide(shown.id, 'approve')
      const readers = stranger()
      const send = async (ground: string) => {
        const form = await (await readers.get(`/report/${shown.id}`)).text()
        const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] as string
        const fields = { token: hidden('token'), revision: hidden('revision'), ground }
        const person = { name: 'Zz!sender', mail: 'zz@reader.example', faith: 'yes' }
        const sent = await readers.post(`/report/${shown.id}`, { ...fields, ...person, words: 'Zz!why' })
        expect(sent.status).toBe(303)
      }
      const told = async () => (await office.deliver()).filter(({ to }) => to === 'ana@paper.example')
      await send('rule attack')
      office.clock.now += 59 * MINUTE
      expect(await told()).toEqual([])
      office.clock.now += 2 * MINUTE
      const [letter, ...others] = await told()
      expect(others).toEqual([])
      expect(letter?.subject).toMatch(/^1 reported comment waiting at /)
      expect(letter?.text).toContain('- 1 reported comment: ')
      expect(letter?.link('/newsroom/review/reports')).toBe('/newsroom/review/reports')
      expect(letter?.text).not.toContain('been waiting')
      expect(letter?.raw).not.toContain('Zz!')
      // The same again only a day later; a notice as soon as it is there, but not ten letters in ten minutes.
      office.clock.now += 3 * HOUR
      expect(await told()).toEqual([])
      await send('law illegal-defamation')
      office.clock.now += MINUTE
      const [second] = await told()
      expect(second?.subject).toMatch(/^1 legal notice and 1 reported comment waiting at /)
      office.clock.now += 2 * MINUTE
      await send('law illegal-defamation')
      office.clock.now += 7 * MINUTE
      expect(await told()).toEqual([])
      office.clock.now += 2 * MINUTE
      expect(await told()).toHaveLength(1)
      office.clock.now += 23 * HOUR
      expect(await told()).toEqual([])
      office.clock.now += 2 * HOUR
      expect(await told()).toHaveLength(1)
    })

    test('other kinds are told of from a number on or after hours, each to who may answer it', async () => {
      const { store } = office.site.app
      await choose({
        comments: null,
        kinds: { tickets: { atLeast: 2, hours: 3 }, letters: { atLeast: 1, hours: null } },
      })
      const wrong = async () => {
        const reader = stranger()
        const form = await (await reader.get(`${office.story.path}/wrong`)).text()
        const token = /name="token" value="([^"]+)"/.exec(form)?.[1] as string
        expect((await reader.post(`${office.story.path}/wrong`, { token, words: 'Zz!wrong' })).status).toBe(303)
      }
      await wrong()
      office.clock.now += 4 * HOUR
      expect(await office.deliver()).toEqual([])
      const may = (switches: string[]) =>
        store.transaction(Date.now(), (tx) =>
          tx.rows
            .updateTable('people')
            .set({ switches_json: JSON.stringify(switches) })
            .where('id', '=', ana.id)
            .execute(),
        )
      await may(['publish'])
      office.clock.now += 2 * MINUTE
      const [first, ...others] = await office.deliver()
      expect(others).toEqual([])
      expect(first?.subject).toMatch(/^1 reported error waiting at /)
      expect(first?.text).not.toContain('/newsroom/waiting/')
      expect(first?.raw).not.toContain('Zz!')
      // A second one passes the number before it has waited three hours.
      office.clock.now += MINUTE
      await wrong()
      office.clock.now += HOUR + MINUTE
      expect((await office.deliver()).map(({ subject }) => subject)).toEqual([
        expect.stringMatching(/^2 reported errors/),
      ])
    })

    test('a note that is too long comes back on the page behind the link', async () => {
      await choose({})
      for (const comment of ['One', 'Two']) await office.comment({ comment })
      office.clock.now += 31 * MINUTE
      const [letter] = await office.deliver()
      const link = letter?.link('/newsroom/waiting/') as string
      const page = await (await stranger().get(link)).text()
      const revision = /name="revision" value="(\w{26})"/.exec(page)?.[1] as string
      const rejected = { revision, action: 'reject', reason: 'attack' }
      const note = `Zznote ${'so '.repeat(400)}`
      const refused = await stranger().post(`${link}/decide`, { ...rejected, note })
      expect(refused.status).toBe(409)
      const again = await refused.text()
      expect(again).toMatch(/<details class="note" open/)
      expect(again).toContain('Zznote so so')
      expect((await stranger().post(`${link}/decide`, { ...rejected, note: 'Zznote' })).status).toBe(303)
      const { store } = office.site.app
      expect(await store.db.selectFrom('decisions').select('note').where('reason', '=', 'attack').execute()).toEqual([
        { note: 'Zznote' },
      ])
    })

    test('its link lists what waits and changes nothing; its buttons decide in that person’s name, and take back', async () => {
      await choose({})
      const one = await office.comment({ name: 'Cy', comment: 'Zzfirst' })
      office.clock.now += 1
      await office.comment({ comment: 'Zzsecond' })
      office.clock.now += 31 * MINUTE
      const [letter] = await office.deliver()
      const link = letter?.link('/newsroom/waiting/') as string
      const { store } = office.site.app
      const before = await dumpWithoutBackground(store)
      const reader = stranger()
      const response = await reader.get(link)
      const page = await response.text()
      expect(await dumpWithoutBackground(store)).toBe(before)
      expect(page).toMatch(/Zzfirst[\s\S]*Zzsecond/)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('referrer-policy')).toBe('same-origin')
      // It signs nobody in.
      expect(reader.cookies.size).toBe(0)
      expect((await reader.get('/newsroom/review')).status).toBe(303)

      const revision = /name="revision" value="(\w{26})"/.exec(page)?.[1] as string
      expect((await reader.post(`${link}/decide`, { revision, action: 'approve' })).status).toBe(303)
      const decision = await store.db
        .selectFrom('decisions')
        .selectAll()
        .where('comment_id', '=', one.id)
        .executeTakeFirstOrThrow()
      expect(decision).toMatchObject({ action: 'approve', decided_by: ana.id })
      const again = await reader.post(`${link}/decide`, { revision, action: 'approve' })
      expect(again.status).toBe(409)
      expect(await (await reader.get(link)).text()).toContain('Approved <bdi>Cy')
      expect((await reader.post(`${link}/undo`, { decision: decision.id })).status).toBe(303)
      expect(await (await reader.get(link)).text()).toContain('Zzfirst')
      // A button of another site's page does nothing.
      const foreign = await reader.post(
        `${link}/decide`,
        { revision, action: 'approve' },
        { 'sec-fetch-site': 'cross-site' },
      )
      expect(foreign.status).toBe(403)
    })

    test('the link ends with its time, and with its person', async () => {
      await choose({})
      for (const comment of ['One', 'Two']) await office.comment({ comment })
      office.clock.now += 31 * MINUTE
      const [first] = await office.deliver()
      office.clock.now += 12 * HOUR
      expect((await stranger().get(first?.link('/newsroom/waiting/') as string)).status).toBe(410)
      const [second] = await office.deliver()
      const link = second?.link('/newsroom/waiting/') as string
      expect((await stranger().get(link)).status).toBe(200)
      await setDisabled(office.site.app.store, ana.id, true, office.clock.now)
      expect((await stranger().get(link)).status).toBe(410)
      expect((await stranger().post(`${link}/decide`, { revision: ana.id, action: 'approve' })).status).toBe(410)
      // Not even when they are let in again.
      await setDisabled(office.site.app.store, ana.id, false, office.clock.now)
      expect((await stranger().get(link)).status).toBe(410)
    })

    test('each chooses for themselves, and bad figures get a sentence', async () => {
      const { staff } = office
      const form = { told: 'yes', atLeast: '3', minutes: '45', quietFrom: '22', quietUntil: '6' }
      expect((await staff.post('/newsroom/notices', form)).status).toBe(303)
      expect(await office.site.app.store.db.selectFrom('waiting_choices').selectAll().execute()).toMatchObject([
        { at_least: 3, minutes: 45, quiet_from: 22, quiet_until: 6 },
      ])
      for (const [wrong, sentence] of [
        [{ minutes: 'soon' }, 'Enter the minutes as a whole number'],
        [{ atLeast: '0' }, 'Enter the number of comments as a whole number'],
        [{ quietFrom: '25' }, 'from 0 to 23'],
        [{ quietUntil: '' }, 'Enter both quiet hours'],
      ] as const) {
        const response = await staff.post('/newsroom/notices', { ...form, ...wrong })
        expect(response.status).toBe(400)
        expect(await response.text()).toContain(sentence)
      }
      const kinds = { ...form, told: '', ticketsAtLeast: '', ticketsHours: '0', appealsAtLeast: '3' }
      for (const [wrong, sentence] of [
        [{ ticketsHours: 'soon' }, 'from 0 (at once) to 168'],
        [{ appealsAtLeast: '0' }, 'from 1 to 10,000'],
      ] as const) {
        const response = await staff.post('/newsroom/notices', { ...kinds, ...wrong })
        expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(sentence)])
      }
      await staff.post('/newsroom/notices', kinds)
      const thresholds = office.site.app.store.db.selectFrom('waiting_thresholds').selectAll().orderBy('kind')
      expect(await thresholds.execute()).toMatchObject([
        { kind: 'appeals', at_least: 3, hours: null },
        { kind: 'tickets', at_least: null, hours: 0 },
      ])
      const { told: _, ...off } = form
      await staff.post('/newsroom/notices', off)
      expect(await office.site.app.store.db.selectFrom('waiting_choices').selectAll().execute()).toEqual([])
      expect(await thresholds.execute()).toEqual([])
    })
  })
}
