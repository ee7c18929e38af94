/**
 * A site in which something of everything has happened, so that each of its
 * pages can be opened with something on it, by a reader and by an editor.
 */

import { vi } from 'vitest'
import { makeMailLink } from '../../src/access/index.ts'
import { acceptName } from '../../src/archive/index.ts'
import { publishChange } from '../../src/corrections/index.ts'
import { decide } from '../../src/moderation/decisions/index.ts'
import { undo } from '../../src/moderation/undo/index.ts'
import { addPerson, makeSignInLink, ROLES } from '../../src/people/index.ts'
import { createStory, emptyContent, listPublished, newBlockId, publish } from '../../src/story/index.ts'
import { addWebhook, HOOK_EVENTS } from '../../src/webhooks/index.ts'
import { record } from '../archives.ts'
import { shownRevision } from '../comments.ts'
import { disqusExport } from '../exports/comment-services.ts'
import { giveUp } from '../given-up.ts'
import { type PostOffice, postOffice } from '../letters.ts'
import { pdf } from '../media-files.ts'
import { photo } from '../pictures.ts'
import { postComment, type Visitor, visitor } from '../sites.ts'

export interface WholeSite {
  office: PostOffice
  /** With an account, and the receipts of what they wrote. */
  reader: Visitor
  /** Addresses to begin with: such as no page leads to, and those with the most on them. */
  places: Record<'reader' | 'staff', string[]>
  /** Forms that are not taken as they are sent, and answered with a page. */
  forms: Record<'reader' | 'staff', [path: string, fields: Record<string, string>][]>
}

const PASSWORD = 'tide bucket oarlock nine'
const WORDS = 'Will the bell be rung by hand, or by a machine that has never seen the sea?'

export async function wholeSite(): Promise<WholeSite> {
  const office = await postOffice('sqlite')
  const { site, staff, story, clock } = office
  const { store } = site.app
  const places: WholeSite['places'] = { reader: [], staff: [] }
  const editor = await store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
  await store.transaction(clock.now, (tx) =>
    tx.rows.updateTable('people').set({ mail: 'editor@paper.example' }).execute(),
  )
  const moderator = await addPerson(store, { name: 'Jo Marsh', mail: null, switches: ROLES.moderator }, clock.now)
  if ('problem' in moderator) throw new Error(moderator.problem)
  const reader = visitor(site)
  await sent(staff.post('/newsroom/account/password', { name: 'Editor', password: PASSWORD }))

  // A server that hears of what follows, and can't be reached.
  const hook = { address: 'https://192.0.2.1/', events: HOOK_EVENTS, by: editor.id }
  await addWebhook(store, hook, clock.now)
  places.staff.push('/newsroom/webhooks')

  // Stories, and the names that are said in them.
  for (const headline of ['The weir is done, and the lock keeper says what it cost', 'Lamps on the pier', 'A vote']) {
    const kept = {
      headline,
      blocks: {
        p1: '“The weir is done,” Edda Moor, the lock keeper of Saltmere, told the Harbour Board on Tuesday.',
        p2: 'She added in a letter that the sluice would follow.',
      },
      said: [
        { words: '“The weir is done,”', speaker: 'Edda Moor', cue: 'told' },
        {
          words: 'the sluice would follow',
          speaker: 'She',
          name: 'person:edda-moor',
          cue: 'added',
          source: 'a letter',
        },
      ],
      names: ['person: Edda Moor, lock keeper', 'place: Saltmere', 'organization: Harbour Board'],
    }
    const { id, path } = await record(store, kept, clock.now)
    places.reader.unshift(path, path.slice(0, 8), path.slice(0, 5))
    places.staff.unshift(
      `/newsroom/stories/${id}`,
      `/newsroom/stories/${id}/reading`,
      `/newsroom/stories/${id}/history`,
      `/newsroom/stories/${id}/suggestions`,
      `/newsroom/stories/${id}/suggest`,
    )
    await sent(staff.post(`/newsroom/stories/${id}/notes`, { place: 'headline', note: 'Too long' }))
    await sent(staff.post('/newsroom/planning', { headline, day: '2026-05-01', deadline: '16:00', slot: 'evening' }))
    clock.now += 60_000
  }
  // A version under embargo, and the form to put one there.
  const [held = ''] = places.staff
  await sent(staff.post(`${held}/embargo`, { at: '2027-05-01T12:00', change: 'update', cause: '' }))
  places.staff.push(`${held}/embargo`, `${held}/embargo/preview`, `${held}/correct`)
  places.staff.push(`/newsroom/stories/${story.id}/embargo`)
  for (const [kind, name, path] of [
    ['person', 'Edda Moor', '/people/edda-moor'],
    ['organization', 'Harbour Board', '/organizations/harbour-board'],
    ['place', 'Saltmere', '/places/saltmere'],
  ] as const) {
    const accepted = await acceptName(store, { kind, name, by: editor.id }, clock.now)
    if ('problem' in accepted) throw new Error(accepted.problem)
    places.reader.push(path)
  }
  places.reader.push('/said?about=weir', '/said?about=nothing+of+it', '/archive', '/house-rules')
  const pasted = await sent(
    staff.post('/newsroom/paste', { page: `Harbour Votes\n\n${`${WORDS} `.repeat(9)}\n\nShare this` }),
  )
  places.staff.push(pasted)

  // A picture: on the library's page and its own.
  const upload = new FormData()
  upload.append('files', new Blob([new Uint8Array(await photo())]), 'weir.jpg')
  await sent(staff.post('/newsroom/pictures', upload))
  places.staff.push('/newsroom/pictures')

  // A section, a topic and an author, each with a page at both ends.
  for (const [list, name, path] of [
    ['sections', 'Tides', '/sections/tides'],
    ['topics', 'The weir', '/topics/the-weir'],
    ['authors', 'Wilma Crane', '/authors/wilma-crane'],
  ] as const) {
    places.staff.push(`/newsroom/${list}`, await sent(staff.post(`/newsroom/${list}`, { name })))
    places.reader.push(path, `${path}/2`)
  }
  // One more than stand on a page of theirs.
  for (let number = 1; number <= 25; number++) {
    const filed = { section: 'Tides', topics: ['The weir'], byline: 'By Wilma Crane' }
    const body = [{ id: newBlockId(), type: 'paragraph' as const, text: 'The gauge at the weir was read at noon.' }]
    const content = { ...emptyContent, ...filed, headline: `High water ${number}`, body }
    const id = await createStory(store, { content, by: null, commentsOpen: false }, clock.now)
    const done = await publish(store, { id, by: null }, clock.now)
    if ('problem' in done) throw new Error(done.problem)
  }
  // One of them corrected, more often than stand on a page.
  const [gauge] = await listPublished(store.db, { limit: 1 })
  if (!gauge) throw new Error('no story')
  for (let time = 1; time <= 31; time++) {
    const change = { kind: 'correction', cause: `The gauge was read at ${time}, not at noon.` }
    const put = await publishChange(store, { id: gauge.id, by: editor.id, change }, clock.now)
    if ('problem' in put) throw new Error(put.problem)
  }
  places.reader.push('/corrections/2', `${gauge.path}/versions`, `${gauge.path}/versions/1/2`)
  // And a file, likewise.
  const attached = new FormData()
  attached.append('files', new Blob([new Uint8Array(pdf())]), 'weir.pdf')
  places.staff.push(await sent(staff.post('/newsroom/files', attached)), '/newsroom/files')

  // What could move in, looked through; and where old addresses lead.
  const exported = new FormData()
  exported.append('files', new Blob([...disqusExport({ pages: 1, comments: 2 })]), 'ferry.xml')
  const moving = await sent(staff.post('/newsroom/move-in', exported))
  await vi.waitUntil(async () => (await (await staff.get(moving)).text()).includes('Before you move in'), {
    timeout: 30_000,
    interval: 200,
  })
  await sent(staff.post('/newsroom/old-addresses', { from: '/2019/05/weir.html', to: '/about' }))
  await sent(staff.post('/newsroom/embedding', { site: 'https://paper.example' }))
  places.staff.push(
    '/newsroom/embedding',
    '/newsroom/move-in',
    moving,
    '/newsroom/old-addresses?test=/2019/05/weir.html',
  )

  // A program that may read drafts.
  await staff.post('/newsroom/programs', { name: 'Wire', scopes: 'stories:read', days: '90' })
  places.staff.push('/newsroom/programs')

  // A page that is published, another that is begun, a menu of an editor's own.
  const about = await sent(staff.post('/newsroom/pages', { kind: 'about' }))
  const words = { title: 'About us', slug: 'about', words: 'Four people above a bakery.' }
  await sent(staff.post(about, { ...words, number: '1', afterwards: 'publish' }))
  const imprint = await sent(staff.post('/newsroom/pages', { kind: 'imprint' }))
  await sent(staff.post('/newsroom/menus/foot/add', { thing: '', href: '/archive', label: 'All stories' }))
  places.reader.push('/about')
  places.staff.push('/newsroom/pages', imprint, `${about.replace(/\?.*/, '')}/preview`, '/newsroom/menus')

  // Comments: shown, answered, rejected and appealed against, reported, in a campaign, waiting.
  const shown = await office.comment({ name: 'Wren Abbot', comment: WORDS })
  await office.decide(shown.id, 'approve')
  const answer = await office.comment({ name: 'Peg Hollis', comment: 'By hand, on Sundays.', parent: shown.id })
  await office.decide(answer.id, 'approve')
  const rejected = await office.comment({ name: 'Ada', comment: 'The harbour master never said that.' })
  const rejection = await office.decide(rejected.id, 'reject', 'attack')
  const again = await office.comment({ name: 'Bo', comment: 'Nor did the baker.' })
  const second = await office.decide(again.id, 'reject', 'off-topic')
  for (const [number, sum] of [900, 1200, 2500].entries())
    await office.comment({
      name: `Guest ${number}`,
      comment: `My cousin Ann made ${sum} dollars last week working from home, find out how at https://quick.money.example`,
    })
  for (let i = 0; i < 5; i++)
    await office.comment({ name: `Reader ${i}`, comment: `${WORDS} Asked for the ${i}th time.` })
  clock.now += 20_000
  await sent(reader.post(`${again.receipt}/appeal/${second}`, { words: 'It was about the baker.' }))
  const report = async (commentId: string) => {
    const form = await (await reader.get(`/report/${commentId}`)).text()
    const [token, revision] = ['token', 'revision'].map(
      (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? '',
    ) as [string, string]
    const words = { ground: 'rule attack', words: 'It goes for her.' }
    return sent(reader.post(`/report/${commentId}`, { token, revision, ...words }))
  }
  const reported = await report(shown.id)
  const reports = await store.db.selectFrom('reports').select('id').execute()
  await sent(
    staff.post(`/newsroom/review/reports/${shown.id}`, {
      act: 'keep',
      last: reports.at(-1)?.id ?? '',
      revision: await shownRevision(store, shown.id),
      sentence: 'Fair.',
    }),
  )
  clock.now += 20_000
  const stillReported = await report(answer.id)
  // Errors that readers reported: one answered, one open.
  const wrong = async (words: string) => {
    const form = await (await reader.get(`${story.path}/wrong`)).text()
    const token = /name="token" value="([^"]+)"/.exec(form)?.[1] ?? ''
    return sent(
      reader.post(`${story.path}/wrong`, { token, words, quote: 'eleven minutes late', mail: 'nan@a.example' }),
    )
  }
  const answered = await wrong('It was ten minutes.')
  const [ticket] = await store.db.selectFrom('tickets').select('id').execute()
  const told = { ticket: ticket?.id ?? '', kind: 'nothing', note: 'We had a watch.' }
  places.staff.push(await sent(staff.post('/newsroom/tickets/answer', told)), '/newsroom/tickets/answered')
  const unanswered = await wrong('Twelve.')
  places.staff.push('/newsroom/tickets', `/newsroom/stories/${story.id}`)
  places.reader.push(
    `${story.path}/wrong`,
    answered,
    unanswered,
    `${story.path}/reply/${shown.id}`,
    `/embed/story?id=${story.id}`,
    `/embed/reply/${shown.id}`,
    `/report/${shown.id}`,
    `${rejected.receipt}/appeal/${rejection}`,
    rejected.receipt,
    shown.receipt,
    reported,
    stillReported,
    `${reported}/appeal`,
  )
  places.staff.push(`/newsroom/comments/${shown.id}`, `/newsroom/comments/${rejected.id}`)

  // A reader's choices of letters, and an account.
  const other = await office.comment({ name: 'Nan', comment: 'And by night?', mail: 'nan@reader.example', tell: 'yes' })
  await office.decide(other.id, 'approve')
  const toConfirm = (await office.deliver()).find(({ text }) => text.includes('/mail/confirm/'))
  const choices = (await sent(reader.post(toConfirm?.link('/mail/confirm/') as string, {}))).replace(/\?.*/, '')
  places.reader.push(choices, `${choices}/stop`)
  const accountLink = (address: string) =>
    store.transaction(clock.now, (tx) => makeMailLink(tx, { purpose: 'account', address }))
  await sent(reader.post(`/account/open/${await accountLink('perpetua@quill.example')}`, {}))
  await sent(reader.post('/account/name', { name: 'Perpetua Quill' }))
  await postComment(reader, story.path, { name: 'Perpetua Quill', comment: 'Mine, while signed in.' })

  // The desk: a rule on trial, a ban, a second look, what is told by mail, the public record.
  const rule = await sent(
    staff.post('/newsroom/review/rules', { name: 'Watches', kind: 'words', words: 'cheap watches', effect: 'spam' }),
  )
  const ban = { reason: 'attack', scope: 'story', term: 'week', note: 'Twice told.' }
  await sent(staff.post(`/newsroom/comments/${rejected.id}/ban`, ban))
  await sampled(office, moderator.id)
  await sent(
    staff.post('/newsroom/notices', { told: 'yes', atLeast: '1', minutes: '1', quietFrom: '', quietUntil: '' }),
  )
  await sent(staff.post('/newsroom/review/reasons/publicity', { log: 'yes', report: 'yes' }))
  clock.now += 26 * 60 * 60_000
  await sent(staff.post('/newsroom/sign-in', { token: await makeSignInLink(store, editor.id, clock.now) }))
  await sent(staff.post('/newsroom/account/codes', {}))
  await office.comment({ name: 'Wren Abbot', comment: 'Tell me of it.', mail: 'wren@reader.example', tell: 'yes' })
  const letters = await office.deliver()
  const asked = letters.find(({ to }) => to === 'wren@reader.example')
  const waiting = letters.find(({ raw }) => raw.includes('/newsroom/waiting/'))
  // A story that was sent back, and one in the trash.
  const back = await sent(staff.post('/newsroom/stories', {}))
  await sent(staff.post(back, { base: '1', headline: 'Sent back', body: WORDS, afterwards: 'ready' }))
  await sent(staff.post(back, { base: '2', headline: 'Sent back', body: WORDS, afterwards: 'back', toWriter: 'Why?' }))
  const trashed = await sent(staff.post('/newsroom/stories', {}))
  await sent(staff.post(`${trashed}/trash`, {}))
  places.staff.push(
    back,
    '/newsroom/stories?q=nothing&state=back',
    '/newsroom/trash',
    rule,
    '/newsroom/account/codes',
    '/newsroom/review?band=spam&q=nowhere',
    '/newsroom/review/search?q=bell',
    '/newsroom/said?about=weir',
    waiting?.link('/newsroom/waiting/') as string,
  )
  places.reader.push(
    asked?.link('/mail/confirm/') as string,
    asked?.link('/mail/stop/') as string,
    '/mail/confirm/over',
    `/account/open/${await accountLink('other@reader.example')}`,
    '/moderation/2026/05',
    '/moderation/2026/05/1',
    '/moderation/2026',
    '/nothing/here',
    '/newsroom/sign-in',
    `/newsroom/sign-in/${await makeSignInLink(store, moderator.id, clock.now)}`,
    '/newsroom/sign-in/used',
  )
  // Work in the background that was given up.
  const { id: lost } = story
  await giveUp(
    store,
    { kind: 'reading.keep', key: lost, payload: { story: lost }, problem: 'The 3rd token of p7 has no place.' },
    clock.now,
  )
  const forms: WholeSite['forms'] = {
    reader: [
      [`${story.path}/comments`, { name: 'Ada', comment: '' }],
      ['/embed/comments', { story: story.id, name: 'Ada', comment: 'From elsewhere.' }],
      [`/report/${shown.id}`, { words: 'It goes for her.' }],
      [`${story.path}/wrong`, { words: 'Sent without its token.' }],
      ['/account/link', { mail: 'nowhere' }],
      ['/newsroom/sign-in/password', { name: 'Editor', password: 'wrong' }],
      ['/newsroom/sign-in/password', { name: 'Editor', password: PASSWORD }],
    ],
    staff: [
      // A day after signing in, the page on which one shows that it is oneself.
      ['/newsroom/people', { name: 'Ana Ruiz', moderate: 'yes' }],
      [pasted, { base: '0', headline: 'Of two who save one draft', body: 'The second is shown both texts.' }],
      ['/newsroom/paste', { page: '' }],
      ['/newsroom/look', { accent: 'ochre', type: 'source' }],
      ['/newsroom/review/rules', { name: '' }],
      [`/newsroom/comments/${rejected.id}/ban`, {}],
      ['/newsroom/review/decide', { revision: '0'.repeat(26), action: 'approve' }],
      ['/newsroom/work/0/again', {}],
      ['/newsroom/tickets/answer', { ticket: '0'.repeat(26), kind: 'nothing', note: 'Somebody was faster.' }],
      [imprint, { number: '0', title: 'Imprint', slug: 'imprint', words: 'Of two who save one page.' }],
      ['/newsroom/menus/foot/add', { href: 'nowhere', label: 'Nowhere' }],
    ],
  }
  return { office, reader, places, forms }
}

/** Where a form that was taken leads. */
async function sent(answer: Promise<Response>): Promise<string> {
  const response = await answer
  if (response.status !== 303) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return response.headers.get('location') ?? ''
}

/** Has a comment decided, and taken back, until a decision falls into the sample for second looks: one in eight, by the luck of its id. */
async function sampled({ site, clock }: PostOffice, by: string): Promise<void> {
  const { store } = site.app
  for (;;) {
    const { id } = await store.db
      .selectFrom('comment_revisions')
      .select('id')
      .where('state', '=', 'held')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const result = await decide(store, { revisionId: id, action: 'approve', reason: null, by }, clock.now)
    if (!result.decided) throw new Error(result.sentence)
    if (/[0-3]$/.test(result.decisionId)) return
    await undo(store, result.decisionId, by, clock.now)
  }
}
