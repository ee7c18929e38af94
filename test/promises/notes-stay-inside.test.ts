/** Notes and plans are the newsroom's own: no answer that anybody else can get has a word of them, nor has any email. */
import { expect, test } from 'vitest'
import { addPerson, makeSignInLink, ROLES } from '../../src/people/index.ts'
import { DATABASES } from '../databases.ts'
import { postOffice } from '../letters.ts'
import { visitor } from '../sites.ts'
import { addressesOf } from '../walk.ts'

for (const kind of DATABASES)
  test(`on ${kind} no page, feed, answer or email shows a word of a note or a plan`, async () => {
    const office = await postOffice(kind)
    try {
      const { site, staff, story, clock } = office
      const { store } = site.app
      const ana = await addPerson(
        store,
        { name: 'Ana Ruiz', mail: 'ana@paper.example', switches: ROLES.reporter },
        clock.now,
      )
      if ('problem' in ana) throw new Error(ana.problem)
      const hers = visitor(site)
      await hers.post('/newsroom/sign-in', { token: await makeSignInLink(store, ana.id, clock.now) })
      const at = `/newsroom/stories/${story.id}/notes`
      const made = await staff.post(at, { place: 'headline', note: 'Zzqnote for @Ana Ruiz' })
      const note = made.headers.get('location')?.split('#note-')[1] ?? ''
      await staff.post(at, { note: 'Zzqwhole, @Ana Ruiz' })
      await hers.post(`${at}/${note}/answer`, { answer: 'Zzqanswer @Editor' })
      await staff.post('/newsroom/planning', { headline: 'Zzqplan', day: '2026-05-01', section: 'Zzqsection' })
      // It is all there, for those who may see it.
      const inside = await (await staff.get(`/newsroom/stories/${story.id}`)).text()
      for (const word of ['Zzqnote', 'Zzqwhole', 'Zzqanswer']) expect(inside).toContain(word)
      expect(await (await hers.get('/newsroom/planning')).text()).toContain('Zzqplan')

      const mails = await office.deliver()
      expect(mails.map(({ to }) => to)).toContain('ana@paper.example')
      for (const { raw } of mails) expect(raw).not.toContain('Zzq')
      const known = {
        ...{ storyId: story.id, storyPath: story.path, commentId: note, receiptKey: note, personId: ana.id },
      }
      const addresses = addressesOf('GET', known)
      const searches = ['zzqnote', 'zzqplan'].flatMap((word) =>
        ['/api/statements', '/api/names', '/said'].map((path) => `${path}?q=${word}`),
      )
      const stranger = visitor(site)
      let asked = 0
      for (const address of [...addresses, ...searches]) {
        for (const accept of ['text/html', 'application/json']) {
          const response = await stranger.get(address, { accept })
          expect((await response.text()).toLowerCase().replaceAll(/q=zzq\w+/g, ''), address).not.toContain('zzq')
          asked += 1
        }
      }
      expect(asked).toBeGreaterThan(200)
    } finally {
      await office.end()
    }
  })
