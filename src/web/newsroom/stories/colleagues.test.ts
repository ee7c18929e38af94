/** A story's form, which needs no JavaScript, while a colleague is at the story; and the pictures by which colleagues know each other. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { photo } from '../../../../test/pictures.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { lockPlace, notePresent } from '../../../drafting/index.ts'
import { addPerson, makeSignInLink, ROLES } from '../../../people/index.ts'
import { createStory, emptyContent } from '../../../story/index.ts'

for (const kind of ONE_DATABASE)
  describe(`a story that a colleague has open, on ${kind}`, () => {
    let site: TestSite
    let ada: Visitor
    let bea: { id: string; visitor: Visitor }
    let story: string
    const now = Date.UTC(2026, 4, 31, 12)
    beforeEach(async () => {
      site = await freshSite(kind, { now: () => now })
      ada = await editor(site)
      const { store } = site.app
      const person = await addPerson(store, { name: 'Bea Quay', mail: null, switches: ROLES.moderator }, now)
      if ('problem' in person) throw new Error(person.problem)
      bea = { id: person.id, visitor: visitor(site) }
      await bea.visitor.post('/newsroom/sign-in', { token: await makeSignInLink(store, person.id, now) })
      const body = ['The ferry is late.', 'Nobody knows why.'].map((text, i) => ({
        ...{ id: `b${i}`, type: 'paragraph' as const, text },
      }))
      const content = { ...emptyContent, headline: 'Ferry late', body }
      story = await createStory(store, { content, by: null, commentsOpen: true }, now)
    })
    afterEach(() => site.drop())

    const page = async () => (await ada.get(`/newsroom/stories/${story}`)).text()
    const wordsOf = async () => {
      const draft = await (await ada.get(`/newsroom/stories/${story}/draft`)).json()
      return (draft as { content: { headline: string; body: { text: string }[] } }).content
    }
    const holds = (place: string) =>
      lockPlace(site.app.store, { storyId: story, place, personId: bea.id, client: 'b', take: false }, now)
    const save = (fields: Record<string, string>) =>
      ada.post(`/newsroom/stories/${story}`, {
        ...{ base: '1', headline: 'Ferry late', body: 'The ferry is late.\n\nNobody knows why.' },
        ...fields,
      })

    test('says who has it open, and where they are writing', async () => {
      expect(await page()).toMatch(/<ul[^>]*class="here-too plain"[^>]*hidden/)
      await notePresent(site.app.store, { storyId: story, client: 'b', personId: bea.id }, now)
      expect(await page()).toMatch(/Bea Quay<\/bdi> <span[^>]*>has it open/)
      await holds('b1')
      expect(await page()).toMatch(/Bea Quay<\/bdi> <span[^>]*>is writing: “Nobody knows why.”/)
      await holds('headline')
      expect(await page()).toMatch(/is writing: Headline/)
    })

    test('is not saved over their words unless that is said; what was typed comes back', async () => {
      await holds('b0')
      const refused = await save({ body: 'The ferry is late again.\n\nNobody knows why.' })
      expect(refused.status).toBe(409)
      const html = await refused.text()
      expect(html).toContain('Not saved yet: a colleague is writing where you have changed something.')
      expect(html).toContain('The ferry is late again.')
      expect(html).not.toContain('<story-editor')
      expect((await wordsOf()).body[0]?.text).toBe('The ferry is late.')
      // Elsewhere one may go on.
      expect((await save({ headline: 'Ferry very late' })).status).toBe(303)
      const over = await save({
        ...{ base: '2', headline: 'Ferry very late', body: 'The ferry is late again.\n\nNobody knows why.' },
        overColleagues: '1',
      })
      expect(over.status).toBe(303)
      expect(await wordsOf()).toMatchObject({
        headline: 'Ferry very late',
        body: [{ text: 'The ferry is late again.' }, {}],
      })
    })

    test('shows their picture, which they choose themselves or an editor does, until it is removed', async () => {
      await notePresent(site.app.store, { storyId: story, client: 'b', personId: bea.id }, now)
      expect(await page()).toMatch(/<span class="face" data-initials="BQ"/)
      const form = async () => {
        const made = new FormData()
        made.append('file', new Blob([new Uint8Array(await photo({ width: 400 }))]), 'bea.jpg')
        return made
      }
      const face = /<img class="face" src="(\/pictures\/[^"]+)"/
      expect((await bea.visitor.post('/newsroom/account/picture', await form())).headers.get('location')).toContain(
        'done=picture',
      )
      const [, address = ''] = face.exec(await page()) ?? []
      expect((await ada.get(address)).status).toBe(200)
      expect(await (await ada.get('/newsroom/people')).text()).toContain(address)
      expect(await (await bea.visitor.get('/newsroom/account')).text()).toContain(address)
      // The library keeps it while it is shown.
      const { picture_id } = await site.app.store.db
        .selectFrom('picture_places')
        .select('picture_id')
        .where('place', '=', `person:${bea.id}`)
        .executeTakeFirstOrThrow()
      const library = `/newsroom/pictures/${picture_id}`
      expect(await (await ada.get(library)).text()).toContain('Portrait of Bea Quay')
      await bea.visitor.post('/newsroom/account/picture', { remove: '1' })
      expect(await page()).not.toMatch(face)
      await ada.post(`/newsroom/people/${bea.id}/picture`, await form())
      expect(await page()).toMatch(face)
      const nothing = await ada.post(`/newsroom/people/${bea.id}/picture`, new FormData())
      expect([nothing.status, (await nothing.text()).includes('Choose a picture first.')]).toEqual([400, true])
      expect((await bea.visitor.post(`/newsroom/people/${bea.id}/picture`, await form())).status).toBe(403)
      expect(await (await ada.get('/newsroom/log')).text()).toContain('Changed a picture of the staff')
    })
  })
