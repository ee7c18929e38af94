import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../test/databases.ts'
import { madePasskey } from '../../../test/passkeys.ts'
import {
  demonstration,
  editor,
  freshSite,
  postComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../../../test/sites.ts'
import { wholeDatabase } from '../../../test/walk.ts'
import { ACCOUNTS_A_NETWORK, makeMailLink } from '../../access/index.ts'

/** What the site makes meanwhile, whoever comes: the day’s salt, readings of its story, scores of its comments. */
const MADE_BY_ITSELF = [
  'jobs',
  'happenings',
  'sender_salts',
  'readings',
  'statements',
  'speaker_words',
  'word_prints',
  'names',
  'name_words',
  'settings',
  'spam_kept',
  'signals',
  'comment_revisions',
]

for (const kind of DATABASES) {
  describe(`a reader’s session on ${kind}`, () => {
    let site: TestSite
    beforeEach(async () => {
      site = await freshSite(kind)
    })
    afterEach(() => site.drop())

    const signedIn = async (mail = 'perpetua@quill.example') => {
      const reader = visitor(site)
      const { store } = site.app
      const token = await store.transaction(Date.now(), (tx) => makeMailLink(tx, { purpose: 'account', address: mail }))
      const opened = await reader.post(`/account/open/${token}`, {})
      expect(opened.status).toBe(303)
      return { reader, token, cookie: opened.headers.getSetCookie().join() }
    }

    test('is in a cookie that no script reads and no other site’s form brings', async () => {
      const { cookie } = await signedIn()
      expect(cookie).toMatch(/courant_reader=[\w-]{43};.*Path=\/;.*HttpOnly;.*SameSite=Lax/)
    })

    test('a story’s page is the same bytes with a reader’s cookie and without', async () => {
      const { path } = await demonstration(site)
      const { reader } = await signedIn()
      const [mine, anyones] = [await reader.get(path), await visitor(site).get(path)]
      expect(await mine.text()).toBe(await anyones.text())
      expect(mine.headers.get('etag')).toBe(anyones.headers.get('etag'))
      expect(mine.headers.getSetCookie()).toEqual([])
      expect((await reader.get('/account')).headers.get('cache-control')).toBe('no-store')
    })

    test('a comment sent while signed in is the reader’s; one sent signed out is nobody’s, whatever address it bears', async () => {
      const { path } = await demonstration(site)
      const { reader } = await signedIn()
      await postComment(reader, path, { name: 'Perpetua', comment: 'While signed in.' })
      await postComment(visitor(site), path, {
        name: 'Perpetua',
        comment: 'By somebody.',
        mail: 'perpetua@quill.example',
      })
      const page = await (await reader.get('/account')).text()
      expect(page).toContain('While signed in.')
      expect(page).not.toContain('By somebody.')
    })

    test('a link opens once, by its button only, and one reader’s pages are no other’s', async () => {
      const { reader, token } = await signedIn()
      expect((await visitor(site).post(`/account/open/${token}`, {})).status).toBe(410)
      const other = await signedIn('other@quill.example')
      const sessions = await site.app.store.db.selectFrom('reader_sessions').selectAll().execute()
      expect(sessions).toHaveLength(2)
      for (const { token_hash } of sessions) await other.reader.post('/account/sessions/end', { session: token_hash })
      expect(await (await reader.get('/account')).text()).toContain('perpetua@quill.example')
      expect(await (await other.reader.get('/account')).text()).not.toContain('other@quill.example')
    })

    test('what another site’s page sends is refused, with the cookie or without', async () => {
      const { reader } = await signedIn()
      const foreign = { 'sec-fetch-site': 'cross-site' }
      expect((await reader.post('/account/erase', { words: 'blank' }, foreign)).status).toBe(403)
      expect((await reader.post('/account/name', { name: 'Mallory' }, foreign)).status).toBe(403)
      // As a browser from before Sec-Fetch-Site says it of a page that hides where it is.
      expect((await reader.post('/account/erase', { words: 'blank' }, { origin: 'null' })).status).toBe(403)
      expect((await visitor(site).post('/account/open/none', {}, { origin: 'null' })).status).toBe(410)
    })

    test('who has no session is shown the door on every page of the account', async () => {
      for (const path of ['/account', '/account/export', '/account/erase'])
        expect(await (await visitor(site).get(path)).text()).toContain('Send me a link')
    })

    test('the only way into an account is not taken away: not the last passkey of who has no address', async () => {
      const { reader } = await signedIn()
      const { db } = site.app.store
      const { id } = await db.selectFrom('readers').select('id').executeTakeFirstOrThrow()
      const key = { person_id: null, public_key: '', counter: 0, transports_json: '[]', created_at: 0, used_at: null }
      const keys = ['phone', 'laptop'].map((name) => ({ ...key, id: name, name, reader_id: id }))
      await db.insertInto('passkeys').values(keys).execute()
      await db.updateTable('readers').set({ mail: null }).execute()
      const remove = (passkey: string) => reader.post('/account/passkeys/remove', { passkey })
      const both = await Promise.all([remove('phone'), remove('laptop')])
      expect(both.map(({ status }) => status).sort()).toEqual([303, 400])
      const refused = both.find(({ status }) => status === 400)
      expect(await refused?.text()).toContain('Add another one first')
      expect(await db.selectFrom('passkeys').select('id').execute()).toHaveLength(1)
      // With an address a letter opens the account too.
      await db.updateTable('readers').set({ mail: 'perpetua@quill.example' }).execute()
      await Promise.all([remove('phone'), remove('laptop')])
      expect(await db.selectFrom('passkeys').select('id').execute()).toEqual([])
    })

    /** Somebody new in a browser of their own, with an account on a passkey; what their last step was answered with. */
    const onPasskey = async (name: string) => {
      const reader = visitor(site)
      const ask = await reader.post('/account/new/ask', { name }, { accept: 'application/json' })
      if (ask.status !== 200) return { reader, answer: ask }
      const asked = (await ask.json()) as Parameters<typeof madePasskey>[0] & { step: string }
      const made = JSON.stringify(madePasskey(asked, site.app.url))
      return { reader, answer: await reader.post('/account/new', { name, step: asked.step, answer: made }) }
    }

    test('a network makes so many accounts a day, and its next one is told so before a key is made', async () => {
      const many = Array.from({ length: ACCOUNTS_A_NETWORK + 2 }, (_, i) => onPasskey(`Reader ${i}`))
      const made = (await Promise.all(many)).filter(({ answer }) => answer.status === 303)
      expect(made).toHaveLength(ACCOUNTS_A_NETWORK)
      expect(await site.app.store.db.selectFrom('readers').select('id').execute()).toHaveLength(ACCOUNTS_A_NETWORK)
      const { reader, answer } = await onPasskey('One more')
      expect(answer.status).toBe(429)
      expect(await answer.json()).toMatchObject({ error: { sentence: expect.stringContaining('from your network') } })
      const ask = await reader.post('/account/passkey/ask', {}, { accept: 'application/json' })
      const { step } = (await ask.json()) as { step: string }
      // A key's id that no database would look up as text.
      expect((await reader.post('/account/passkey', { step, answer: '{"id":"\\u0000"}' })).status).toBe(400)
    })

    test('whoever asks for passkeys, however often, leaves nothing behind in the database', async () => {
      const stranger = visitor(site)
      await site.app.examined()
      const before = await wholeDatabase(site.app.store, MADE_BY_ITSELF)
      for (let i = 0; i < 200; i++)
        for (const path of ['/account/passkey/ask', '/newsroom/sign-in/passkey/ask', '/account/new/ask'])
          expect((await stranger.post(path, { name: 'Ada' })).status).toBe(200)
      expect(await wholeDatabase(site.app.store, MADE_BY_ITSELF)).toEqual(before)
    })

    test('what a device is asked is answered once, within five minutes, and only as it was asked', async () => {
      const reader = visitor(site)
      const ask = async (path: string) =>
        (await (await reader.post(path, { name: 'Quill' })).json()) as Parameters<typeof madePasskey>[0] & {
          step: string
        }
      const send = (step: string, asked: Parameters<typeof madePasskey>[0]) =>
        reader.post('/account/new', { name: 'Quill', step, answer: JSON.stringify(madePasskey(asked, site.app.url)) })
      const asked = await ask('/account/new/ask')
      const [, step = ''] = asked.step.split('.')
      const [id = ''] = asked.step.split('.')
      // Another's question, another purpose, a letter changed, nothing, and what could not be a step at all.
      const other = (await ask('/account/new/ask')).step.split('.')[1]
      const toSignIn = (await ask('/account/passkey/ask')).step
      const changed = `${step.slice(0, 20)}${step[20] === 'A' ? 'B' : 'A'}${step.slice(21)}`
      for (const wrong of [other, toSignIn, changed, step.slice(1), '', 'é'.repeat(60), '\0'])
        expect([wrong, (await send(`${id}.${wrong}`, asked)).status]).toEqual([wrong, 400])
      expect(await readers()).toEqual([])
      expect((await send(asked.step, asked)).status).toBe(303)
      // Another key of the same device, with the same step.
      expect((await send(asked.step, asked)).status).toBe(400)
      expect(await readers()).toHaveLength(1)
    })

    const linkTo = (mail: string) =>
      site.app.store.transaction(Date.now(), (tx) => makeMailLink(tx, { purpose: 'account', address: mail }))
    const readers = () => site.app.store.db.selectFrom('readers').select(['name', 'mail']).orderBy('id').execute()

    test('an address that is confirmed where the reader of a passkey is signed in becomes theirs', async () => {
      const { reader } = await onPasskey('Quill')
      expect(await (await reader.get('/account')).text()).toContain('Add address')
      const asked = await (await reader.post('/account/link', { mail: 'quill@paper.example' })).text()
      expect(asked).toContain('will arrive there soon')
      const path = `/account/open/${await linkTo('Quill@paper.example')}`
      const page = await (await reader.get(path)).text()
      expect(page).toMatch(/Quill[\s\S]*quill@paper\.example/)
      const to = /name="to" value="(\w{26})"/.exec(page)?.[1] as string
      // Nobody else adds it to that account, and nobody joins one unasked.
      expect((await visitor(site).post(path, { to })).status).toBe(409)
      expect((await reader.post(path, {})).status).toBe(409)
      expect((await reader.post(path, { to })).headers.get('location')).toBe('/account?done=mail')
      expect((await reader.post(path, { to })).status).toBe(410)
      expect(await readers()).toEqual([{ name: 'Quill', mail: 'quill@paper.example' }])
      const elsewhere = visitor(site)
      await elsewhere.post(`/account/open/${await linkTo('quill@paper.example')}`, {})
      expect(await (await elsewhere.get('/account')).text()).toContain('Quill')
    })

    test('so does one that is confirmed under a comment of theirs; where they are not signed in, it stays apart', async () => {
      const { path } = await demonstration(site)
      const [here, away] = [(await onPasskey('Here')).reader, (await onPasskey('Away')).reader]
      const confirm = async (author: Visitor, mail: string, by: Visitor) => {
        const fields = { name: 'A reader', comment: `A word of ${mail}.`, mail, tell: 'yes' }
        const receipt = await postComment(author, path, fields)
        const commentId = receipt.slice('/receipts/'.length, '/receipts/'.length + 26)
        const link = { purpose: 'verify', address: mail, commentId } as const
        const token = await site.app.store.transaction(Date.now(), (tx) => makeMailLink(tx, link))
        const page = await (await by.get(`/mail/confirm/${token}`)).text()
        expect((await by.post(`/mail/confirm/${token}`, {})).status).toBe(303)
        return page
      }
      expect(await confirm(here, 'here@paper.example', here)).toContain('It also becomes your account’s address')
      expect(await confirm(away, 'away@paper.example', visitor(site))).not.toContain('your account')
      expect(await readers()).toEqual([
        { name: 'Here', mail: 'here@paper.example' },
        { name: 'Away', mail: null },
        { name: 'A reader', mail: 'away@paper.example' },
      ])
      expect(await confirm(away, 'away@paper.example', away)).toContain('already has an account')
      expect(await readers()).toHaveLength(3)
    })

    test('an address of another reader’s is never added: whoever holds its link may come in there', async () => {
      await signedIn('other@quill.example')
      const { reader } = await onPasskey('Quill')
      const path = `/account/open/${await linkTo('other@quill.example')}`
      const page = await (await reader.get(path)).text()
      expect(page).toContain('can’t be joined')
      expect(page).not.toContain('Add it to my account')
      const { id } = await site.app.store.db
        .selectFrom('readers')
        .select('id')
        .where('name', '=', 'Quill')
        .executeTakeFirstOrThrow()
      expect((await reader.post(path, { to: id })).status).toBe(409)
      expect((await reader.post(path, { to: 'own' })).status).toBe(303)
      expect(await (await reader.get('/account')).text()).toContain('other@quill.example')
      expect(await readers()).toEqual([
        { name: '', mail: 'other@quill.example' },
        { name: 'Quill', mail: null },
      ])
    })

    test('staff without the switch neither export nor erase; with it both are in the log', async () => {
      await signedIn()
      const [row] = await site.app.store.db.selectFrom('readers').select('id').execute()
      const path = `/newsroom/readers/${row?.id}`
      expect((await visitor(site).get(`${path}/export`)).status).toBe(303)
      const staff = await editor(site)
      expect((await staff.get(`${path}/export`)).status).toBe(200)
      expect((await staff.post(`${path}/erase`, { words: 'keep' })).status).toBe(303)
      expect((await staff.get(`${path}/export`)).status).toBe(404)
      const log = await (await staff.get('/newsroom/log?kind=reader')).text()
      expect(log).toContain('Downloaded a reader’s data')
      expect(log).toContain('Erased a reader’s data')
      expect(log).not.toContain('perpetua@quill.example')
      await site.app.store.db.updateTable('people').set({ switches_json: '["moderate"]' }).execute()
      expect((await staff.get(path)).status).toBe(200)
      expect((await staff.post(`${path}/erase`, { words: 'keep' })).status).toBe(403)
      expect((await staff.get('/newsroom/log')).status).toBe(403)
    })
  })
}
