/** Notes for colleagues, as they are made, answered and read in the newsroom, without a script. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { type PostOffice, postOffice } from '../../../../test/letters.ts'
import { type Visitor, visitor } from '../../../../test/sites.ts'
import { addPerson, changePerson, makeSignInLink, type Person, setDisabled } from '../../../people/index.ts'

const BODY = 'The council meets on Tuesday evening.\n\nThe keeper of the lock denies it.'

for (const kind of DATABASES_OF_PAGES) {
  describe(`notes on a story on ${kind}`, () => {
    let office: PostOffice
    let staff: Visitor
    let story: string
    let ana: Person
    let hers: Visitor
    beforeEach(async () => {
      office = await postOffice(kind)
      staff = office.staff
      story = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
      await staff.post(story, { base: '1', headline: 'Council budget', body: BODY })
      const { store } = office.site.app
      const person = await addPerson(
        store,
        { name: 'Ana Ruiz', mail: 'ana@paper.example', switches: ['write'] },
        office.clock.now,
      )
      if ('problem' in person) throw new Error(person.problem)
      ana = person
      hers = visitor(office.site)
      await hers.post('/newsroom/sign-in', { token: await makeSignInLink(store, ana.id, office.clock.now) })
    })
    afterEach(() => office.end())

    const note = (fields: Record<string, string>, who = staff) => who.post(`${story}/notes`, fields)
    const page = async (who = staff, path = story) => drawn(await (await who.get(path)).text())
    const notes = async (who = staff) =>
      (await page(who)).elements.find(({ attributes }) => attributes.id === 'notes')?.text.replace(/\s+/g, ' ') ?? ''
    const firstNote = async () =>
      (await note({ note: 'Since when?' })).headers.get('location')?.split('#note-')[1] ?? ''

    test('stand beside it with their words, are answered, done, and open again', async () => {
      const made = await note({ exact: 'Tuesday evening', note: 'Is that still so?' })
      expect(made.status).toBe(303)
      const id = made.headers.get('location')?.split('#note-')[1] ?? ''
      expect(await notes(hers)).toMatch(/Tuesday evening ?Is that still so\? ?Editor · 1 May 2026/)
      await hers.post(`${story}/notes/${id}/answer`, { answer: 'Yes, at seven.' })
      expect(await notes()).toMatch(/Is that still so\?.*Yes, at seven\. ?Ana Ruiz/)
      await staff.post(`${story}/notes/${id}/done`, {})
      expect(await notes()).toMatch(/^Notes ?No notes\. ?1 done ?Tuesday evening.*Done: Editor, 1 May 2026/)
      await hers.post(`${story}/notes/${id}/open`, {})
      expect(await notes()).not.toContain('1 done')
    })

    test('follow their words through a save, and keep them once they are gone', async () => {
      await note({ exact: 'Tuesday evening', note: 'Is that still so?' })
      const moved = `The keeper of the lock denies it.\n\nAs we said, the council meets on Tuesday evening.`
      await staff.post(story, { base: '2', headline: 'Council budget', body: moved })
      expect(await notes()).not.toContain('gone')
      await staff.post(story, { base: '3', headline: 'Council budget', body: 'The keeper of the lock denies it.' })
      expect(await notes()).toMatch(/These words are gone from the story\. ?Tuesday evening ?Is that still so\?/)
    })

    const lineOf = async (who: Visitor, at: number) =>
      (await page(who)).elements
        .flatMap(({ name, attributes }) =>
          name === 'form' && attributes.action?.includes('/lines/') ? attributes.action : [],
        )
        .at(at) ?? ''

    test('are changed and deleted by who wrote them alone, which is seen', async () => {
      const id = (await note({ exact: 'Tuesday evening', note: 'Is that so, @Ana Ruiz?' })).headers
        .get('location')
        ?.split('#note-')[1]
      const own = await lineOf(staff, 0)
      expect(await lineOf(hers, 0)).toBe('')
      expect((await hers.post(own, { words: 'No' })).status).toBe(400)
      await staff.post(own, { words: 'Is that still so?' })
      expect(await notes(hers)).toMatch(/Is that still so\? ?Editor · 1 May 2026.* · edited/)
      expect((await page(hers, '/newsroom')).words).not.toContain('note for you')
      await hers.post(`${story}/notes/${id}/answer`, { answer: 'Yes.' })
      const empty = await staff.post(own, { words: ' ' })
      expect([empty.status, drawn(await empty.text()).words]).toEqual([400, expect.stringContaining('Write the note.')])
      await staff.post(`${own}/delete`, {})
      expect(await notes()).toMatch(/Tuesday evening ?Deleted by who wrote it\. ?Editor .*Yes\. ?Ana Ruiz/)
      expect((await staff.post(own, { words: 'Again' })).status).toBe(400)
      await hers.post(`${await lineOf(hers, 0)}/delete`, {})
      expect(await notes()).toMatch(/^Notes ?No notes\./)
    })

    test('are marked in the words of a story that one may not change', async () => {
      await note({ exact: 'Tuesday evening', note: 'Is that still so?' })
      await note({ place: 'standfirst', note: 'Empty' })
      const marked = (await page(hers)).elements.filter(({ name }) => name === 'mark').map(({ text }) => text)
      expect(marked).toEqual(['Tuesday evening'])
    })

    test('can be on the whole story, a headline or a paragraph', async () => {
      await note({ note: 'Too long' })
      await note({ place: 'headline', note: 'Dull' })
      const paragraph = (await page()).elements.find(
        ({ name, text }) => name === 'option' && text.startsWith('2. The keeper'),
      )
      await note({ place: paragraph?.attributes.value ?? '', note: 'Who says so?' })
      expect(await notes()).toMatch(
        /The whole story ?Too long.*Headline ?Council budget ?Dull.*The keeper of the lock denies it\. ?Who says so\?/,
      )
    })

    test('that can’t be kept come back with what was typed, and a sentence', async () => {
      const answer = async (fields: Record<string, string>, at = 'notes') => {
        const response = await staff.post(`${story}/${at}`, fields)
        return { status: response.status, page: drawn(await response.text()) }
      }
      const absent = await answer({ exact: 'Wednesday', note: 'Zz typed' })
      expect([absent.status, absent.page.part('note-problem')]).toEqual([400, expect.stringContaining('aren’t there')])
      expect(absent.page.words).toContain('Zz typed')
      expect((await answer({ exact: 'The', note: 'Zz' })).page.part('note-problem')).toContain('several times')
      expect((await answer({ note: ' ' })).page.part('note-problem')).toBe('Write the note.')
      expect((await answer({ note: 'Zz '.repeat(1000) })).page.part('note-problem')).toContain('2,000 characters')
      const id = await firstNote()
      expect((await answer({ answer: '' }, `notes/${id}/answer`)).page.part(`problem-${id}`)).toBe('Write the note.')
      expect((await answer({ answer: 'Zz' }, `notes/${ana.id}/answer`)).status).toBe(400)
    })

    test('mention a colleague, who gets an email without a word of them, and finds them at home until they answer', async () => {
      const words = 'Zz!word for @Ana Ruiz, please'
      const id = (await note({ exact: 'Tuesday evening', note: words })).headers.get('location')?.split('#note-')[1]
      expect((await page(hers, '/newsroom')).words).toMatch(/1 note for you ?Editor mentions you in Council budget/)
      const [letter, ...others] = await office.deliver()
      expect(others).toEqual([])
      expect(letter).toMatchObject({
        to: 'ana@paper.example',
        subject: 'Editor mentions you in a note on “Council budget”',
      })
      expect(letter?.link('/newsroom/stories/')).toBe(`${story}#note-${id}`)
      expect(letter?.raw).not.toMatch(/Zz!|Tuesday evening/)
      await hers.post(`${story}/notes/${id}/answer`, { answer: 'At seven, @Editor.' })
      expect((await page(hers, '/newsroom')).words).not.toContain('note for you')
      expect((await page(staff, '/newsroom')).words).toContain('1 note for you')
      await staff.post(`${story}/notes/${id}/seen`, {})
      expect((await page(staff, '/newsroom')).words).not.toContain('note for you')
    })

    test('that were seen or done before an email left are not emailed', async () => {
      const made = (await note({ note: '@Ana Ruiz: look' })).headers.get('location')?.split('#note-')[1]
      await staff.post(`${story}/notes/${made}/done`, {})
      expect(await office.deliver()).toEqual([])
    })

    test('name colleagues as they are called now, say who is suspended, and offer only who may come in', async () => {
      await note({ note: '@Ana Ruiz: look' }, staff)
      await note({ note: 'I did' }, hers)
      const { store } = office.site.app
      const offered = async () =>
        (await page()).elements.find(({ name }) => name === 'story-notes')?.attributes['data-people']
      expect(await offered()).toBe('["Ana Ruiz"]')
      await changePerson(
        store,
        { id: ana.id, name: 'Ana Ruiz Soto', mail: 'ana@paper.example', by: ana.id },
        office.clock.now,
      )
      expect(await notes()).toContain('@Ana Ruiz Soto: look')
      await setDisabled(store, ana.id, true, office.clock.now)
      expect(await notes()).toMatch(/I did ?Ana Ruiz Soto \(suspended\)/)
      expect(await offered()).toBe('[]')
      await note({ note: '@Ana Ruiz Soto: once more' })
      expect(await office.deliver()).toEqual([])
    })
  })
}
