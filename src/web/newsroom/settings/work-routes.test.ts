/** The page of work in the background: what it says, and what becomes of what was given up. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES_OF_PAGES } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { giveUp } from '../../../../test/given-up.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { addRule, type RuleWords, readTrial, tryRule } from '../../../moderation/filters/index.ts'
import { addPerson, makeSignInLink, ROLES } from '../../../people/index.ts'
import { countDeadJobs, countJobs, NEVER_ENDED, queueJob } from '../../../store/index.ts'

const HOUR = 3_600_000

for (const kind of DATABASES_OF_PAGES) {
  describe(`work in the background on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let story: { id: string; path: string }
    let headline: string
    const clock = Date.UTC(2026, 4, 1, 12)
    beforeEach(async () => {
      site = await freshSite(kind, { now: () => clock })
      staff = await editor(site)
      story = await demonstration(site)
      const json = (await (await fetch(`${site.url}/api/stories`)).json()) as { stories: { headline: string }[] }
      headline = json.stories[0]?.headline ?? ''
      await expect.poll(undone).toEqual([])
    })
    afterEach(() => site.drop())

    /** The kinds that still have something to do now. */
    const undone = async () =>
      (await countJobs(site.app.store.db))
        .filter(({ running, nextAt, dead }) => running > 0 || dead > 0 || (nextAt ?? clock + 1) <= clock)
        .map((count) => count.kind)
    const page = async (path = '/newsroom/work', who = staff) => drawn(await (await who.get(path)).text())
    const unreadable = (problem = 'The 3rd token of p7 has no place.') =>
      giveUp(site.app.store, { kind: 'reading.keep', key: story.id, payload: { story: story.id }, problem }, clock)

    test('where nothing waits it says that all is done, and when what comes again comes next', async () => {
      const { words, actions } = await page()
      expect(words).toContain('Nothing waiting, nothing failed.')
      expect(words).toContain('Erasing what readers asked to have erasedNext 1 May 2026 at 12:10')
      expect(words).not.toMatch(/Failed|Waiting/)
      expect(actions).toEqual(['/newsroom/sign-out'])
      expect((await page('/newsroom')).links).not.toHaveProperty('/newsroom/work')
    })

    test('what waits is counted, with when the first is due', async () => {
      await site.app.store.transaction(clock, async (tx) => {
        for (const [i, key] of ['a', 'b'].entries())
          await queueJob(tx, { kind: 'reading.keep', key, payload: { story: key }, due: clock + HOUR * (1 + i) })
      })
      const { words } = await page()
      expect(words).toContain(
        'Reading who says what in a published story2 waiting, the first starts 1 May 2026 at 13:00.',
      )
      expect(words).not.toContain('Nothing waiting')
    })

    test('what was given up stands with its story, the reason, how often it was tried and what the program said', async () => {
      await unreadable()
      const { words, links } = await page()
      expect(words).toContain(`Reading who says what in a published story: ${headline}`)
      expect(words).toContain('An error in the program stopped it each time. Readers see the story as usual')
      expect(words).toContain('Tried 8 times since 1 May 2026 at 12:00. Stopped 1 May 2026 at 12:00.')
      expect(words).toContain('Technical detailsThe 3rd token of p7 has no place.')
      expect(links).toHaveProperty(`/newsroom/stories/${story.id}`, headline)
      const desk = await page('/newsroom')
      expect(desk.words).toContain('1 background task has failed.')
      expect(desk.links).toHaveProperty('/newsroom/work')
    })

    test('a trial that was given up stands with its rule; let go, it is stopped', async () => {
      const { store } = site.app
      const words: RuleWords = { name: 'Watches', pattern: { kind: 'words', words: ['watch'] }, effect: 'spam' }
      const by = (await store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()).id
      const rule = await addRule(store, words, by, clock)
      const ruleId = rule.saved ? rule.id : ''
      const begun = await tryRule(store, { ruleId, by, patience: 10_000 }, clock)
      const id = 'trialId' in begun ? begun.trialId : ''
      await store.db.updateTable('rule_trials').set({ state: 'running' }).where('id', '=', id).execute()
      const number = await giveUp(
        store,
        { kind: 'rule.trial', key: id, payload: { trial: id }, problem: 'Too much of it.' },
        clock,
      )
      const { words: said, links } = await page()
      expect(said).toContain('Trying a rule on older comments: Watches')
      expect(links).toHaveProperty(`/newsroom/review/rules/${ruleId}`, 'Watches')
      await staff.post(`/newsroom/work/${number}/let-go`, {})
      expect((await readTrial(store.db, id))?.state).toBe('stopped')
    })

    test('what brought the program down is said to have done so', async () => {
      await unreadable(NEVER_ENDED)
      expect((await page()).words).toContain('The whole program stopped each time.')
    })

    test('tried again it is done, and the log says who wanted that', async () => {
      const number = await unreadable()
      const answer = await staff.post(`/newsroom/work/${number}/again`, {})
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/newsroom/work?done=again'])
      await expect.poll(undone).toEqual([])
      expect((await page('/newsroom/work?done=again')).words).toContain('Trying again.Nothing waiting')
      expect((await page('/newsroom/log?kind=work')).words).toContain(
        `Tried failed work again: Reading who says what in a published story, “${headline}”`,
      )
    })

    test('let go it is gone, and can’t be let go or tried again once more', async () => {
      const number = await unreadable()
      const answer = await staff.post(`/newsroom/work/${number}/let-go`, {})
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/newsroom/work?done=let-go'])
      expect(await countDeadJobs(site.app.store.db)).toBe(0)
      expect((await page('/newsroom/log')).words).toContain('Removed failed work: Reading who says what')
      for (const path of [`${number}/let-go`, `${number}/again`, 'x/again', `${'9'.repeat(30)}/let-go`]) {
        const late = await staff.post(`/newsroom/work/${path}`, {})
        expect([path, late.status]).toEqual([path, 400])
        expect(await late.text()).toContain('no longer among the failed work')
      }
    })

    test('work of a kind that this version does not know is listed by its name', async () => {
      await site.app.store.db
        .insertInto('jobs')
        .values({
          kind: 'pictures.shrink',
          key: 'p',
          payload_json: '{}',
          queued_at: clock,
          due_at: clock,
          attempts: 8,
          dead_at: clock,
          problem: 'no',
        })
        .execute()
      expect((await page()).words).toContain(
        '“pictures.shrink”An error in the program stopped it each time. This version',
      )
    })

    test('who may not change settings sees neither the page nor the line on the desk', async () => {
      await unreadable()
      const person = await addPerson(site.app.store, { name: 'Jo', mail: null, switches: ROLES.moderator }, clock)
      if ('problem' in person) throw new Error(person.problem)
      const jo = visitor(site)
      await jo.post('/newsroom/sign-in', { token: await makeSignInLink(site.app.store, person.id, clock) })
      expect((await jo.get('/newsroom/work')).status).toBe(403)
      expect((await page('/newsroom', jo)).words).not.toContain('given up')
    })
  })
}
