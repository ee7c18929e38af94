/** What holds for every address of the site, whoever asks and whatever is typed. docs/security.md names these tests. */
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readQueue } from '../../src/moderation/queue/index.ts'
import { DATABASES } from '../databases.ts'
import { demonstration, editor, freshSite, sendComment, type TestSite, type Visitor, visitor } from '../sites.ts'
import { addressesOf, type Known, wholeDatabase } from '../walk.ts'
import { ROOT } from './programs.ts'

/** What breaks out of an attribute, a script, a title, a text field and a comment of HTML, where anything lets it. */
const BREAK_OUT = `"><xss-mark></xss-mark>'--></script></title></textarea><img src=x onerror=x()><svg/onload=x()>`
/** The same as short as a name may be. */
const BREAK_OUT_NAME = `"'></title></script><xss-mark onclick=x()>`
const LINKS = 'javascript:x() data:text/html,<script>x()</script> https://ok.example/"onmouseover="x()'

describe('a site where somebody has written all that breaks pages', () => {
  let site: TestSite
  let staff: Visitor
  let reader: Visitor
  let known: Known
  let rejected: { receipt: string; decision: string }
  beforeAll(async () => {
    // Readers reach it by a name over https; here it is asked where it listens.
    const port = await freePort()
    const listening = await freshSite('sqlite', { config: { url: 'https://paper.example', port } })
    site = Object.create(listening, { url: { value: `http://127.0.0.1:${port}` } })
    staff = await editor(site)
    reader = visitor(site)
    const { id, path } = await demonstration(site)
    const send = async (text: string) => {
      const response = await sendComment(reader, path, { name: BREAK_OUT_NAME, mail: 'a@b.example', comment: text })
      expect(response.status).toBe(303)
      const receipt = response.headers.get('location') as string
      return { receipt, commentId: receipt.slice('/receipts/'.length, '/receipts/'.length + 26) }
    }
    const decide = async (commentId: string, action: string) => {
      const item = (await readQueue(site.app.store.db, { limit: 100 })).find((one) => one.commentId === commentId)
      const response = await staff.post(
        '/newsroom/review/decide',
        { revision: item?.revisionId ?? '', action, reason: action === 'approve' ? '' : 'off-topic', note: BREAK_OUT },
        { accept: 'application/json' },
      )
      expect(response.status).toBe(200)
      return ((await response.json()) as { decision: { id: string } }).decision.id
    }
    const approved = await send(`${BREAK_OUT}\n\n> ${BREAK_OUT}\n\n${LINKS}`)
    await decide(approved.commentId, 'approve')
    const other = await send(`Again ${BREAK_OUT}`)
    rejected = { receipt: other.receipt, decision: await decide(other.commentId, 'reject') }
    await send(`Held ${BREAK_OUT}`)
    await reader.get(approved.receipt)
    await staff.post('/newsroom/settings/house-rule', { rule: BREAK_OUT })
    const person = await site.app.store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
    known = {
      storyId: id,
      storyPath: path,
      commentId: approved.commentId,
      receiptKey: approved.receipt.slice('/receipts/'.length),
      personId: person.id,
    }
  })
  afterAll(() => site.drop())

  /** What people made, without what the site makes of it by itself meanwhile. */
  const madeByPeople = async () => ({
    ...(await wholeDatabase(site.app.store, MADE_BESIDE)),
    revisions: JSON.stringify(
      await site.app.store.db.selectFrom('comment_revisions').select(['id', 'state', 'text']).orderBy('id').execute(),
    ),
  })

  test('no page runs or shows any of it as anything but words, the newsroom’s as little as readers’', async () => {
    const marked = new Set<string>()
    const look = async (address: string, response: Response) => {
      const type = response.headers.get('content-type') ?? ''
      const body = await response.text()
      if (body.includes('xss-mark')) {
        marked.add(address)
        expect([address, response.headers.get('x-content-type-options')]).toEqual([address, 'nosniff'])
        expect(type, address).toMatch(/^(text\/html|application\/json|text\/plain|text\/csv|application\/atom\+xml)/)
      }
      if (!type.startsWith('text/html')) return []
      expect([address, faultsOf(body)]).toEqual([address, []])
      return linksOf(body)
    }
    // Reports and appeals, as readers' forms send them; what the forms answer is looked at like any page.
    const ground = /name="ground"[^>]*value="([^"]+)"|<option value="([^"]+)"/.exec(
      await (await reader.get(`/report/${known.commentId}`)).text(),
    )
    for (const [address, fields] of [
      [
        `/report/${known.commentId}`,
        { ground: ground?.[1] ?? ground?.[2] ?? '', words: BREAK_OUT, name: BREAK_OUT_NAME },
      ],
      [`${rejected.receipt}/appeal/${rejected.decision}`, { words: BREAK_OUT }],
      [`${rejected.receipt}/appeal/${rejected.decision}`, { words: BREAK_OUT.repeat(300) }],
      [`/receipts/${known.receiptKey}/edit`, { comment: BREAK_OUT.repeat(200) }],
      [`${known.storyPath}/comments`, { name: BREAK_OUT_NAME, comment: BREAK_OUT, mail: BREAK_OUT }],
      [
        `${known.storyPath}/comments`,
        { name: BREAK_OUT_NAME, comment: BREAK_OUT, token: BREAK_OUT, parent: BREAK_OUT },
      ],
      [`${known.storyPath}x/comments`, { name: BREAK_OUT_NAME, comment: BREAK_OUT }],
    ] as [string, Record<string, string>][]) {
      const form = await (await reader.get(address.endsWith('comments') ? known.storyPath : address)).text()
      const token = /name="token" value="([^"]+)"/.exec(form)?.[1] ?? ''
      await look(`POST ${address}`, await reader.post(address, { token, ...fields }))
    }
    for (const [who, person] of [
      ['a reader', reader],
      ['staff', staff],
    ] as const) {
      const seen = new Set<string>()
      const waiting = [
        ...addressesOf('GET', known).filter((address) => who === 'staff' || !address.startsWith('/newsroom')),
        `/said?speaker=${encodeURIComponent(BREAK_OUT)}&about=${encodeURIComponent(BREAK_OUT)}`,
        `/${encodeURIComponent(BREAK_OUT)}`,
        `/newsroom/review?story=${encodeURIComponent(BREAK_OUT)}&search=${encodeURIComponent(BREAK_OUT)}`,
        `/newsroom/review/search?words=${encodeURIComponent(BREAK_OUT)}&q=${encodeURIComponent(BREAK_OUT)}`,
      ]
      for (let address = waiting.shift(); address !== undefined && seen.size < 150; address = waiting.shift()) {
        if (seen.has(address)) continue
        seen.add(address)
        waiting.push(...(await look(address, await person.get(address))))
      }
    }
    expect([...marked]).toEqual(
      expect.arrayContaining([
        known.storyPath,
        `/receipts/${known.receiptKey}`,
        '/receipts',
        `${known.storyPath}/reply/${known.commentId}`,
        `/report/${known.commentId}`,
        '/newsroom/review',
        `/newsroom/comments/${known.commentId}`,
        `POST ${known.storyPath}/comments`,
        `/api/stories/${known.storyId}/comments`,
      ]),
    )
    // Names and subjects stand in a line of their own in a letter: none can begin another.
    const letters = await site.app.store.db.selectFrom('letters').selectAll().execute()
    for (const { to_name, to_address, subject } of letters)
      expect(`${to_name}${to_address}${subject}`).not.toMatch(/[\r\n]/)
  })

  test('the look that finds nothing would find it', () => {
    for (const broken of [
      `<p>${BREAK_OUT}</p>`,
      `<input value="${BREAK_OUT_NAME}">`,
      `<textarea>${BREAK_OUT}</textarea>`,
      '<a href=" JavaScript:x()">x</a>',
      '<script>x()</script>',
      '<script src="https://evil.example/x.js"></script>',
      '<iframe src="/newsroom"></iframe>',
    ])
      expect([broken, faultsOf(`<!doctype html><html><body>${broken}</body></html>`)]).not.toEqual([broken, []])
  })

  test('what another site’s page sends is refused by every address that takes anything, whoever’s browser it is', async () => {
    const addresses = addressesOf('POST', known)
    expect(addresses.length).toBeGreaterThan(30)
    const before = await madeByPeople()
    for (const address of addresses) {
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site', origin: 'https://paper.example' },
        { origin: 'https://evil.example' },
        { origin: 'https://paper.example.evil.example' },
        ...(address.startsWith('/newsroom') ? [{ origin: 'null' }] : []),
      ] as Record<string, string>[]) {
        const response = await staff.post(address, { rule: 'Do evil.', comment: 'x', name: 'x' }, headers)
        expect([address, headers, response.status]).toEqual([address, headers, 403])
      }
    }
    expect(await madeByPeople()).toEqual(before)
    // The site's own forms get through: by what new browsers say, by what old ones say, and where nothing is said.
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'https://paper.example' }, {}])
      expect((await staff.post('/newsroom/settings/house-rule', { rule: 'Be kind.' }, headers)).status).toBe(303)
  })

  test('no page can be put into a frame of another site, but for one that shows nothing', async () => {
    for (const address of addressesOf('GET', known)) {
      const { headers } = await staff.get(address)
      const ancestors = /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1]
      expect([address, ancestors]).toEqual([address, address === '/form-proof' ? "'self'" : "'none'"])
    }
    const frame = parseHTML(await (await fetch(`${site.url}/form-proof`)).text()).document
    expect(frame.body?.textContent?.trim() ?? '').toBe('')
  })

  test('readers’ pages may run no code; what the newsroom runs comes from here', async () => {
    for (const address of addressesOf('GET', known)) {
      const policy = (await staff.get(address)).headers.get('content-security-policy') ?? ''
      expect([address, policy]).toEqual([address, expect.stringContaining("default-src 'none'")])
      expect([address, policy]).not.toEqual([
        address,
        expect.stringMatching(/unsafe|script-src[^;]*(https?:|\*|data:)/),
      ])
      // A reader's own account proves itself by passkey, which takes code; it shows nobody else's words.
      if (!/^\/(newsroom|account)(\/|$)/.test(address) && address !== '/form-proof')
        expect([address, policy]).not.toEqual([address, expect.stringContaining('script-src')])
    }
  })

  test('no address sends anyone on to another site', async () => {
    const away = ['//evil.example', 'https://evil.example', '/\\evil.example']
    for (const address of addressesOf('GET', known)) {
      for (const target of away) {
        const query = ['next', 'to', 'return', 'url', 'back', 'from'].map(
          (name) => `${name}=${encodeURIComponent(target)}`,
        )
        const response = await staff.get(`${address}?${query.join('&')}`)
        const location = response.headers.get('location')
        if (location !== null) expect([address, location]).toEqual([address, expect.stringMatching(/^\/(?![/\\])/)])
      }
    }
    for (const address of ['//evil.example/', '/%2fevil.example', '/\\evil.example', '//evil.example/newsroom/'])
      expect((await fetch(site.url + address, { redirect: 'manual' })).headers.get('location')).toBe(null)
  })

  test('looking changes nothing: whatever a stranger opens, the database stays as it is', async () => {
    const before = await madeByPeople()
    for (const address of addressesOf('GET', known))
      await (await fetch(site.url + address, { redirect: 'manual' })).text()
    expect(await madeByPeople()).toEqual(before)
  })

  test('where the site is at home on https, every answer tells browsers to come no other way', async () => {
    const css = /\/assets\/[^"]+\.css/.exec(await (await fetch(site.url)).text())?.[0] as string
    for (const address of [
      '/',
      '/',
      known.storyPath,
      css,
      '/feed.xml',
      '/nothing',
      '/newsroom',
      '/form-token',
      '/account',
    ]) {
      const { headers } = await fetch(site.url + address, { redirect: 'manual' })
      expect([address, headers.get('strict-transport-security')]).toEqual([address, 'max-age=31536000'])
    }
    // Also what Node's own parser refuses.
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
    socket.end('not a request\r\n\r\n')
    let answer = ''
    for await (const chunk of socket) answer += String(chunk)
    for (const said of [
      'HTTP/1.1 400',
      'strict-transport-security: max-age=',
      'content-security-policy: default-src',
      'cross-origin-resource-policy: same-origin',
    ])
      expect(answer).toContain(said)
  })

  test('cookies are out of reach of code and of other sites, and only go over https where the site has it', async () => {
    const someone = visitor(site)
    const answers = [await someone.get('/form-token'), await someone.get(`/receipts/${known.receiptKey}`)]
    const link = await import('../../src/people/index.ts').then(({ makeSignInLink }) =>
      makeSignInLink(site.app.store, known.personId, Date.now()),
    )
    answers.push(await someone.post('/newsroom/sign-in', { token: link }))
    const cookies = answers.flatMap((answer) => answer.headers.getSetCookie())
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      '__Host-courant_form',
      'courant_receipts',
      '__Host-courant_session',
      '__Host-courant_staff',
    ])
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/i)
      expect(cookie).toMatch(/; Secure/i)
      expect(cookie).toMatch(/; SameSite=(Strict|Lax)/i)
    }
    // What opens a door is taken from this host alone, so that no neighbour under its domain can put one there.
    for (const cookie of [cookies[0], cookies[2]]) expect(cookie).toMatch(/^__Host-[^;]+;.*Path=\/(;|$)/)
    expect(cookies.join()).not.toMatch(/; Domain=/i)
    expect(cookies[1]).toContain('Path=/receipts')
  })

  test('a copy of the database opens no door: it holds no session, link, receipt or form that could be used', async () => {
    const someone = visitor(site)
    await someone.get('/form-token')
    const whole = JSON.stringify(await wholeDatabase(site.app.store))
    const session = staff.cookies.get('__Host-courant_session') as string
    expect(session.length).toBeGreaterThan(40)
    for (const secret of [session, known.receiptKey.slice(26), someone.cookies.get('__Host-courant_form') as string])
      expect(whole).not.toContain(decodeURIComponent(secret))
  })

  test('the log names no address, no receipt, no session, no mail address and nothing that was written', async () => {
    const log = site.log()
    expect(log).toContain('/receipts/:key')
    for (const secret of [
      known.receiptKey,
      staff.cookies.get('__Host-courant_session') as string,
      '127.0.0.1',
      'a@b.example',
      'xss-mark',
    ])
      expect(log).not.toContain(secret)
  })
})

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

/** Made by the site itself, of stories and of comments. */
const MADE_BESIDE = [
  'readings',
  'statements',
  'speaker_words',
  'word_prints',
  'names',
  'name_words',
  'happenings',
  'jobs',
  'signals',
  'comment_revisions',
]

/** What in a page would run, or lead where nobody meant it to. */
function faultsOf(html: string): string[] {
  const { document } = parseHTML(html)
  const faults: string[] = []
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName
    if (name === 'xss-mark' || name === 'svg') {
      if (name === 'xss-mark' || element.hasAttribute('onload')) faults.push(`<${name}>`)
    }
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith('on')) faults.push(`${name} ${attribute}`)
      if (['href', 'src', 'action', 'formaction'].includes(attribute) && /^\s*(javascript|data|vbscript):/i.test(value))
        faults.push(`${name} ${attribute}=${value}`)
    }
    if (name === 'script') {
      const isData = /^application\/(ld\+)?json$/.test(element.getAttribute('type') ?? '')
      if (isData) JSON.parse(element.textContent ?? '')
      else if (!element.getAttribute('src')?.startsWith('/assets/') || element.textContent !== '')
        faults.push('a script of its own')
    }
    if (name === 'iframe' && element.getAttribute('src') !== '/form-proof') faults.push('a frame')
    if (name === 'style' || element.hasAttribute('srcdoc')) faults.push(`<${name}>`)
  }
  return faults
}

const linksOf = (html: string): string[] =>
  [...parseHTML(html).document.querySelectorAll('a[href^="/"]')]
    .map((link) => (link.getAttribute('href') ?? '').split('#')[0] ?? '')
    .filter((address) => address !== '' && !address.startsWith('/assets/'))

for (const kind of DATABASES) {
  test(`a receipt cannot be guessed or walked on ${kind}: every guess gets one answer, and the database is not even asked`, async () => {
    const site = await freshSite(kind)
    try {
      const { path } = await demonstration(site)
      const response = await sendComment(visitor(site), path, { name: 'Ada', mail: '', comment: 'Quiet words.' })
      const key = (response.headers.get('location') as string).slice('/receipts/'.length)
      const id = key.slice(0, 26)
      const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)
      const guesses = [
        flip(key, 57),
        flip(key, 26),
        flip(key, 25),
        id + '0'.repeat(32),
        '0'.repeat(58),
        id,
        key.slice(0, 57),
        `${key}0`,
        key.toUpperCase(),
      ]
      // With the table out of reach, whoever asks it is answered by an error.
      const rename = (from: string, to: string) =>
        site.app.store.transaction(Date.now(), (tx) => tx.rows.schema.alterTable(from).renameTo(to).execute())
      await rename('comment_revisions', 'comment_revisions_away')
      try {
        expect((await fetch(`${site.url}/receipts/${key}`)).status).toBe(500)
        const answers = new Set<string>()
        for (const guess of guesses) {
          for (const [tail, method] of [
            ['', 'GET'],
            ['/edit', 'POST'],
            ['/withdraw', 'POST'],
          ] as const) {
            const init = method === 'POST' ? { method, body: new URLSearchParams({ comment: 'x' }) } : {}
            const answer = await fetch(`${site.url}/receipts/${guess}${tail}`, init)
            answers.add(`${answer.status} ${tail} ${[...answer.headers.keys()].sort()} ${await answer.text()}`)
          }
        }
        // One for each address, whatever the guess; new words come back to who sent them.
        expect(answers.size).toBe(3)
        for (const answer of answers) expect(answer).toMatch(/^404 /)
      } finally {
        await rename('comment_revisions_away', 'comment_revisions')
      }
      expect((await fetch(`${site.url}/receipts/${key}`)).status).toBe(200)
    } finally {
      await site.drop()
    }
  })
}

test('the program asks nothing of other machines, but for its mail, the bucket it was given and what an editor names: pictures and webhooks', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true })
    .map(String)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|^web\/islands\//.test(path))
  expect(sources.length).toBeGreaterThan(150)
  const asking = sources.filter((path) =>
    /(?<![.\w])fetch\(|import (?!type )[^']*from 'node:(https?|net|tls|dgram|dns)(\/promises)?'/.test(
      readFileSync(join(ROOT, 'src', path), 'utf8'),
    ),
  )
  // The server listens; the address of a sender is looked at, not called. What an editor names is asked at public addresses alone.
  expect(asking.sort()).toEqual(['files/s3/ask.ts', 'outside/ask.ts', 'web/kit/client-address.ts', 'web/server.ts'])
})
