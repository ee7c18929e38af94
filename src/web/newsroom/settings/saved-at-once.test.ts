/** Two editors who change settings while both have the page open: neither loses a word to the other. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { type FormFound, formsIn, formTo } from '../../../../test/forms.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { addPerson, makeSignInLink, ROLES, readPerson } from '../../../people/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'

for (const kind of ONE_DATABASE) {
  describe(`two editors on ${kind}`, () => {
    let site: TestSite
    let ada: Visitor
    let ben: Visitor
    let benId: string
    let storyId: string
    beforeAll(async () => {
      site = await freshSite(kind)
      ada = await editor(site)
      ;({ id: storyId } = await demonstration(site))
      const { store } = site.app
      const person = await addPerson(store, { name: 'Ben', mail: null, switches: ROLES.editor }, Date.now())
      if ('problem' in person) throw new Error(person.problem)
      benId = person.id
      ben = visitor(site)
      await ben.post('/newsroom/sign-in', { token: await makeSignInLink(store, person.id, Date.now()) })
    })
    afterAll(() => site.drop())

    /** A form as somebody has it open, by where it goes and a field that tells it from others there. */
    const opened = async (who: Visitor, page: string, action = page, has: Record<string, string> = {}) => {
      const forms = formsIn(await (await who.get(page)).text()).filter(({ path }) => path === action)
      const form = forms.find(({ fields }) => Object.entries(has).every(([name, value]) => fields[name] === value))
      if (!form) throw new Error(`no form to ${action}`)
      return form
    }
    /** Sends a form with some fields filled in otherwise; `null` for a box that is unchecked. */
    const send = async (who: Visitor, { path, fields }: FormFound, otherwise: Record<string, string | null>) => {
      const sent = Object.entries({ ...fields, ...otherwise }).filter(
        (pair): pair is [string, string] => pair[1] !== null,
      )
      const response = await who.post(path, Object.fromEntries(sent))
      return { status: response.status, html: await response.text() }
    }
    const settings = () => readSiteSettings(site.app.store.db)
    const acts = async (act: string) =>
      (
        await site.app.store.db.selectFrom('acts').select('detail').where('act', '=', act).orderBy('sequence').execute()
      ).map(({ detail }) => detail)

    test('keep both what they changed, where it is not the same', async () => {
      const [hers, his] = [await opened(ada, '/newsroom/settings'), await opened(ben, '/newsroom/settings')]
      expect((await send(ada, hers, { tagline: 'From the harbour', commentsOpen: null })).status).toBe(303)
      expect((await send(ben, his, { contact: 'desk@paper.example' })).status).toBe(303)
      expect(await settings()).toMatchObject({
        tagline: 'From the harbour',
        contact: 'desk@paper.example',
        commentsOpen: false,
      })
      expect((await acts('settings.saved')).slice(-2)).toEqual([
        'Changed settings: Tagline and Open comments on new stories',
        'Changed settings: How readers can reach you',
      ])
    })

    test('keep both also where they save at the same moment', async () => {
      for (let round = 0; round < 8; round++) {
        const [hers, his] = [await opened(ada, '/newsroom/settings'), await opened(ben, '/newsroom/settings')]
        await Promise.all([
          send(ada, hers, { tagline: `Line ${round}` }),
          send(ben, his, { contact: `desk-${round}@paper.example` }),
          ada.post('/newsroom/settings/house-rule', { rule: `Rule ${round}.` }),
        ])
        expect(await settings()).toMatchObject({
          tagline: `Line ${round}`,
          contact: `desk-${round}@paper.example`,
          houseRule: `Rule ${round}.`,
        })
      }
    })

    test('are shown both values where they changed the same, and nothing is lost by sending the form again', async () => {
      const [hers, his] = [await opened(ada, '/newsroom/settings'), await opened(ben, '/newsroom/settings')]
      await send(ada, hers, { houseRule: 'Be kind.\r\nBe brief.', tagline: 'Ada’s line' })
      const refused = await send(ben, his, { houseRule: 'Sign your name.', contact: 'ben@paper.example' })
      expect(refused.status).toBe(409)
      expect(refused.html).toContain(
        'Someone else changed “House rules in brief” while you had this page open, so nothing was saved',
      )
      expect(refused.html).toMatch(/Saved meanwhile by someone else:.*Be kind\.\nBe brief\./s)
      expect(await settings()).toMatchObject({
        houseRule: 'Be kind.\nBe brief.',
        contact: expect.not.stringContaining('ben'),
      })
      const again = formTo(refused.html, '/newsroom/settings') as FormFound
      expect(again.fields).toMatchObject({
        houseRule: 'Sign your name.',
        contact: 'ben@paper.example',
        // What he had not touched is hers by now.
        tagline: 'Ada’s line',
      })
      expect((await send(ben, again, {})).status).toBe(303)
      expect(await settings()).toMatchObject({
        houseRule: 'Sign your name.',
        contact: 'ben@paper.example',
        tagline: 'Ada’s line',
      })
    })

    test('are asked nothing where both wrote the same, and a mistake to be put right loses nothing of the other’s', async () => {
      const [hers, his] = [await opened(ada, '/newsroom/settings'), await opened(ben, '/newsroom/settings')]
      await send(ada, hers, { name: 'The Ferry', tagline: 'A line' })
      expect((await send(ben, his, { name: 'The Ferry ' })).status).toBe(303)
      const wrong = await send(ben, his, { name: ' ', contact: 'ferry@paper.example' })
      expect(wrong.status).toBe(400)
      const again = formTo(wrong.html, '/newsroom/settings') as FormFound
      expect((await send(ben, again, { name: 'The Ferry' })).status).toBe(303)
      expect(await settings()).toMatchObject({ name: 'The Ferry', tagline: 'A line', contact: 'ferry@paper.example' })
    })

    test('do not put back what they left alone: the hour of letters', async () => {
      const page = '/newsroom/letters'
      const [hers, his] = [await opened(ada, page), await opened(ben, page)]
      expect((await send(ada, hers, { digestHour: '9' })).status).toBe(303)
      expect((await send(ben, his, {})).status).toBe(303)
      expect((await opened(ben, page)).fields.digestHour).toBe('9')
      const refused = await send(ben, his, { digestHour: '6' })
      expect([refused.status, refused.html]).toEqual([409, expect.stringContaining('Someone else changed')])
      expect(refused.html).toMatch(/Saved meanwhile by someone else:.*>9</s)
      expect((await send(ben, formTo(refused.html, page) as FormFound, {})).status).toBe(303)
      expect((await opened(ada, page)).fields.digestHour).toBe('6')
    })

    test('do not put back what they left alone: what is public of moderation', async () => {
      const [page, action] = ['/newsroom/review/reasons', '/newsroom/review/reasons/publicity']
      const [hers, his] = [await opened(ada, page, action), await opened(ben, page, action)]
      await send(ada, hers, { log: 'yes' })
      await send(ben, his, { report: 'yes' })
      expect((await opened(ada, page, action)).fields).toMatchObject({ log: 'yes', report: 'yes' })
    })

    test('word a rule together, and are shown both wordings where they worded the same', async () => {
      const page = '/newsroom/review/reasons'
      const open = (who: Visitor) => opened(who, page, page, { code: 'attack' })
      const [hers, his] = [await open(ada), await open(ben)]
      await send(ada, hers, { title: 'Rude' })
      expect((await send(ben, his, { sentence: 'It is rude to somebody.' })).status).toBe(303)
      expect((await open(ada)).fields).toMatchObject({ title: 'Rude', sentence: 'It is rude to somebody.' })
      const refused = await send(ben, his, { title: 'Unkind' })
      expect([refused.status, refused.html]).toEqual([409, expect.stringContaining('Someone else changed “Title”')])
      expect(refused.html).toMatch(/Saved meanwhile by someone else:.*>Rude</s)
      const again = formsIn(refused.html).find(({ fields }) => fields.code === 'attack') as FormFound
      expect(again.fields).toMatchObject({ title: 'Unkind', sentence: 'It is rude to somebody.' })
      expect((await send(ben, again, {})).status).toBe(303)
      expect((await open(ada)).fields).toMatchObject({ title: 'Unkind', sentence: 'It is rude to somebody.' })
    })

    test('do not switch approving without review on again by leaving its number alone', async () => {
      const [page, action] = ['/newsroom/review/rules', '/newsroom/review/rules/known-readers']
      await send(ada, await opened(ada, page, action), { comments: '10' })
      const his = await opened(ben, page, action)
      await ada.post(action, { comments: 'off' })
      expect((await send(ben, his, {})).status).toBe(303)
      expect((await opened(ada, page, action)).fields['shown-comments']).toBe('off')
      const refused = await send(ben, his, { comments: '20' })
      expect([refused.status, refused.html]).toEqual([409, expect.stringContaining('Someone else changed')])
      expect((await send(ben, formTo(refused.html, action) as FormFound, {})).status).toBe(303)
      expect((await opened(ada, page, action)).fields['shown-comments']).toBe('20')
      // Whoever ends it ends it, whatever the number is by now.
      await send(ada, await opened(ada, page, action, { comments: 'off' }), {})
      expect((await opened(ada, page, action)).fields['shown-comments']).toBe('off')
    })

    test('do not open a story again that a colleague has put on hold', async () => {
      const page = `/newsroom/stories/${storyId}/discussion`
      const his = await opened(ben, page)
      await send(ada, await opened(ada, page), { mode: 'hold' })
      expect((await send(ben, his, {})).status).toBe(303)
      expect((await opened(ada, page)).fields.mode).toBe('hold')
      const refused = await send(ben, his, { mode: 'slow', minutes: '30' })
      expect([refused.status, refused.html]).toEqual([409, expect.stringContaining('set this story to “On hold”')])
      const again = formTo(refused.html, page) as FormFound
      expect(again.fields).toMatchObject({ mode: 'slow', minutes: '30' })
      expect((await send(ben, again, {})).status).toBe(303)
      expect((await opened(ada, page)).fields).toMatchObject({ mode: 'slow', minutes: '30' })
    })

    test('do not take from a colleague what the other has just given', async () => {
      const { store } = site.app
      const person = await addPerson(store, { name: 'Cleo', mail: null, switches: ['write'] }, Date.now())
      if ('problem' in person) throw new Error(person.problem)
      const shown = await (await ada.get('/newsroom/people')).text()
      const sent = shown.split(`/newsroom/people/${person.id}/switches`)[1]?.split('</form>')[0] ?? ''
      const hidden = [...sent.matchAll(/type="hidden" name="shown-switches" value="([^"]+)"/g)].map(([, one]) => one)
      expect(hidden).toEqual(['write'])
      const save = async (who: Visitor, switches: string[]) => {
        const fields = [...switches.map((one) => ['switches', one]), ['shown-switches', 'write']]
        const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const body = new URLSearchParams(fields)
        const path = `${site.url}/newsroom/people/${person.id}/switches`
        return (await fetch(path, { method: 'POST', body, headers: { cookie }, redirect: 'manual' })).status
      }
      expect([await save(ada, ['write', 'publish']), await save(ben, ['write', 'moderate'])]).toEqual([303, 303])
      expect((await readPerson(store.db, person.id))?.switches).toEqual(['write', 'publish', 'moderate'])
      expect([await save(ada, ['moderate']), (await readPerson(store.db, benId))?.switches]).toEqual([
        303,
        ROLES.editor,
      ])
      expect((await readPerson(store.db, person.id))?.switches).toEqual(['publish', 'moderate'])
    })
  })
}
