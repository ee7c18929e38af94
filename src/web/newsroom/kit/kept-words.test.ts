/** What is written in the newsroom comes back, whatever became of it: every form, and every way to be turned away. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import { type FormFound, formsIn, formTo } from '../../../../test/forms.ts'
import { pdf } from '../../../../test/media-files.ts'
import { photo } from '../../../../test/pictures.ts'
import {
  demonstration,
  editor,
  freshSite,
  postComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../../../../test/sites.ts'
import { addressesOf, wholeDatabase } from '../../../../test/walk.ts'
import { codeOfStep, stepAt } from '../../../access/index.ts'
import { decide } from '../../../moderation/decisions/index.ts'
import { addRule } from '../../../moderation/filters/index.ts'
import { addNote } from '../../../notes/index.ts'
import { addTerm } from '../../../paper/index.ts'
import { addPerson, beginCodes, confirmCodes, makeSignInLink, ROLES, setPassword } from '../../../people/index.ts'
import { appeal } from '../../../redress/index.ts'
import { packed, readPending } from '../../kit/kept-words.ts'
import { WRITTEN_FORMS, writtenFieldsAt } from '../../kit/written-fields.ts'

/** By the site itself, after what was decided on the way here. */
const SCORED_MEANWHILE = ['jobs', 'signals', 'comment_revisions']

const PASSWORD = 'tide bucket oarlock nine'

/** Words for every field that is typed into. */
const filled = ({ fields, written }: FormFound): Record<string, string> => ({
  ...fields,
  ...Object.fromEntries(written.map((name) => [name, `“What” I <wrote> & thought, in ${name}`])),
})

for (const kind of DATABASES_OF_PAGES) {
  describe(`every form of the newsroom with words in it, on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let forms: FormFound[]
    let dataFolder: string
    beforeAll(async () => {
      dataFolder = await mkdtemp(join(tmpdir(), 'courant-forms-'))
      site = await freshSite(kind, { config: { dataFolder } })
      staff = await editor(site)
      const { id: storyId, path: storyPath } = await demonstration(site)
      const { store } = site.app
      const now = Date.now()
      const person = await store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
      const rule = await addRule(
        store,
        { name: 'Watches', pattern: { kind: 'words', words: ['cheap watches'] }, effect: 'spam' },
        person.id,
        now,
      )
      if (!rule.saved) throw new Error(rule.problem)
      const comment = async (text: string) => {
        const receipt = await postComment(visitor(site), storyPath, { name: 'Ben', comment: text })
        const commentId = receipt.slice('/receipts/'.length, '/receipts/'.length + 26)
        const revision = await store.db
          .selectFrom('comment_revisions')
          .select('id')
          .where('comment_id', '=', commentId)
          .executeTakeFirstOrThrow()
        return { commentId, revisionId: revision.id }
      }
      const jo = await addPerson(store, { name: 'Jo', mail: null, switches: ROLES.moderator }, now)
      if ('problem' in jo) throw new Error(jo.problem)
      const shown = await comment('The ferry was better')
      await decide(store, { revisionId: shown.revisionId, action: 'approve', reason: null, by: jo.id }, now)
      const reader = visitor(site)
      const token = /name="token" value="([^"]+)"/.exec(
        await (await reader.get(`/report/${shown.commentId}`)).text(),
      )?.[1]
      const revision = shown.revisionId
      const reported = {
        token: token as string,
        revision,
        ground: 'rule attack',
        words: 'It goes for her.',
        name: '',
        mail: '',
      }
      expect((await reader.post(`/report/${shown.commentId}`, reported)).status).toBe(303)
      const wrong = await (await reader.get(`${storyPath}/wrong`)).text()
      const error = { token: /name="token" value="([^"]+)"/.exec(wrong)?.[1] ?? '', words: 'It sailed on Monday.' }
      expect((await reader.post(`${storyPath}/wrong`, error)).status).toBe(303)
      const turned = await comment('The ferry was worse')
      const decision = { revisionId: turned.revisionId, action: 'reject', reason: 'attack', by: jo.id } as const
      const rejected = await decide(store, decision, now)
      if (!rejected.decided) throw new Error(rejected.sentence)
      const asked = { commentId: turned.commentId, decisionId: rejected.decisionId, words: 'It was none.' }
      expect(await appeal(store, asked, now + 60_000)).toMatchObject({ appealed: true })

      const { rules } = (await (await staff.get('/newsroom/review/rules')).text().then((html) => ({
        rules: [...html.matchAll(/\/newsroom\/review\/rules\/[0-9a-z]{26}/g)].map(([path]) => path),
      }))) as { rules: string[] }
      const made = await staff.post('/newsroom/pages', { kind: 'about' })
      const terms: string[] = []
      for (const of of ['section', 'topic', 'author'] as const) {
        const added = await addTerm(store, { kind: of, name: 'Ferries', by: person.id }, now)
        if ('problem' in added) throw new Error(added.problem.sentence)
        terms.push(`/newsroom/${of}s/${added.term.id}`)
      }
      // One's own can be changed, a colleague's answered.
      for (const by of [jo.id, person.id]) {
        const chosen = { place: '', exact: '', prefix: '', suffix: '' }
        const noted = await addNote(store, { storyId, chosen, words: 'Long', by, byMail: false }, now)
        if ('problem' in noted) throw new Error(noted.problem)
      }
      const known = { storyId, storyPath, commentId: shown.commentId, receiptKey: 'x', personId: person.id }
      const pages = [...addressesOf('GET', known).filter((path) => path.startsWith('/newsroom')), ...rules, ...terms]
      pages.push(made.headers.get('location') ?? '')
      const picture = new FormData()
      picture.append('files', new Blob([new Uint8Array(await photo())]), 'weir.jpg')
      await staff.post('/newsroom/pictures', picture)
      const { id: pictureId } = await store.db.selectFrom('pictures').select('id').executeTakeFirstOrThrow()
      await staff.post(`/newsroom/pictures/${pictureId}`, { credit: 'Ann' })
      pages.push(`/newsroom/pictures/${pictureId}`, '/newsroom/pictures?credit=Ann')
      const file = new FormData()
      file.append('files', new Blob([new Uint8Array(pdf())]), 'minutes.pdf')
      pages.push((await staff.post('/newsroom/files', file)).headers.get('location') ?? '')
      const found = new Map<string, FormFound>()
      for (const path of pages) {
        const response = await staff.get(path)
        if (!response.headers.get('content-type')?.startsWith('text/html')) continue
        for (const form of formsIn(await response.text())) found.set(`${form.path} ${form.written}`, form)
      }
      forms = [...found.values()].filter(
        ({ path, written }) => written.length > 0 && !/^\/newsroom\/(sign-in|account)(\/|$)/.test(path),
      )
      forms.push(
        // On a story's page where the page that was pasted had a rule: a button sends it, nobody types it.
        { path: '/newsroom/settings/house-rule', fields: {}, written: ['rule'] },
        // On an export's page, where the export does not say it.
        { path: `/newsroom/move-in/${storyId}/look`, fields: {}, written: ['address', 'zone'] },
        // There where another name of the kind has a page.
        { path: `/newsroom/stories/${storyId}/reading/names`, fields: { act: 'join' }, written: ['same'] },
      )
    })
    afterAll(async () => {
      await site.drop()
      await rm(dataFolder, { recursive: true, force: true })
    })

    test('is named, with a label for every field that somebody types into', () => {
      const unnamed = forms.flatMap(({ path, written }) =>
        written.filter((name) => !(name in (writtenFieldsAt(path) ?? {}))).map((name) => `${path} ${name}`),
      )
      expect(unnamed).toEqual([])
    })

    test('is met on the way, and nothing is named that is no form', () => {
      const met = new Set(forms.map(({ path }) => writtenFieldsAt(path)))
      // Behind a letter's link nobody is signed in: waiting.test.ts is there.
      // And who can change a story has no form of its own to send it back: workflow.test.ts has.
      const elsewhere = (form: string) => form.startsWith('/newsroom/waiting/') || form.endsWith('/send-back')
      const signedIn = Object.keys(WRITTEN_FORMS).filter((form) => !elsewhere(form))
      expect(signedIn.filter((form) => !met.has(WRITTEN_FORMS[form] ?? null))).toEqual([])
    })

    test('comes back from the sign-in page, where the session has ended, to be sent as it was', async () => {
      const before = await wholeDatabase(site.app.store, SCORED_MEANWHILE)
      for (const form of forms) {
        const sent = filled(form)
        const response = await visitor(site).post(form.path, sent)
        const html = await response.text()
        expect([form.path, response.status]).toEqual([form.path, 401])
        expect(formTo(html, form.path)?.fields).toEqual(sent)
        const [door] = formsIn(html).filter(({ path }) => path === '/newsroom/sign-in/password')
        expect(door?.fields.path).toBe(form.path)
        expect(Object.fromEntries(readPending('', door?.fields.fields ?? '').fields ?? [])).toEqual(sent)
        for (const name of form.written) expect(html, name).toContain(writtenFieldsAt(form.path)?.[name])
      }
      expect(await wholeDatabase(site.app.store, SCORED_MEANWHILE)).toEqual(before)
    })

    test('comes back from the sign-in page also where the session has ended while somebody showed that it is they', async () => {
      for (const form of forms) {
        const sent = filled(form)
        const carried = { path: form.path, fields: packed(Object.entries(sent)), password: 'Zzsecret' }
        const response = await visitor(site).post('/newsroom/account/proof', carried)
        const html = await response.text()
        expect([form.path, response.status]).toEqual([form.path, 401])
        expect(formTo(html, form.path)?.fields).toEqual(sent)
        expect(html).not.toContain('Zzsecret')
      }
    })

    test('is none of its words what stands in a field that no form of ours has', async () => {
      const response = await visitor(site).post('/newsroom/paste', { constructor: 'Zznobody typed it' })
      expect([response.status, response.headers.get('location')]).toEqual([303, '/newsroom/sign-in'])
    })

    test('comes back where a role does not include what it asks for', async () => {
      const nobody = await addPerson(site.app.store, { name: 'Cleo', mail: null, switches: ['write'] }, Date.now())
      if ('problem' in nobody) throw new Error(nobody.problem)
      const cleo = visitor(site)
      await cleo.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, nobody.id, Date.now()) })
      const refused: string[] = []
      for (const form of forms) {
        const sent = filled(form)
        const response = await cleo.post(form.path, sent)
        if (response.status !== 403) continue
        refused.push(form.path)
        const html = await response.text()
        expect(html).toContain('You don’t have permission for this')
        expect(formTo(html, form.path)?.fields, form.path).toEqual(sent)
      }
      // All but the page she may paste, what she may suggest, note and plan, pictures, and the form on letters to herself, which answers in its own way.
      expect(refused.length).toBeGreaterThanOrEqual(forms.length - 11)
    })

    test('does not stand on any page of ours where another site sent it', async () => {
      for (const form of forms)
        for (const who of [staff, visitor(site)]) {
          const response = await who.post(form.path, filled(form), { 'sec-fetch-site': 'cross-site' })
          expect(response.status).toBe(403)
          expect(await response.text()).not.toContain('thought, in')
        }
    })

    test('does not stand there either where the address that another site sent it to can’t be read', async () => {
      for (const form of forms) {
        const response = await staff.post(`${form.path}?of=%00`, filled(form), { 'sec-fetch-site': 'cross-site' })
        expect(response.status).toBe(403)
        expect(await response.text()).not.toContain('thought, in')
      }
    })

    test('comes back from an address that no database could be asked, on a page without a character that nobody sees', async () => {
      const response = await staff.post('/newsroom/stories/a%00b', {
        headline: 'The mill',
        body: 'It turned.',
        base: '1',
      })
      expect(response.status).toBe(404)
      const html = await response.text()
      expect(html).toContain('It turned.')
      expect(html).not.toContain('\0')
    })

    /** Sends every form while a table is not there; answers the statuses, once each failure has given its words back. */
    const sendAllWithout = async (table: 'sessions' | 'acts') => {
      const statuses: number[] = []
      await sql`alter table ${sql.table(table)} rename to ${sql.table(`${table}_away`)}`.execute(site.app.store.db)
      try {
        for (const form of forms) {
          const sent = filled(form)
          const response = await staff.post(form.path, sent)
          statuses.push(response.status)
          if (response.status === 500)
            expect(formTo(await response.text(), form.path)?.fields, `${table} ${form.path}`).toEqual(sent)
        }
      } finally {
        await sql`alter table ${sql.table(`${table}_away`)} rename to ${sql.table(table)}`.execute(site.app.store.db)
      }
      return statuses
    }

    test('comes back where the database fails before anybody is known, and where it fails behind the door', async () => {
      expect(await sendAllWithout('sessions')).toEqual(forms.map(() => 500))
      // Made-up words are refused by some forms before anything is kept; those that get as far fail.
      expect(await sendAllWithout('acts')).toContain(500)
    })
  })

  describe(`words of a story on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let personId: string
    let path: string
    let now: number
    const sent = { headline: 'The mill', body: 'It turned.\r\n\r\n“It wants to,” said Jo.', base: '1', byline: '' }
    beforeEach(async () => {
      now = Date.now()
      site = await freshSite(kind, { now: () => now })
      staff = await editor(site)
      personId = (await site.app.store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()).id
      path = (await staff.post('/newsroom/stories', {})).headers.get('location') as string
    })
    afterEach(() => site.drop())

    const setUp = async (withCodes: boolean) => {
      const { store } = site.app
      const person = (await store.db.selectFrom('people').selectAll().executeTakeFirstOrThrow()) as never
      const given = { person, signInName: 'ed', password: PASSWORD, keep: null as never, siteName: 'The Courant' }
      expect(await setPassword(store, given, now)).toBeNull()
      if (!withCodes) return null
      await store.transaction(now, (tx) => beginCodes(tx, personId))
      const { secret } = await store.db.selectFrom('code_secrets').select('secret').executeTakeFirstOrThrow()
      const bytes = Buffer.from(secret, 'base64url')
      await store.transaction(now, (tx) => confirmCodes(tx, personId, codeOfStep(bytes, stepAt(now))))
      return bytes
    }
    const send = async (who: Visitor, page: Response, to: string, more: Record<string, string> = {}) => {
      const form = formTo(await page.text(), to)
      if (!form) throw new Error(`no form to ${to}`)
      return who.post(to, { ...form.fields, ...more })
    }
    const draft = async () => formTo(await (await staff.get(path)).text(), path)?.fields
    const endSessions = () => site.app.store.db.deleteFrom('sessions').execute()

    test('wait through a wrong password and a right one, are sent by a button only, and are saved then', async () => {
      await setUp(false)
      await endSessions()
      const door = '/newsroom/sign-in/password'
      let page = await staff.post(path, sent)
      page = await send(staff, page, door, { name: 'ed', password: 'something else' })
      expect(page.status).toBe(400)
      page = await send(staff, page, door, { name: 'ed', password: PASSWORD })
      expect(page.status).toBe(200)
      expect((await draft())?.headline).toBe('')
      expect((await send(staff, page, path)).headers.get('location')).toBe(`${path}?saved`)
      expect(await draft()).toMatchObject({
        headline: 'The mill',
        body: '“It wants to,” said Jo.'.replace(/^/, 'It turned.\n\n'),
      })
    })

    test('wait through a code as well', async () => {
      const secret = (await setUp(true)) as Buffer
      await endSessions()
      now += 60_000
      let page = await staff.post(path, sent)
      page = await send(staff, page, '/newsroom/sign-in/password', { name: 'ed', password: PASSWORD })
      page = await send(staff, page, '/newsroom/sign-in/code', { code: 'wrong' })
      expect(page.status).toBe(400)
      page = await send(staff, page, '/newsroom/sign-in/code', { code: codeOfStep(secret, stepAt(now)) })
      expect((await send(staff, page, path)).headers.get('location')).toBe(`${path}?saved`)
    })

    test('are sent again from the page they came back on, once a link was opened in another tab', async () => {
      await endSessions()
      const page = await staff.post(path, sent)
      await staff.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, personId, now) })
      expect((await send(staff, page, path)).headers.get('location')).toBe(`${path}?saved`)
    })

    test('come back once more where the database fails while signing in', async () => {
      await setUp(false)
      await endSessions()
      const { db } = site.app.store
      const page = await staff.post(path, sent)
      await sql`alter table passwords rename to passwords_away`.execute(db)
      const failed = await send(staff, page, '/newsroom/sign-in/password', { name: 'ed', password: PASSWORD })
      await sql`alter table passwords_away rename to passwords`.execute(db)
      expect(failed.status).toBe(500)
      const html = await failed.text()
      expect(html).not.toContain(PASSWORD)
      expect(formTo(html, path)?.fields).toEqual({ ...sent, byline: '' })
    })

    test('no word leads to another place than the newsroom, whatever a form says it carries', async () => {
      await setUp(false)
      const fields = packed([['body', 'Words']])
      for (const at of [
        'https://other.example/newsroom/paste',
        '//other.example/',
        '/newsroom/../x',
        'javascript:x()',
      ]) {
        const page = await visitor(site).post('/newsroom/sign-in/password', {
          name: 'ed',
          password: PASSWORD,
          path: at,
          fields,
        })
        expect([page.status, page.headers.get('location')]).toEqual([303, '/newsroom'])
      }
    })

    test('a program that asks for JSON is told in a sentence, and its words are its own', async () => {
      await endSessions()
      const response = await staff.post('/newsroom/review/decide', {}, { accept: 'application/json' })
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ ok: false, sentence: expect.stringContaining('signed out') })
    })
  })
}

describe('words of a story that can’t be taken', () => {
  const sent = { headline: 'The mill', body: 'It turned.', base: '1' }
  const place = async () => {
    const site = await freshSite('sqlite')
    const staff = await editor(site)
    return { site, staff, path: (await staff.post('/newsroom/stories', {})).headers.get('location') as string }
  }

  test('that are too many to go through signing in stay where they are, and it is said where', async () => {
    const { site, path } = await place()
    try {
      const response = await visitor(site).post(path, { ...sent, body: 'x'.repeat(2 * 1024 * 1024) })
      expect(response.status).toBe(413)
      expect(await response.text()).toMatch(/You were signed out.*what you wrote is still in the form/)
      // Fewer bytes than are read, and more than every way in can carry: they come back, to be sent again.
      const long = await visitor(site).post(path, { ...sent, body: '"'.repeat(600_000) + 'x'.repeat(500_000) })
      const html = await long.text()
      expect([long.status, html.length]).toEqual([413, expect.toSatisfy((length) => length < 12_000_000)])
      expect(html).toContain('You were signed out')
    } finally {
      await site.drop()
    }
  })

  test('while another program holds the database, they come back with 503, and are saved by sending them again', async () => {
    const { site, staff, path } = await place()
    const other = new BetterSqlite3(site.database)
    try {
      other.exec('begin immediate')
      const response = await staff.post(path, sent)
      other.exec('commit')
      expect(response.status).toBe(503)
      const html = await response.text()
      expect(html).toMatch(/Nothing was saved, because the site is busy/)
      const form = formTo(html, path) as FormFound
      expect(form.fields).toEqual(sent)
      expect((await staff.post(path, form.fields)).headers.get('location')).toBe(`${path}?saved`)
    } finally {
      other.close()
      await site.drop()
    }
  })

  test('on a full disk they come back with 507', async () => {
    const { site, staff, path } = await place()
    try {
      const { db } = site.app.store
      await sql`pragma max_page_count = 1`.execute(db)
      const body = 'It turned and turned. '.repeat(5000)
      const response = await staff.post(path, { ...sent, body })
      expect(response.status).toBe(507)
      const html = await response.text()
      expect(html).toMatch(/Nothing was saved, because the site has run out of space/)
      expect(formTo(html, path)?.fields.body).toBe(body)
    } finally {
      await site.drop()
    }
  })
})
