/** Nobody of the staff is shown a way to where they may not go. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../../../../test/pictures.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { patternOf } from '../../../../test/walk.ts'
import { addPerson, makeSignInLink, SWITCHES, type Switch } from '../../../people/index.ts'
import { ADDRESSES, type Address } from '../../index.ts'

let site: TestSite
let author: string
beforeAll(async () => {
  site = await freshSite('sqlite')
  const staff = await editor(site)
  await demonstration(site)
  const upload = new FormData()
  upload.append('files', new Blob([new Uint8Array(await photo())]), 'ann.jpg')
  await staff.post('/newsroom/pictures', upload)
  await staff.post('/newsroom/topics', { name: 'Sea' })
  await staff.post('/newsroom/pages', { kind: 'about' })
  author = (await staff.post('/newsroom/authors', { name: 'Ann Lee' })).headers.get('location') ?? ''
  // Her portrait and the sponsor's picture are the same: each place says so to those who may go there.
  const [, picture = ''] =
    /\/newsroom\/pictures\/([0-9a-z]{26})/.exec(await (await staff.get('/newsroom/pictures')).text()) ?? []
  const portrait = { name: 'Ann Lee', slug: 'ann-lee', base: '1', pictureChosen: `/pictures/${picture}` }
  await staff.post(author.replace('?added', ''), portrait)
  await staff.post('/newsroom/adverts', { sponsorName: 'Vale', sponsorPicture: `/pictures/${picture}` })
})
afterAll(() => site.drop())

async function someone(switches: readonly Switch[]): Promise<Visitor> {
  const { store } = site.app
  const added = await addPerson(store, { name: switches.join(' ') || 'None', mail: null, switches }, Date.now())
  if ('problem' in added) throw new Error(added.problem)
  const person = visitor(site)
  await person.post('/newsroom/sign-in', { token: await makeSignInLink(store, added.id, Date.now()) })
  return person
}

const lineAt = (method: string, path: string): Address | undefined =>
  ADDRESSES.find((line) => line.method === method && patternOf(line.path).test(path))

function isShut({ who }: Address, switches: readonly Switch[]): boolean {
  if (who === 'publish or settings') return !switches.includes('publish') && !switches.includes('settings')
  return typeof who !== 'string' && !('program' in who) && !who.every((one) => switches.includes(one))
}

/** Every way to the newsroom on a page: links, and where its forms and buttons lead. */
const waysOn = (html: string): [method: string, path: string][] => [
  ...[...html.matchAll(/<a [^>]*?href="(\/newsroom[^"?#]*)/g)].map(
    (found) => ['GET', found[1] as string] as [string, string],
  ),
  ...[...html.matchAll(/<form method="(\w+)" action="(\/newsroom[^"?#]*)/g)].map(
    ([, method = '', path = '']) => [method.toUpperCase(), path] as [string, string],
  ),
]

test.each([...SWITCHES.map((one) => [[one]]), [['write', 'publish']]] as [Switch[]][])(
  'who may only %s finds no door that is shut, whichever page they come to',
  async (switches) => {
    const person = await someone(switches)
    const seen = new Set<string>()
    const next = ['/newsroom']
    const shut: string[] = []
    for (let path = next.pop(); path; path = next.pop()) {
      const route = lineAt('GET', path)?.path ?? path
      if (seen.has(route)) continue
      seen.add(route)
      const answer = await person.get(path)
      if (answer.status === 403) shut.push(`${path} is shut`)
      for (const [method, way] of waysOn(await answer.text())) {
        const line = lineAt(method, way)
        if (line && isShut(line, switches)) shut.push(`${path} shows ${method} ${way}`)
        else if (method === 'GET') next.push(way)
      }
    }
    expect([...new Set(shut)]).toEqual([])
    expect(seen.size).toBeGreaterThan(3)
  },
)

test('who may only change settings finds pages, menus and the look, and can write an imprint', async () => {
  const person = await someone(['settings'])
  const home = await (await person.get('/newsroom')).text()
  expect(home).toContain('href="/newsroom/pages"')
  expect(home).not.toContain('href="/newsroom/sections"')
  const pages = await (await person.get('/newsroom/pages')).text()
  expect(pages).toContain('href="/newsroom/menus"')
  expect(pages).not.toContain('href="/newsroom/sections"')
  expect(await (await person.get('/newsroom/settings')).text()).toContain('href="/newsroom/look"')
  expect((await person.post('/newsroom/pages', { kind: 'imprint' })).status).toBe(303)
  expect((await person.get('/newsroom/sections')).status).toBe(403)
})
