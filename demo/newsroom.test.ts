/** What somebody who starts the demonstration finds in it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generator } from '../bench/_words.ts'
import { readPublicReading } from '../src/archive/index.ts'
import { listCorrections } from '../src/corrections/index.ts'
import { readStoryMode } from '../src/discussion/index.ts'
import { readEmbargoTimes } from '../src/embargo/index.ts'
import { listLetters } from '../src/mail/index.ts'
import { auditReview } from '../src/moderation/audit/index.ts'
import { listPastCampaigns, listWaitingCampaigns } from '../src/moderation/campaigns/index.ts'
import { listRules } from '../src/moderation/filters/index.ts'
import { openMentions } from '../src/notes/index.ts'
import { countTermStories, listAuthorsWithoutPage, listTerms } from '../src/paper/index.ts'
import { firstEditorLink, listPeople } from '../src/people/index.ts'
import { dayAfter, listIdeas, listPlans, readPlannedStories, readPlanOfStory } from '../src/planning/index.ts'
import { listBans } from '../src/readers/index.ts'
import { countOpenAppeals, countReported } from '../src/redress/index.ts'
import { readSchedules } from '../src/schedule/index.ts'
import { checkStore } from '../src/store/index.ts'
import { listDrafts, listPublished } from '../src/story/index.ts'
import { readOpenTickets } from '../src/tickets/index.ts'
import { freshStore } from '../test/stores.ts'
import { fillNewsroom, hoursUntil } from './_newsroom.ts'
import { STORIES_OF_LEISURE } from './_stories-of-leisure.ts'
import { STORIES_OF_THE_TOWN } from './_stories-of-the-town.ts'
import { STORIES_OF_WORK_AND_SCHOOL } from './_stories-of-work-and-school.ts'
import { planVoices } from './_voices.ts'

const END = Date.UTC(2026, 4, 13, 15, 20)
const DAY = 86_400_000

const folder = mkdtempSync(join(tmpdir(), 'courant-demo-'))
let database: Awaited<ReturnType<typeof freshStore>>

beforeAll(async () => {
  const hours = hoursUntil(END)
  database = await freshStore('sqlite', () => hours.now())
  await fillNewsroom(database.store, hours, END, { folder, url: 'http://localhost:4000' })
}, 180_000)

afterAll(async () => {
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** How many there are of each. */
const tally = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const value of values.toSorted()) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
const revisions = () => database.store.db.selectFrom('comment_revisions').selectAll().execute()

test('whatever the day of the week, this week’s plan has at least six stories and next week’s begins to have some', async () => {
  const { db } = database.store
  const today = '2026-05-13'
  for (let weekday = 0; weekday < 7; weekday++) {
    const [from, to] = [dayAfter(today, -weekday), dayAfter(today, 6 - weekday)]
    expect((await listPlans(db, { from, to })).length, `day ${weekday + 1}`).toBeGreaterThanOrEqual(6)
  }
  expect(await listPlans(db, { from: '2026-05-18', to: '2026-05-24' })).toHaveLength(2)
  expect(await listIdeas(db)).toHaveLength(1)
})

test('its stories stand at every stage, with writers, photographers, deadlines and the paper’s own sections', async () => {
  const { db } = database.store
  const plans = await listPlans(db, { from: '2026-05-01', to: '2026-05-31' })
  const stories = await readPlannedStories(
    db,
    plans.flatMap(({ storyId }) => storyId ?? []),
  )
  const states = plans.map(({ storyId }) => stories.get(storyId ?? '')?.state ?? 'not begun')
  expect(tally(states)).toEqual({ back: 1, checked: 1, draft: 3, live: 5, 'not begun': 4, ready: 1 })
  expect(plans.filter(({ writerId }) => writerId !== null)).toHaveLength(14)
  expect(plans.filter(({ deadline }) => deadline !== '')).toHaveLength(5)
  expect(plans.map(({ photographer }) => photographer)).toContain('Tilda Morrow')
  const sections = (await listTerms(db, 'section')).map(({ name }) => name)
  expect(plans.map(({ section }) => section).filter((name) => !sections.includes(name))).toEqual([])
})

test('one story goes out by itself tomorrow, another is under embargo, and both are in the plan of their day', async () => {
  const { db } = database.store
  const [schedule, ...others] = await readSchedules(db)
  expect([schedule?.at, others]).toEqual([Date.parse('2026-05-14T06:30+01:00'), []])
  expect((await readPlanOfStory(db, schedule?.storyId ?? ''))?.day).toBe('2026-05-14')
  const [[held, until] = ['', 0], ...more] = await readEmbargoTimes(db)
  expect([until, more]).toEqual([Date.parse('2026-05-15T00:01+01:00'), []])
  expect((await readPlanOfStory(db, held))?.day).toBe('2026-05-15')
})

test('readers reported three errors: one is corrected in the open and answered, two wait', async () => {
  const { db } = database.store
  const corrections = await listCorrections(db, { limit: 9, offset: 0 })
  expect(corrections.map(({ cause, story }) => [cause, story.headline])).toEqual([
    ['We wrote that the pair has five eggs. It has seven.', 'Swans close the slipway, and nobody minds'],
  ])
  const open = await readOpenTickets(db, { limit: 9 })
  expect(open.map(({ tickets }) => tickets.length)).toEqual([1, 1])
  expect(await db.selectFrom('ticket_answers').select('kind').execute()).toEqual([{ kind: 'corrected' }])
})

test('colleagues have noted something on a story', async () => {
  const { db } = database.store
  const notes = await db.selectFrom('notes').select('done_at').execute()
  expect(notes.map(({ done_at }) => done_at !== null).sort()).toEqual([false, true])
  expect(await openMentions(db).select('note_id').execute()).toHaveLength(1)
})

test('there are forty-two stories: published over the past weeks, changed since, begun, taken off, waiting for their time', async () => {
  const { db } = database.store
  const all = await listDrafts(db)
  expect(tally(all.map(({ state }) => state))).toEqual({ changed: 1, draft: 8, published: 33 })
  const out = await listPublished(db, { limit: 100 })
  expect(tally(out.map(({ content }) => content.language || 'en'))).toEqual({ ar: 1, de: 1, en: 31, es: 1 })
  expect(new Set(out.map(({ content }) => content.section)).size).toBe(5)
  expect(out.filter(({ content }) => content.standfirst === '').length).toBeGreaterThan(8)
  const times = out.map(({ firstPublishedAt }) => firstPublishedAt)
  expect(Math.max(...times)).toBeLessThan(END)
  expect(END - Math.min(...times)).toBeGreaterThan(21 * DAY)
  const readings = await Promise.all(out.map(({ id }) => readPublicReading(db, id)))
  expect(readings.filter((one) => (one?.reading.statements.length ?? 0) > 0)).toHaveLength(8)
})

test('there are four hundred comments, in every state', async () => {
  const comments = await database.store.db.selectFrom('comments').select('parent_id').execute()
  expect(comments).toHaveLength(400)
  expect(comments.filter(({ parent_id }) => parent_id !== null).length).toBeGreaterThan(60)
  expect(tally((await revisions()).map(({ state }) => state))).toEqual({
    approved: 241,
    held: 100,
    rejected: 22,
    removed: 5,
    spam: 31,
    withdrawn: 11,
  })
})

test('what waits stands in all three bands', async () => {
  const bands = tally((await revisions()).flatMap(({ state, band }) => (state === 'held' ? [band] : [])))
  expect(Object.keys(bands)).toEqual(['fine', 'spam', 'thought'])
  for (const many of Object.values(bands)) expect(many).toBeGreaterThanOrEqual(8)
})

test('words were changed before and after they were approved; one change waits while the earlier words are shown', async () => {
  const changed = (await revisions()).filter(({ number }) => number > 1)
  expect(tally(changed.map(({ state }) => state))).toEqual({ approved: 6, held: 4 })
})

test('decisions were made for most reasons, answered, taken back and reopened', async () => {
  const decisions = await database.store.db.selectFrom('decisions').select(['action', 'reason']).execute()
  expect(Object.keys(tally(decisions.map(({ action }) => action)))).toEqual([
    ...['approve', 'keep', 'overturn', 'reject', 'remove', 'reopen', 'undo', 'uphold'],
  ])
  const reasons = tally(decisions.flatMap(({ action, reason }) => (action === 'reject' && reason ? [reason] : [])))
  expect(Object.keys(reasons)).toEqual(['attack', 'hate', 'off-topic', 'private', 'spam', 'unreadable', 'unsupported'])
})

test('a campaign waits, one was decided and comes again, one was approved; nothing else looks like one', async () => {
  const waiting = await listWaitingCampaigns(database.store.db)
  expect(waiting.map(({ size, waiting, decision }) => [size, waiting, decision?.action ?? null])).toEqual([
    [14, 14, null],
    [15, 4, 'reject'],
  ])
  const { campaigns } = await listPastCampaigns(database.store.db)
  expect(campaigns.map(({ size, decision }) => [size, decision?.action])).toEqual([[7, 'approve']])
})

test('appeals and reports wait, and others have been answered', async () => {
  const { db } = database.store
  expect([await countOpenAppeals(db), await countReported(db)]).toEqual([4, 4])
  const [appeals, reports] = [
    await db.selectFrom('appeal_outcomes').selectAll().execute(),
    await db.selectFrom('report_outcomes').selectAll().execute(),
  ]
  expect([appeals.length, reports.length]).toEqual([3, 3])
})

test('a reader and a network are banned now, and another ban was lifted', async () => {
  const { db } = database.store
  const now = await listBans(db, 'now', END)
  expect(now.map(({ whom, readerName }) => [whom, readerName])).toEqual([
    ['network', null],
    ['reader', 'Rope Street Reader'],
  ])
  expect((await listBans(db, 'over', END)).map(({ liftedBy }) => liftedBy)).toEqual(['Margaret Ashdown'])
})

test('rules are at work, given up, on trial and drafted, and stories take comments in every way', async () => {
  const { db } = database.store
  expect(tally((await listRules(db)).map(({ state }) => state))).toEqual({ draft: 2, off: 1, on: 2 })
  expect(await db.selectFrom('rule_trials').select('state').execute()).toEqual(Array(4).fill({ state: 'finished' }))
  const modes = await Promise.all((await listDrafts(db)).map(({ id }) => readStoryMode(db, id)))
  expect(tally(modes.map(({ kind }) => kind))).toEqual({ closed: 1, hold: 1, open: 39, slow: 1 })
})

test('seven people work there in five roles, one of whom has left; nobody is asked to be the first editor', async () => {
  const people = await listPeople(database.store.db)
  expect(people.map(({ disabled }) => disabled)).toEqual([false, false, false, false, false, false, true])
  expect(new Set(people.map(({ switches }) => switches.join())).size).toBe(5)
  expect(await firstEditorLink(database.store, END)).toBeNull()
})

test('the paper has sections in an order, topics, and authors with a page, and every story that is out is in a section', async () => {
  const { db } = database.store
  const names = async (kind: 'section' | 'topic' | 'author') => (await listTerms(db, kind)).map(({ name }) => name)
  expect(await names('section')).toEqual(['Town', 'Council', 'Work & School', 'Sport & Culture', 'Opinion'])
  expect([(await names('topic')).length, await names('author')]).toEqual([5, ['Idris Cole', 'Nora Pike', 'Sam Okafor']])
  const inSections = await countTermStories(db, 'section')
  const published = (await listDrafts(db)).filter(({ state }) => state !== 'draft')
  expect([...inSections.values()].reduce((sum, count) => sum + count, 0)).toBe(published.length)
  expect((await listAuthorsWithoutPage(db, 9)).map(({ name }) => name)).toContain('Peter Hale')
})

test('letters wait for their hour, and those that left lie in the outbox', async () => {
  const { counts, waiting } = await listLetters(database.store.db, 100)
  expect([counts.waiting, counts.failed]).toEqual([3, 0])
  expect(waiting.every(({ notBefore }) => notBefore > END)).toBe(true)
  expect(counts.sent).toBeGreaterThan(10)
  // Of those that left more than thirty days ago the site itself remembers nothing.
  expect(readdirSync(join(folder, 'outbox')).length).toBeGreaterThanOrEqual(counts.sent)
})

test('what was done is as the site itself would have done it: its doctor finds nothing', async () => {
  const { store } = database
  expect((await checkStore(store)).filter(({ problem }) => problem !== null)).toEqual([])
  const proofs = await auditReview(store.db)
  expect(proofs.map(({ claim, failed }) => [claim, failed])).toEqual(proofs.map(({ claim }) => [claim, 0]))
})

test('nothing lies in the future, and things follow one another in the order of time', async () => {
  const { db } = database.store
  const decisions = await db.selectFrom('decisions').select('decided_at').orderBy('sequence').execute()
  const times = decisions.map(({ decided_at }) => decided_at)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  const comments = await db.selectFrom('comments').select('created_at').orderBy('id').execute()
  expect(comments.every(({ created_at }) => created_at <= END)).toBe(true)
  expect(times.at(-1)).toBeLessThanOrEqual(END)
})

test('it is the same talk each time, and nobody says twice under one story what another has said', () => {
  const plan = () => {
    const stories = [...STORIES_OF_THE_TOWN, ...STORIES_OF_WORK_AND_SCHOOL, ...STORIES_OF_LEISURE]
    const told = stories.map((story, i) => {
      const place = { id: story.headline, publishedAt: END - i * DAY, language: 'en', shown: [] }
      return { story, place }
    })
    return planVoices(told, 361, END, generator(7))
  }
  expect(plan()).toEqual(plan())
  const texts = plan().map(({ place, text }) => `${place.id}: ${text}`)
  expect(new Set(texts).size).toBe(texts.length)
})
