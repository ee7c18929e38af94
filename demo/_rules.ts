/** Rules of the house and how stories take comments: what an editor has set up in the course of the weeks. */
import { setStoryMode } from '../src/discussion/index.ts'
import { addRule, changeRule, type RuleWords, switchOff, switchOn, tryRule } from '../src/moderation/filters/index.ts'
import type { PublishedStory, World } from './_world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A trial of so few comments is done long before. */
const PATIENCE = 10_000

const AT_WORK: readonly RuleWords[] = [
  { name: 'Vouchers', pattern: { kind: 'links', domains: ['coupons-for-you.example'], more: 0 }, effect: 'spam' },
  { name: 'Names of councillors', pattern: { kind: 'words', words: ['Reddish', 'Pell', 'Dunmore'] }, effect: 'label' },
]
const GIVEN_UP: RuleWords = {
  name: 'Shouting',
  pattern: { kind: 'words', words: ['sheep', 'wake up'] },
  effect: 'thought',
}
/** Tried over the archive, and not switched on: it would catch nearly everybody. */
const ON_TRIAL: RuleWords = { name: 'First comment here', pattern: { kind: 'first' }, effect: 'thought' }
const DRAFTED: RuleWords = { name: 'Any link', pattern: { kind: 'links', domains: [], more: 0 }, effect: 'label' }

export function planRules(world: World, find: (headline: string) => PublishedStory): void {
  const { store, timeline, end, staff } = world
  const by = staff.editor
  const added = async (words: RuleWords, now: number): Promise<string> => {
    const result = await addRule(store, words, by, now)
    if (!result.saved) throw new Error(result.problem)
    return result.id
  }
  const tried = async (id: string, now: number) => {
    const result = await tryRule(store, { ruleId: id, by, patience: PATIENCE }, now)
    if ('problem' in result) throw new Error(result.problem)
  }
  const put = async (id: string, now: number) => {
    const result = await switchOn(store, { id, version: 1, partial: false, by }, now)
    if (!result.switched) throw new Error(result.problem)
  }
  for (const [i, words] of AT_WORK.entries()) {
    timeline.at(end - (8 - i) * DAY, async (now) => {
      const id = await added(words, now)
      await tried(id, now)
      await put(id, now + 1)
    })
  }
  timeline.at(end - 6 * DAY, async (now) => {
    const id = await added(GIVEN_UP, now)
    await tried(id, now)
    await put(id, now + 1)
    timeline.at(now + DAY, (then) => switchOff(store, id, by, then))
  })
  timeline.at(end - 5 * HOUR, async (now) => tried(await added(ON_TRIAL, now), now))
  timeline.at(end - 4 * HOUR, async (now) => {
    const id = await added(DRAFTED, now)
    const words: RuleWords = {
      ...DRAFTED,
      name: 'More than two links',
      pattern: { kind: 'links', domains: [], more: 2 },
    }
    const result = await changeRule(store, { id, base: 1, words, by }, now + 1)
    if (!result.saved) throw new Error(result.problem)
  })

  const modes = [
    ['Bins every three weeks', { kind: 'slow', minutes: 10 }],
    ['Phones stay', { kind: 'hold' }],
    ['Treasurer of the cricket club', { kind: 'closed' }],
  ] as const
  for (const [headline, mode] of modes) {
    const { id: storyId } = find(headline)
    timeline.at(end - 2 * 60_000, async (now) => {
      await setStoryMode(store, { storyId: find(headline).id || storyId, mode, by: staff.deputy }, now)
    })
  }
}
