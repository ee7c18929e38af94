/** The talk under the stories as it happens: voices are heard, and each meets its fate. */
import { reopen } from '../src/moderation/decisions/index.ts'
import { undo } from '../src/moderation/undo/index.ts'
import type { Voice } from './_voices.ts'
import { judge, type PublishedStory, rewrite, say, takeBack, takeDown, type World } from './_world.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
/** Before somebody looks again whether there is anything to answer. */
const WAIT = 40 * MINUTE

interface Heard {
  voice: Voice
  story: PublishedStory
  commentId: string
  decisionId: string
}

/** What came of the talk that others go on from. */
export interface Outcome {
  /** Approved, in the order in which it was. */
  approved: Heard[]
  /** What has been decided of the voices that have a key. */
  byKey: Map<string, Heard>
}

/** Plans that all of them are heard; the outcome fills as they are. */
export function planTalk(world: World, voices: readonly Voice[]): Outcome {
  const outcome: Outcome = { approved: [], byKey: new Map() }
  for (const voice of voices) world.timeline.at(voice.at, (now) => speak(world, voice, outcome, now))
  return outcome
}

async function speak(world: World, voice: Voice, outcome: Outcome, now: number): Promise<void> {
  const { place: story, name, text, answers, machine, fate } = voice
  const isTooEarly = voice.isAnswer === true && story.shown.length === 0
  if (isTooEarly && now + 2 * WAIT < world.end)
    return world.timeline.at(now + WAIT, (then) => speak(world, voice, outcome, then))
  const parentId = answers === undefined ? null : (story.shown[Math.floor(answers * story.shown.length)] ?? null)
  // Some machines fill in whatever they find, and some are too quick.
  const asAMachine = { hasty: text.length % 3 === 0, honeypot: text.length % 4 === 0 ? 'http://home.example' : '' }
  const wish = parentId === null && text.length % 11 === 0 ? { mail: mailOf(name) } : {}
  const commentId = await say(world, { story, name, text, parentId, ...(machine ? asAMachine : wish) }, now)
  if (fate === 'held') return
  if (fate === 'reopened') return planReopening(world, voice, commentId, now)
  const patience = Math.min(voice.patience, (world.end - now) * 0.3)
  world.timeline.at(now + patience, (then) => meetFate(world, voice, commentId, outcome, then))
}

/** An address that nobody has confirmed. */
const mailOf = (name: string): string =>
  `${
    name
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.join('.') ?? 'reader'
  }@post.example`

async function meetFate(world: World, voice: Voice, commentId: string, outcome: Outcome, now: number): Promise<void> {
  const { place: story, fate, by, reason, note, after = '' } = voice
  /** Some time after this, and before the end. */
  const later = (share: number) => now + (world.end - now) * share
  if (fate === 'regretted') return takeBack(world, story, commentId, now)
  if (fate === 'rewritten') await rewrite(world, commentId, after, now)
  const code = fate === 'rejected' ? (reason ?? null) : null
  const why = code !== null && note ? { note } : {}
  const decisionId = await judge(world, { commentId, reason: code, by, ...why }, now + 1)
  const heard = { voice, story, commentId, decisionId }
  if (voice.key) outcome.byKey.set(voice.key, heard)
  if (code !== null) return
  if (fate === 'hesitant') return planSecondThoughts(world, heard, now)
  story.shown.push(commentId)
  if (fate === 'approved' && !voice.key) outcome.approved.push(heard)
  if (fate === 'withdrawn') world.timeline.at(later(0.4), (then) => takeBack(world, story, commentId, then))
  if (fate === 'removed') {
    const removal = { story, commentId, reason: reason ?? '', note: note ?? '', by: 'editor' as const }
    world.timeline.at(later(0.5), (then) => takeDown(world, removal, then))
  }
  if (fate === 'mended' || fate === 'mending') {
    world.timeline.at(later(fate === 'mended' ? 0.2 : 0.97), (then) => rewrite(world, commentId, after, then))
    if (fate === 'mended')
      world.timeline.at(later(0.3), async (then) => void (await judge(world, { commentId, by: 'moderator' }, then)))
  }
}

/** An approval is taken back, and left for a colleague. */
function planSecondThoughts(world: World, { voice, story, commentId, decisionId }: Heard, now: number): void {
  world.timeline.at(now + 5 * SECOND, async (then) => {
    const undone = await undo(world.store, decisionId, world.staff[voice.by], then)
    if (!undone.undone) throw new Error(undone.sentence)
  })
  const by = voice.by === 'deputy' ? 'moderator' : 'deputy'
  world.timeline.at(now + (world.end - now) * 0.2, async (then) => {
    await judge(world, { commentId, by }, then)
    story.shown.push(commentId)
  })
}

/** Approved in haste, and put back to the queue by somebody else. */
function planReopening(world: World, voice: Voice, commentId: string, now: number): void {
  const { timeline, end, staff, store } = world
  const left = end - now
  timeline.at(now + left * 0.3, async (then) => void (await judge(world, { commentId, by: voice.by }, then)))
  timeline.at(now + left * 0.6, async (then) => {
    const result = await reopen(store, { commentId, by: staff.editor }, then)
    if (!result.reopened) throw new Error(result.sentence)
  })
}

/** So that letters wait to tell readers of them: each is approved in the last half hour, under a comment of a verified reader's. */
const ANSWERED_LAST: readonly (readonly [name: string, answer: string])[] = [
  ['Wren Abbot', 'I went and looked, as you said. You were right, and there were two of them.'],
  ['Perpetua Quill', 'Could you tell us more? You seem to be the only one here who has read the papers.'],
  ['Ned Tansley', 'We disagree about nearly everything, and on this I would sign whatever you put in front of me.'],
]
export const ANSWERS_TO_READERS = ANSWERED_LAST.length

export function planAnswersToReaders(world: World, outcome: Outcome): void {
  for (const [i, [name, text]] of ANSWERED_LAST.entries()) {
    world.timeline.at(world.end - (28 - 4 * i) * MINUTE, async (now) => {
      const theirs = outcome.approved.findLast(({ voice, story }) => voice.name === name && story.language === 'en')
      if (!theirs) throw new Error(`nothing of ${name} is shown`)
      const { story, commentId: parentId } = theirs
      const commentId = await say(world, { story, name: 'Tess Hirst', text, parentId }, now)
      world.timeline.at(now + MINUTE, async (then) => {
        await judge(world, { commentId, by: 'moderator' }, then)
        story.shown.push(commentId)
      })
    })
  }
}
