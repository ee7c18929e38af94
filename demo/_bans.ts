/** Who may not comment: a reader for a week, somebody's network for a day, and one whose ban was lifted. */

import { readCommentAuthor } from '../src/moderation/comments/index.ts'
import { banAuthor, liftBan } from '../src/readers/index.ts'
import { tellBanned } from '../src/redress/index.ts'
import { judge, type PublishedStory, say, type World } from './_world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Each at a comment of its own, which is rejected first. */
const BANS = [
  {
    name: 'Ned Tansley',
    text: 'I have said it five times under five names and I shall say it a sixth time: this whole business is a swindle.',
    ago: 12 * DAY,
    ban: { reason: 'unreadable', note: 'Once is enough.', onSite: true, term: 'week' },
    liftedAfter: 26 * HOUR,
  },
  {
    name: 'Rope Street Reader',
    text: 'You are a liar, Pell, and your mother was another. Come to the boatyard and say it to my face, you coward.',
    ago: 4 * HOUR,
    ban: {
      reason: 'attack',
      note: 'We have asked you twice to leave people’s mothers out of it.',
      onSite: false,
      term: 'week',
    },
    liftedAfter: null,
  },
  {
    name: 'Voice of reason',
    text: 'Wake up, you sheep! You are all idiots, every last one of you, and I will write here all night until you see it.',
    ago: 2 * HOUR,
    ban: { reason: 'attack', note: '', onSite: true, term: 'day' },
    liftedAfter: null,
  },
] as const

export const BANNED_COMMENTS = BANS.length

export function planBans(world: World, find: (headline: string) => PublishedStory): void {
  const { store, timeline, end, staff, stories } = world
  for (const { name, text, ago, ban, liftedAfter } of BANS) {
    timeline.at(end - ago, async (now) => {
      const story = ban.onSite ? stories.find(({ publishedAt }) => publishedAt < now) : find('Council votes')
      if (!story) throw new Error('nothing has come out by then')
      const commentId = await say(world, { story, name, text }, now)
      timeline.at(now + 5 * MINUTE, async (then) => {
        await judge(world, { commentId, reason: ban.reason, by: 'deputy' }, then)
        const author = await readCommentAuthor(store.db, commentId)
        if (!author) throw new Error('there is no such comment')
        const { reason, note, term } = ban
        const storyId = ban.onSite ? null : story.id
        const result = await banAuthor(
          store,
          {
            ...{ author, reason, note, storyId, term },
            by: staff.deputy,
            tell: (tx, banId) => tellBanned(tx, { banId, readerId: author.readerId }),
          },
          then,
        )
        if (!result.banned) throw new Error(result.problem)
        const { banId } = result
        if (liftedAfter !== null) timeline.at(then + liftedAfter, (later) => liftBan(store, banId, staff.editor, later))
      })
    })
  }
}
