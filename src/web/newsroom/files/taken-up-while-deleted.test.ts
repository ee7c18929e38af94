/** Somebody deletes a picture or a file of the library while somebody else takes it up: it stays, or it was gone before; nothing on the site leads to what is not there. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../../test/databases.ts'
import { formsIn } from '../../../../test/forms.ts'
import { pdf } from '../../../../test/media-files.ts'
import { photo } from '../../../../test/pictures.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import type { App } from '../../../app.ts'

const ROUNDS = 3

for (const kind of DATABASES) {
  describe(`what is deleted while it is taken up, on ${kind}`, () => {
    let site: TestSite
    let other: App
    let dataFolder: string
    let staff: Visitor
    /** The same person at another process of the site. */
    let elsewhere: Visitor
    beforeAll(async () => {
      dataFolder = await mkdtemp(join(tmpdir(), 'courant-deleted-'))
      site = await freshSite(kind, { config: { dataFolder } })
      staff = await editor(site)
      other = await site.another()
      elsewhere = visitor({ url: other.url.replace('localhost', '127.0.0.1') })
      for (const [name, value] of staff.cookies) elsewhere.cookies.set(name, value)
    })
    afterAll(async () => {
      await other.stop()
      await site.drop()
      await rm(dataFolder, { recursive: true, force: true })
    })

    async function upload(to: 'pictures' | 'files', name: string, bytes: Buffer): Promise<string> {
      const form = new FormData()
      form.append('files', new Blob([new Uint8Array(bytes)]), name)
      const answer = await staff.post(`/newsroom/${to}`, form, { accept: 'application/json' })
      return ((await answer.json()) as { listed: { src: string }[] }).listed[0]?.src ?? ''
    }

    const bodyOf = (picture: string, file: string) =>
      `The quay at nine.\n\n{figure ${picture} | The quay | At nine}\n\n{file ${file} | The budget}`

    /** A page of the paper's own that takes them up; answers how, and where readers find it. */
    async function standingPage(words: string) {
      const path = (await staff.post('/newsroom/pages', { kind: '', title: `Notes ${words}` })).headers.get('location')
      const html = await (await staff.get(path ?? '')).text()
      const fields = formsIn(html).find((form) => form.path === path && 'number' in form.fields)?.fields ?? {}
      return {
        takeUp: (body: string) => staff.post(path ?? '', { ...fields, words: body, afterwards: 'publish' }),
        seenAt: async () => `/${fields.slug}`,
      }
    }

    async function story(words: string) {
      const path = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
      const headline = `A day ${words} at the quay`
      return {
        takeUp: (body: string) =>
          staff.post(path, { headline, byline: 'Mara Lind', body, base: '1', afterwards: 'publish' }),
        async seenAt() {
          const id = path.split('/').at(-1)
          const found = (await (await fetch(`${site.url}/api/stories/${id}`)).json()) as { url: string }
          return new URL(found.url).pathname
        },
      }
    }

    test.each([
      ['a standing page', standingPage],
      ['a story', story],
    ] as const)('%s shows what stayed, and nothing in place of what went', async (_, makePlace) => {
      for (let round = 1; round <= ROUNDS; round++) {
        const [picture, file] = await Promise.all([
          upload('pictures', 'quay.jpg', await photo({ width: 300 + round, height: makePlace.name.length * 20 })),
          upload('files', 'budget.pdf', pdf(round + makePlace.name.length)),
        ])
        const place = await makePlace(String.fromCharCode(96 + round))
        const [taken, ...deleted] = await Promise.all([
          place.takeUp(bodyOf(picture, file)),
          elsewhere.post(`/newsroom${picture}/delete`, {}),
          elsewhere.post(`/newsroom${file}/delete`, {}),
        ])
        expect(taken.status).toBe(303)
        const html = await (await visitor(site).get(await place.seenAt())).text()
        expect(html).toContain('The quay at nine.')
        const shown = [
          /<img[^>]* src="(\/pictures\/[^"]+)"[^>]* alt="The quay"/.exec(html)?.[1],
          new RegExp(`href="(${file}/[^"]+)"`).exec(html)?.[1],
        ]
        for (const [index, address] of shown.entries()) {
          const answer = deleted[index] as Response
          // Whoever deletes it is sent on where it went, and told where it is used where it stayed.
          expect([address === undefined, answer.status]).toEqual(answer.status === 303 ? [true, 303] : [false, 400])
          if (address !== undefined) expect((await visitor(site).get(address)).status).toBe(200)
        }
      }
    })
  })
}
