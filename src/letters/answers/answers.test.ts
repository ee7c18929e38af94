/** Being told of answers: nothing for a typed address, nothing unreviewed in any letter, and always a way to stop. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shownRevision } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { dump, dumpWithoutBackground, type PostOffice, postOffice } from '../../../test/letters.ts'
import { visitor } from '../../../test/sites.ts'
import { LETTERS_A_NETWORK, mailKeysWith } from '../../access/index.ts'
import { readSecret } from '../../store/index.ts'
import { forgetNotices } from '../forget-notices.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const ADDRESS = 'ada@reader.example'

for (const kind of DATABASES) {
  describe(`answers by mail on ${kind}`, () => {
    let office: PostOffice
    beforeEach(async () => {
      office = await postOffice(kind)
    })
    afterEach(() => office.end())

    const db = () => office.site.app.store.db
    const readers = () => db().selectFrom('readers').selectAll().execute()
    const stranger = () => visitor(office.site)
    /** A comment whose author confirmed their address, published. */
    const subscribed = async (mail = ADDRESS, comment = 'The ferry was late again.') => {
      const one = await office.comment({ comment, mail, tell: 'yes' })
      const asked = (await office.deliver()).find(({ to }) => to === mail)
      if (!asked) throw new Error('nobody was asked')
      const response = await stranger().post(asked.link('/mail/confirm/'), {})
      expect(response.status).toBe(303)
      await office.decide(one.id, 'approve')
      office.clock.now += 11_000
      return { ...one, notices: response.headers.get('location')?.replace(/\?.*/, '') as string }
    }
    const answered = async (parent: string, comment: string, name = 'Ben') => {
      const one = await office.comment({ name, comment, parent })
      return { ...one, decision: await office.decide(one.id, 'approve') }
    }

    test('a typed address gives nothing until the button behind its link is pressed', async () => {
      const one = await office.comment({ name: 'Zzname', comment: 'Zzwords', mail: ADDRESS, tell: 'yes' })
      const [letter, ...others] = await office.deliver()
      expect(others).toEqual([])
      expect(letter?.to).toBe(ADDRESS)
      expect(letter?.subject).toContain('Confirm your email address')
      // Whoever types another's address can't send them a word.
      expect(letter?.raw).not.toMatch(/Zzname|Zzwords/)
      const link = letter?.link('/mail/confirm/') as string
      const before = await dumpWithoutBackground(office.site.app.store)
      const page = await (await stranger().get(link)).text()
      expect(await dumpWithoutBackground(office.site.app.store)).toBe(before)
      expect(page).not.toMatch(/Zzname|Zzwords|ada@reader/)
      expect(page).toContain('a…@reader.example')
      expect(await readers()).toEqual([])

      expect((await stranger().post(link, {})).status).toBe(303)
      expect(await readers()).toMatchObject([{ mail: ADDRESS, name: 'Zzname', verified_at: office.clock.now }])
      const [comment] = await db().selectFrom('comments').select('reader_id').where('id', '=', one.id).execute()
      expect(comment?.reader_id).toBe((await readers())[0]?.id)
      // Once.
      expect((await stranger().get(link)).status).toBe(410)
      expect((await stranger().post(link, {})).status).toBe(410)
    })

    test('a link is over after 24 hours, and only the comment that asked becomes its reader’s', async () => {
      const mine = await office.comment({ comment: 'Mine', mail: ADDRESS, tell: 'yes' })
      const other = await office.comment({ comment: 'Somebody else, with my address', mail: ADDRESS })
      const [letter] = await office.deliver()
      office.clock.now += DAY
      expect((await stranger().post(letter?.link('/mail/confirm/') as string, {})).status).toBe(410)
      expect(await readers()).toEqual([])

      // From the receipt it can be asked again.
      await stranger().post(`${mine.receipt}/answers`, { mail: ADDRESS })
      const [again] = await office.deliver()
      await stranger().post(again?.link('/mail/confirm/') as string, {})
      const rows = await db().selectFrom('comments').select(['id', 'reader_id']).execute()
      expect(rows.find(({ id }) => id === mine.id)?.reader_id).toBe((await readers())[0]?.id)
      expect(rows.find(({ id }) => id === other.id)?.reader_id).toBe(null)
    })

    test('a digest leaves the next morning, with the approved words and the ways to stop', async () => {
      const mine = await subscribed()
      const answer = await answered(mine.id, 'It was the tide, not the crew.')
      office.clock.now += 11_000
      expect(await office.deliver()).toEqual([])
      office.clock.now = Date.UTC(2026, 4, 2, 7)
      const [letter, ...others] = await office.deliver()
      expect(others).toEqual([])
      expect(letter).toMatchObject({ to: ADDRESS, subject: expect.stringContaining('A reply to your comment on “') })
      expect(letter?.text).toContain('Ben replied to your comment')
      expect(letter?.text).toContain('> It was the tide, not the crew.')
      expect(letter?.link(`#c-${answer.id}`)).toBe(`${office.story.path}#c-${answer.id}`)
      expect(letter?.link('/notices/')).toBe(mine.notices)
      expect(letter?.headers.get('list-id')?.[0]).toContain('answers.')
      expect(letter?.headers.get('auto-submitted')).toEqual(['auto-generated'])
      office.clock.now += DAY
      expect(await office.deliver()).toEqual([])
    })

    test('what is undone, taken down or changed meanwhile is in no letter', async () => {
      const mine = await subscribed()
      const undone = await answered(mine.id, 'Zzundone')
      const undo = await office.staff.post(
        '/newsroom/review/undo',
        { decision: undone.decision },
        { accept: 'application/json' },
      )
      expect(undo.status).toBe(200)
      const removed = await answered(mine.id, 'Zzremoved')
      const edited = await answered(mine.id, 'Zzfirst words')
      const withdrawn = await answered(mine.id, 'Zzwithdrawn')
      await stranger().post(`${edited.receipt}/edit`, { comment: 'Zzsecond words' })
      await stranger().post(`${withdrawn.receipt}/withdraw`, {})
      office.clock.now += 60_000
      const removal = await office.staff.post(
        `/newsroom/comments/${removed.id}/remove`,
        { revision: await shownRevision(office.site.app.store, removed.id), reason: 'private' },
        { accept: 'application/json' },
      )
      expect(removal.status).toBe(200)
      office.clock.now += DAY
      const letters = (await office.deliver()).filter(({ to }) => to === ADDRESS)
      expect(letters).toHaveLength(1)
      expect(letters[0]?.text.match(/Zz\w+/g)).toEqual(['Zzfirst'])
      // Words that are approved later are told then; an edit of what was told is not told anew.
      await office.decide(undone.id, 'approve')
      await office.decide(edited.id, 'approve')
      office.clock.now += DAY
      const [later] = (await office.deliver()).filter(({ to }) => to === ADDRESS)
      expect(later?.text.match(/Zz\w+/g)).toEqual(['Zzundone'])
    })

    test('as they come means: when the decision can’t be undone any more', async () => {
      const mine = await subscribed()
      await stranger().post(mine.notices, { rhythm: 'at once' })
      const first = await answered(mine.id, 'Zzone')
      office.clock.now += 8000
      await answered(mine.id, 'Zztwo')
      office.clock.now += 2000
      // Ten seconds to the millisecond: it can still be undone.
      expect(await office.deliver()).toEqual([])
      const undo = await office.staff.post(
        '/newsroom/review/undo',
        { decision: first.decision },
        { accept: 'application/json' },
      )
      expect(undo.status).toBe(200)
      office.clock.now += 1
      // Nothing of the first, and the second still has its turn.
      expect(await office.deliver()).toEqual([])
      office.clock.now += 8000
      const [letter] = await office.deliver()
      expect(letter?.text.match(/Zz\w+/g)).toEqual(['Zztwo'])
    })

    test('weekly letters leave on Monday; whoever chose none gets none; nobody is told of their own words', async () => {
      const mine = await subscribed()
      await stranger().post(mine.notices, { rhythm: 'weekly' })
      await answered(mine.id, 'Zzfriday')
      office.clock.now = Date.UTC(2026, 4, 3, 12)
      expect(await office.deliver()).toEqual([])
      office.clock.now = Date.UTC(2026, 4, 4, 7)
      expect((await office.deliver()).map(({ text }) => text.match(/Zz\w+/g))).toEqual([['Zzfriday']])

      await answered(mine.id, 'Zzlast')
      await stranger().post(mine.notices, { rhythm: 'off' })
      office.clock.now += 8 * DAY
      expect(await office.deliver()).toEqual([])
      // Begun again, it begins with what comes from then on.
      await stranger().post(mine.notices, { rhythm: 'daily' })
      office.clock.now += 2 * DAY
      expect(await office.deliver()).toEqual([])

      const own = await office.comment({ comment: 'Zzown', parent: mine.id, mail: ADDRESS, tell: 'yes' })
      const [asked] = await office.deliver()
      await stranger().post(asked?.link('/mail/confirm/') as string, {})
      await office.decide(own.id, 'approve')
      office.clock.now += 2 * DAY
      expect(await office.deliver()).toEqual([])
    })

    test('a reader may ask for all that is said below a comment, or for nothing of it', async () => {
      const mine = await subscribed()
      const first = await answered(mine.id, 'Zzdirect')
      await answered(first.id, 'Zzbelow')
      office.clock.now += DAY
      expect((await office.deliver()).map(({ text }) => text.match(/Zz\w+/g))).toEqual([['Zzdirect']])
      await stranger().post(mine.notices, { rhythm: 'daily', [`scope-${mine.id}`]: 'thread' })
      await answered(first.id, 'Zzdeeper')
      office.clock.now += DAY
      const [letter] = await office.deliver()
      expect(letter?.text.match(/Zz\w+/g)).toEqual(['Zzdeeper'])
      expect(letter?.text).toContain('wrote below your comment')
      await answered(mine.id, 'Zzunwanted')
      await stranger().post(mine.notices, { rhythm: 'daily', [`scope-${mine.id}`]: 'none' })
      office.clock.now += DAY
      expect(await office.deliver()).toEqual([])
      expect(await (await stranger().get(mine.notices)).text()).toContain(
        'email you about replies to any of your comments',
      )
    })

    test('one press in a mail program ends it: a POST without cookie, form or page', async () => {
      const mine = await subscribed()
      await answered(mine.id, 'Zzone')
      office.clock.now += DAY
      const [letter] = await office.deliver()
      const stop = letter?.headers.get('list-unsubscribe')?.[0]?.replace(/^<https?:\/\/[^/]+|>$/g, '') as string
      const before = await dumpWithoutBackground(office.site.app.store)
      const page = await stranger().get(stop)
      expect(page.status).toBe(200)
      expect(await dumpWithoutBackground(office.site.app.store)).toBe(before)
      const response = await fetch(new URL(stop, office.site.url), {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect(response.status).toBe(200)
      await answered(mine.id, 'Zztwo')
      office.clock.now += 2 * DAY
      expect(await office.deliver()).toEqual([])
      // A key that nobody here made opens nothing.
      const forged = `${stop.slice(0, -8)}${stop.at(-8) === '0' ? '1' : '0'}${stop.slice(-7)}`
      expect((await stranger().post(forged, {})).status).toBe(404)
      expect((await stranger().get('/notices/nonsense')).status).toBe(404)
    })

    test('nobody can be bombed with letters: one a day until the address answers, a few an hour for one network', async () => {
      for (let i = 0; i < 6; i++) await office.comment({ comment: `Number ${i}`, mail: ADDRESS, tell: 'yes' })
      expect(await office.deliver()).toHaveLength(1)
      office.clock.now += DAY - 1000
      await office.comment({ comment: 'Still the same day', mail: ADDRESS, tell: 'yes' })
      expect(await office.deliver()).toEqual([])
      office.clock.now += 2000
      await office.comment({ comment: 'The next day', mail: ADDRESS.toUpperCase(), tell: 'yes' })
      const [letter] = await office.deliver()
      expect(letter?.to).toBe(ADDRESS)
      // Once the address has answered, its next comment need not wait a day.
      await stranger().post(letter?.link('/mail/confirm/') as string, {})
      await office.comment({ comment: 'And one more', mail: ADDRESS, tell: 'yes' })
      expect(await office.deliver()).toHaveLength(1)

      for (let i = 0; i < LETTERS_A_NETWORK + 3; i++)
        await office.comment({ comment: `To many ${i}`, mail: `victim${i}@reader.example`, tell: 'yes', network: 999 })
      expect(await office.deliver()).toHaveLength(LETTERS_A_NETWORK)
      office.clock.now += HOUR
      await office.comment({ comment: 'Later', mail: 'later@reader.example', tell: 'yes', network: 999 })
      expect(await office.deliver()).toHaveLength(1)
    })

    test('who asked never to be written to again is not, whoever types the address; only a hash of it is kept', async () => {
      await office.comment({ comment: 'One', mail: 'quiet@reader.example', tell: 'yes' })
      const [letter] = await office.deliver()
      const stop = letter?.link('/mail/stop/') as string
      const before = await dumpWithoutBackground(office.site.app.store)
      expect((await stranger().get(stop)).status).toBe(200)
      expect(await dumpWithoutBackground(office.site.app.store)).toBe(before)
      expect(await (await stranger().post(stop, { write: 'never' })).text()).toContain('We don’t email you')
      office.clock.now += 3 * DAY
      await office.comment({ comment: 'Two', mail: 'Quiet@Reader.example', tell: 'yes' })
      expect(await office.deliver()).toEqual([])
      const kept = JSON.stringify(await db().selectFrom('unwanted_addresses').selectAll().execute())
      expect(kept).not.toContain('quiet')
      // The same link, which never ends, takes it back.
      await stranger().post(stop, { write: 'again' })
      await office.comment({ comment: 'Three', mail: 'quiet@reader.example', tell: 'yes' })
      expect(await office.deliver()).toHaveLength(1)
      expect((await stranger().post(`${stop.slice(0, -4)}0000`, {})).status).toBe(404)
    })

    test('no letter is sent about what looks like spam, until a person has approved it', async () => {
      const one = await office.comment({ comment: 'Buy cheap masts', mail: ADDRESS, tell: 'yes' })
      const mark = (band: 'spam' | 'fine') =>
        office.site.app.store.transaction(Date.now(), (tx) =>
          tx.rows.updateTable('comment_revisions').set({ band }).where('comment_id', '=', one.id).execute(),
        )
      await mark('spam')
      expect(await office.deliver()).toEqual([])
      await office.decide(one.id, 'approve')
      expect(await office.deliver()).toEqual([])
      office.clock.now += 10_001
      expect((await office.deliver()).map(({ to }) => to)).toEqual([ADDRESS])
      const junk = await office.comment({ comment: 'More masts', mail: 'junk@reader.example', tell: 'yes' })
      await office.decide(junk.id, 'reject', 'spam')
      expect(await office.deliver()).toEqual([])
    })

    test('a tick without an address is said in a sentence, and nothing typed is lost', async () => {
      const reader = stranger()
      await reader.get('/form-token')
      const form = { name: 'Ada', mail: '', comment: 'Words to keep', tell: 'yes' }
      const response = await reader.post(`${office.story.path}/comments`, form)
      expect(response.status).toBe(400)
      const page = await response.text()
      expect(page).toContain('Give the email address to send replies to')
      expect(page).toContain('Words to keep')
      expect(page).toMatch(/name="tell"[^>]*checked/)

      const one = await office.comment({ comment: 'Another' })
      const wrong = await stranger().post(`${one.receipt}/answers`, { mail: 'a@b, c@d' })
      expect(wrong.status).toBe(400)
      expect(await wrong.text()).toMatch(/doesn’t look like an email address[\s\S]*value="a@b, c@d"/)
    })

    test('answers to a comment whose author had themselves erased from it are told to nobody', async () => {
      const mine = await subscribed()
      await answered(mine.id, 'Zzone')
      expect((await stranger().post(`${mine.receipt}/erase`, { words: 'keep' })).status).toBe(200)
      await answered(mine.id, 'Zztwo')
      office.clock.now += 2 * DAY
      expect(await office.deliver()).toEqual([])
    })

    test('an edit whose approval is taken back leaves the answer to be told as it stood before', async () => {
      const mine = await subscribed()
      const answer = await answered(mine.id, 'Zzbefore')
      office.clock.now += 60_000
      await stranger().post(`${answer.receipt}/edit`, { comment: 'Zzafter' })
      const decision = await office.decide(answer.id, 'approve')
      await office.staff.post('/newsroom/review/undo', { decision }, { accept: 'application/json' })
      office.clock.now += DAY
      const letters = (await office.deliver()).filter(({ to }) => to === ADDRESS)
      expect(letters.map(({ text }) => text.match(/Zz\w+/g))).toEqual([['Zzbefore']])
    })

    test('the author ends it on the comment’s own page; what was to be told is not', async () => {
      const mine = await subscribed()
      await answered(mine.id, 'Zzone')
      expect(await (await stranger().get(mine.receipt)).text()).toContain('We email you about replies')
      expect((await stranger().post(`${mine.receipt}/answers/stop`, {})).status).toBe(303)
      office.clock.now += DAY
      expect(await office.deliver()).toEqual([])
      expect(await (await stranger().get(mine.receipt)).text()).not.toContain('We email you about replies')
    })

    test('a story that left the site is told of no more, and keeps no letter coming back', async () => {
      const mine = await subscribed()
      await answered(mine.id, 'Zzgone')
      await office.staff.post(`/newsroom/stories/${office.story.id}/unpublish`, {})
      office.clock.now += DAY
      expect(await office.deliver()).toEqual([])
      expect(await db().selectFrom('letters').selectAll().where('sent_at', 'is', null).execute()).toEqual([])
    })

    test('a reader who is forgotten leaves nothing in the tables of letters', async () => {
      const mine = await subscribed('zz-forget@reader.example')
      await answered(mine.id, 'An answer')
      const { store } = office.site.app
      const [reader] = await readers()
      const keys = mailKeysWith(await readSecret(store, office.clock.now))
      await store.transaction(Date.now(), async (tx) => {
        await forgetNotices(tx, { readerId: reader?.id ?? '', address: reader?.mail ?? '' }, keys)
        await tx.rows.updateTable('readers').set({ mail: null, name: '' }).execute()
        await tx.rows.updateTable('comments').set({ author_mail: null }).execute()
      })
      expect(await dump(store)).not.toContain('zz-forget')
      office.clock.now += 2 * DAY
      expect(await office.deliver()).toEqual([])
    })
  })
}
