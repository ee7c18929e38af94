/** Portraits: chosen in the newsroom, seen by readers where the name is, and held by the library. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { record } from '../../../../test/archives.ts'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { photo } from '../../../../test/pictures.ts'
import { freshSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { acceptName, withdrawName } from '../../../archive/index.ts'
import { addPerson, makeSignInLink } from '../../../people/index.ts'

describe.each(ONE_DATABASE)('a portrait, on %s,', (kind) => {
  let site: Awaited<ReturnType<typeof freshSite>>
  let staff: Visitor
  let by: string
  let name: { id: string; path: string }
  let story: { path: string }
  let picture: string
  beforeEach(async () => {
    site = await freshSite(kind)
    const { store } = site.app
    const editor = await addPerson(
      store,
      { name: 'Ann', mail: null, switches: ['write', 'publish', 'edit others'] },
      Date.now(),
    )
    if ('problem' in editor) throw new Error(editor.problem)
    by = editor.id
    staff = visitor(site)
    await staff.post('/newsroom/sign-in', { token: await makeSignInLink(store, by, Date.now()) })
    const accepted = await acceptName(store, { kind: 'person', name: 'Edda Moor', by }, Date.now())
    if ('problem' in accepted) throw new Error(accepted.problem)
    name = accepted
    story = await record(
      store,
      {
        blocks: { p1: '“The weir is done,” Edda Moor said.' },
        said: [{ words: '“The weir is done,”', speaker: 'Edda Moor', cue: 'said' }],
        names: ['person: Edda Moor, lock keeper'],
      },
      Date.now(),
    )
    const upload = new FormData()
    upload.append('files', new Blob([new Uint8Array(await photo())]), 'moor.jpg')
    await staff.post('/newsroom/pictures', upload)
    picture = (await store.db.selectFrom('pictures').select('id').executeTakeFirstOrThrow()).id
  })
  afterEach(() => site.drop())

  const read = async (path: string) => (await fetch(site.url + path)).text()
  const address = () => `/newsroom/names/${name.id}/portrait`

  test('that an editor chooses stands on the name’s page and behind its quotations, until it is taken away', async () => {
    expect(await read(name.path)).not.toContain('class="portrait')
    expect(await (await staff.get(address())).text()).toContain(`value="${picture}"`)
    const done = await staff.post(address(), { picture })
    expect([done.status, done.headers.get('location')]).toEqual([303, `${address()}?done=saved`])
    for (const path of [name.path, story.path])
      expect([path, await read(path)]).toEqual([path, expect.stringMatching(/<img class="portrait/)])
    await staff.post(address(), { act: 'remove' })
    for (const path of [name.path, story.path]) expect(await read(path)).not.toContain('class="portrait')
  })

  test('is in use: the library won’t delete it, and says where it is shown; a page that is removed lets it go', async () => {
    await staff.post(address(), { picture })
    const refused = await staff.post(`/newsroom/pictures/${picture}/delete`, {})
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('Portrait of Edda Moor')
    expect(await (await staff.get('/newsroom/pictures?unused=1')).text()).not.toContain(picture)
    await withdrawName(site.app.store, { id: name.id, by }, Date.now())
    expect((await staff.post(`/newsroom/pictures/${picture}/delete`, {})).status).toBe(303)
  })

  test('changes with its picture, on pages that were kept', async () => {
    await staff.post(address(), { picture })
    expect(await read(name.path)).not.toContain('Ida Lowe')
    await staff.post(`/newsroom/pictures/${picture}`, {
      caption: '',
      credit: 'Ida Lowe',
      rights: '',
      place: '',
      taken: '',
    })
    expect(await read(name.path)).toContain('Ida Lowe')
  })

  test('that is none is refused with a sentence, and who may not publish chooses none', async () => {
    for (const [fields, sentence] of [
      [{}, 'Choose a picture first.'],
      [{ picture: 'gone' }, 'That picture is no longer in the library. Choose another.'],
    ] as const) {
      const answer = await staff.post(address(), fields)
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(sentence)])
    }
    expect((await staff.get('/newsroom/names/nobody/portrait')).status).toBe(404)
    const writer = await addPerson(site.app.store, { name: 'W', mail: null, switches: ['write'] }, Date.now())
    if ('problem' in writer) throw new Error(writer.problem)
    const other = visitor(site)
    await other.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, writer.id, Date.now()) })
    expect((await other.post(address(), { picture })).status).toBe(403)
    expect(await read(name.path)).not.toContain('class="portrait')
  })
})
