/** Access for programs in the settings: who gives it, and what the page tells of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { editor, freshSite, type TestSite, type Visitor } from '../../../../test/sites.ts'
import { listPeople, setSwitches } from '../../../people/index.ts'
import { comeIn, listPrograms } from '../../../programs/index.ts'

const HERE = '/newsroom/programs'
const DAY = 24 * 60 * 60 * 1000

for (const kind of ONE_DATABASE) {
  let site: TestSite
  let staff: Visitor
  let clock = Date.UTC(2026, 4, 1, 12)
  beforeAll(async () => {
    site = await freshSite(kind, { now: () => clock })
    staff = await editor(site)
  })
  afterAll(() => site.drop())

  const make = (fields: Record<string, string>) => staff.post(HERE, fields)
  const page = async (query = '') => drawn(await (await staff.get(`${HERE}${query}`)).text())
  const lookUp = (token: string) => comeIn(site.app.store, { token, network: 'here' }, clock)

  test('a token is shown once, works, and opens nothing once it is removed', async () => {
    expect((await page()).words).toContain('No program has access.')
    const made = await make({ name: 'Wire', scopes: 'stories:write', days: '30' })
    expect(made.headers.get('cache-control')).toBe('no-store')
    const html = await made.text()
    const token = /courant_[\w-]+/.exec(html)?.[0] ?? ''
    expect(drawn(html).words).toContain('shown only this once')
    expect(await lookUp(token)).toMatchObject({ kind: 'in', program: { name: 'Wire', scopes: ['stories:write'] } })
    const again = await page()
    expect(again.words).not.toContain(token)
    expect(again.words).toContain('It can write stories.')
    expect(again.words).toMatch(/Last used .* Ends on 31 May 2026\./)
    expect(site.log()).not.toContain(token)

    const [program] = await listPrograms(site.app.store.db)
    const remove = () => staff.post(`${HERE}/${program?.id}/remove`, {})
    expect((await remove()).headers.get('location')).toBe(`${HERE}?removed`)
    expect((await page('?removed')).words).toContain('Its token opens nothing any more.')
    expect(await lookUp(token)).toEqual({ kind: 'unknown' })
    expect((await remove()).status).toBe(400)
  })

  test('what can’t be taken comes back with what was typed', async () => {
    const refused = await make({ name: 'Feed reader', days: 'never' })
    expect(refused.status).toBe(400)
    const again = drawn(await refused.text())
    expect(again.words).toContain('Choose at least one thing the program can do.')
    expect(again.field('name')?.attributes.value).toBe('Feed reader')
    expect((await make({ name: 'x', scopes: 'stories:read', days: '31' })).status).toBe(400)
    expect(await listPrograms(site.app.store.db)).toEqual([])
  })

  test('the page says what a program can’t do any more, and which have ended', async () => {
    await make({ name: 'Wire', scopes: 'stories:publish', days: '30' })
    const [person] = await listPeople(site.app.store.db)
    await setSwitches(site.app.store, person?.id ?? '', { switches: ['write', 'settings'] }, clock)
    expect((await page()).words).toContain(
      'Editor can’t publish and unpublish stories any more, so this program can’t either.',
    )
    clock += 31 * DAY
    // Sessions end after as long.
    const { renderProgramsPage } = await import('./programs-page.tsx')
    const { newsroomFrame } = await import('../../../../test/sample-paper.ts')
    const props = {
      ...newsroomFrame('settings'),
      now: clock,
      programs: await listPrograms(site.app.store.db),
      people: [],
    }
    expect(drawn(renderProgramsPage(props)).words).toContain('Ended on 31 May 2026.')
  })
}
