import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import {
  demonstration,
  editor,
  freshSite,
  postComment,
  type TestSite,
  type Visitor,
  visitor,
} from '../../../../test/sites.ts'

const advert = (number: number) =>
  `My cousin ${['Ada', 'Bob', 'Cleo', 'Dan', 'Eve'][number % 5]} made ${1000 + number} dollars last week working from home, find out how at https://quick.money.example`

for (const kind of DATABASES_OF_PAGES) {
  describe(`the pages of campaigns and of the spam model on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let story: string
    let clock = Date.now()
    beforeEach(async () => {
      site = await freshSite(kind, { now: () => clock })
      staff = await editor(site)
      story = (await demonstration(site)).path
    })
    afterEach(() => site.drop())

    const page = async (path: string, status = 200) => {
      const response = await staff.get(path)
      expect(response.status).toBe(status)
      return response.text()
    }
    const follow = async (response: Response) => {
      expect(response.status).toBe(303)
      return page(response.headers.get('location') as string)
    }
    /** Presses a button on a campaign's page as it is now, with what its form holds. */
    const press = async (path: string, fields: { action: string; reason?: string }) => {
      const [, shown = ''] = /name="shown" value="([^"]*)"/.exec(await page(path)) ?? []
      const last = shown.split(' ').sort().at(-1) ?? ''
      return staff.post(`${path}/decide`, { ...fields, shown, last })
    }
    const campaignPath = async () =>
      /\/newsroom\/review\/campaigns\/[0-9a-z]{26}/.exec(await page('/newsroom/review/campaigns'))?.[0] as string

    test('a moderator finds the campaign, sees what differs, decides all of it at once and takes it back; without JavaScript', async () => {
      expect(await page('/newsroom/review/campaigns')).toContain('No campaigns waiting.')
      for (const number of [1, 2, 3])
        await postComment(visitor(site), story, { name: `Guest ${number}`, comment: advert(number) })
      const path = await campaignPath()
      const list = await page('/newsroom/review/campaigns')
      expect(list).toContain('3 comments from 1 network')
      expect(list).toContain('3 waiting for review')
      const before = await page(path)
      expect(before).toContain('<del>')
      expect(before).toMatch(/Decide all 3 waiting comments/)
      for (const number of [1, 2, 3]) expect(before).toContain(`Guest ${number}`)

      const decided = await follow(await press(path, { action: 'approve' }))
      expect(decided).toContain('3 comments approved.')
      expect(await (await visitor(site).get(story)).text()).toContain('working from home')
      const group = /name="group" value="([^"]+)"/.exec(decided)?.[1] as string
      expect(await follow(await staff.post(`${path}/undo`, { group }))).toContain('3 comments waiting again.')
      expect(await (await visitor(site).get(story)).text()).not.toContain('working from home')

      expect(await follow(await press(path, { action: 'reject', reason: 'spam' }))).toContain('rejected (Spam)')
      clock += 60_000
      await postComment(visitor(site), story, { name: 'Late guest', comment: advert(9) })
      expect(await page(path)).toMatch(/Rejected \(Spam\) by .*1 more waiting/s)
      const reason = { code: 'spam', title: 'Paid for by others', sentence: 'It was paid for.', law: '' }
      await staff.post('/newsroom/review/reasons', reason)
      expect(await page(path)).toMatch(/Rejected \(Spam\) by .*name="reason" value="spam">Paid for by others</s)
      expect(await follow(await press(path, { action: 'reject', reason: 'spam' }))).toContain('(Paid for by others)')
      expect(await (await visitor(site).get(story)).text()).not.toContain('working from home')
      const nonsense = await staff.post(`${path}/undo`, { group: 'x' })
      expect(nonsense.status).toBe(400)
    })

    test('what can’t be done is said in one sentence; strangers and reporters get nowhere', async () => {
      for (const number of [1, 2, 3])
        await postComment(visitor(site), story, { name: `Guest ${number}`, comment: advert(number) })
      const path = await campaignPath()
      const noReason = await staff.post(`${path}/decide`, { action: 'reject' })
      expect(noReason.status).toBe(409)
      expect(await noReason.text()).toContain('Choose a reason from the list to reject the campaign.')
      await press(path, { action: 'reject', reason: 'spam' })
      const again = await staff.post(`${path}/decide`, { action: 'approve' })
      expect(await again.text()).toContain('No comments of this campaign are waiting any more.')
      expect((await staff.post(`${path}/decide`, { action: 'publish' })).status).toBe(400)
      await page('/newsroom/review/campaigns/00000000000000000000000000', 404)
      await page('/newsroom/review/campaigns/nothing', 404)
      const stranger = await visitor(site).get(path)
      expect(stranger.status).toBe(303)
      const foreign = await staff.post(`${path}/decide`, { action: 'approve' }, { 'sec-fetch-site': 'cross-site' })
      expect(foreign.status).toBe(403)
    })

    test('the spam model’s page says what it has learnt, how often it was right, and where it was wrong', async () => {
      expect(await page('/newsroom/review/model')).toContain('It has learnt nothing here yet.')
      const comments = [
        'The bridge was worth every hour of waiting',
        'Subscribe to my channel and check out my page for free gift cards',
      ]
      for (const comment of comments) await postComment(visitor(site), story, { name: 'Guest', comment })
      const revisions = await site.app.store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('text', 'in', comments)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      // Both of them fine, says the moderator; of the second the model was sure that it was spam.
      for (const { id } of revisions) await staff.post('/newsroom/review/decide', { revision: id, action: 'approve' })
      const html = await page('/newsroom/review/model')
      expect(html).toMatch(/<dt>Learnt as fine<\/dt><dd>2<\/dd>/)
      expect(html).toMatch(/False alarms<\/h2>.*Subscribe to my channel/s)
      expect(html).toContain('spam score 99%')
      expect(html).toContain('This needs 30 decisions; there are 2 so far.')
    })
  })
}
