/** Publishing a change to a story that readers have seen: the version and what is said of it, in one transaction. */
import { correctionMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { newId, type Store } from '../store/index.ts'
import { emptyContent, publish, type StoryContent, setCommentsOpen } from '../story/index.ts'
import { changedWords } from './changed-words.ts'
import { checkChange, type TypedChange } from './kinds.ts'

/**
 * Publishes the draft of a story that is on the site, and keeps what the editor says of the change: old words, new
 * words, kind, cause and time as one record. A retraction withholds the words and closes the comments.
 * Answers { problem } where the change can't be taken, or the story is not on the site.
 */
export async function publishChange(
  store: Store,
  { id, by, seen, change: typed }: { id: string; by: string | null; seen?: number; change: TypedChange },
  now: number,
): ReturnType<typeof publish> {
  const checked = checkChange(typed)
  if ('problem' in checked) return checked
  const { kind, cause } = checked
  return publish(
    store,
    {
      id,
      by,
      ...(seen === undefined ? {} : { seen }),
      change: {
        silent: kind === 'typo',
        wordsOf: kind === 'retraction' ? withheld : (draft) => draft,
        async keep(tx, { number, before, after }) {
          const changes = changedWords(before, after)
          const record = { story_id: id, version: number, kind, cause, changes_json: JSON.stringify(changes) }
          await tx.rows
            .insertInto('corrections')
            .values({ id: newId(now), ...record, made_at: now, made_by: by })
            .execute()
          if (kind === 'retraction') {
            await setCommentsOpen(tx, id, false)
            await tx.say({ kind: 'story.comments', story: id })
          }
          if (kind === 'correction' || kind === 'retraction')
            await noteAct(tx, { by, act: `story.${kind}`, about: id, detail: m.logged[kind](after.headline) })
        },
      },
    },
    now,
  )
}

/** A retracted story as it is published: where it was filed and whose it was, under a headline that says so, and none of its words. */
export function withheld({ headline, byline, language, section, topics }: StoryContent): StoryContent {
  const said = headline.startsWith(m.retracted('')) ? headline : m.retracted(headline)
  return { ...emptyContent, headline: said, byline, language, section, topics }
}
