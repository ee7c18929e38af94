/**
 * What a webhook is told: read at the moment of sending, through what readers see.
 * What they don't see any more is not told, however long it has waited.
 */
import { readNotices } from '../corrections/index.ts'
import { readPublicComment } from '../discussion/index.ts'
import { readSiteSettings } from '../publication/index.ts'
import type { Database } from '../store/index.ts'
import { type PublishedStory, readPublishedById } from '../story/index.ts'
import { type HookEvent, type MessageFacts, TEST_EVENT } from './kinds.ts'

export interface ToTell {
  event: HookEvent | typeof TEST_EVENT
  about: string
  facts: MessageFacts
  /** Milliseconds since the epoch. */
  happenedAt: number
}

/** The JSON of a message; null where nothing is left to tell. `url`: where readers reach the site. */
export async function hookBody(db: Database, told: ToTell, url: string): Promise<string | null> {
  const data = await dataOf(db, told, url)
  return data && JSON.stringify({ type: told.event, timestamp: instantOf(told.happenedAt), data })
}

function dataOf(db: Database, told: ToTell, url: string): Promise<object | null> {
  switch (told.event) {
    case 'story.published':
    case 'story.changed':
    case 'story.corrected':
      return storyData(db, told, url)
    case 'story.unpublished':
      return Promise.resolve({ story: { id: told.about, url: `${url}${told.facts.path}` } })
    case 'comment.held':
      return Promise.resolve({ comment: { id: told.about } })
    case 'comment.approved':
      return commentData(db, told, url)
    case 'comment.removed':
      return removedData(db, told)
    case TEST_EVENT:
      return Promise.resolve({})
  }
}

async function storyData(db: Database, { about, facts }: ToTell, url: string): Promise<object | null> {
  const story = await readPublishedById(db, about)
  if (!story) return null
  const notices = (await readNotices(db, [story])).get(story.id) ?? []
  const change = notices.find(({ version }) => version === facts.version)
  const { language } = await readSiteSettings(db)
  return {
    story: storyOf(story, { url, language }),
    change: change
      ? { kind: change.kind, text: change.cause, version: change.version, at: instantOf(change.at) }
      : null,
  }
}

const storyOf = (
  { id, path, content, version, firstPublishedAt, updatedAt }: PublishedStory,
  site: { url: string; language: string },
) => ({
  id,
  url: `${site.url}${path}`,
  headline: content.headline,
  standfirst: content.standfirst,
  byline: content.byline,
  language: content.language || site.language,
  version,
  firstPublishedAt: instantOf(firstPublishedAt),
  updatedAt: instantOf(updatedAt),
})

async function commentData(db: Database, { about }: ToTell, url: string): Promise<object | null> {
  const comment = await readPublicComment(db, about)
  const story = comment && (await readPublishedById(db, comment.storyId))
  if (!story) return null
  const { revision } = comment
  return {
    comment: {
      id: comment.id,
      url: `${url}${story.path}#c-${comment.id}`,
      parent: comment.parentId,
      name: comment.authorName,
      text: revision.text,
      createdAt: instantOf(comment.createdAt),
      revisedAt: revision.number > 1 ? instantOf(revision.createdAt) : null,
    },
    story: { id: story.id, url: `${url}${story.path}`, headline: story.content.headline },
  }
}

/** Not where it is back by now: then that is told. */
const removedData = async (db: Database, { about, facts }: ToTell): Promise<object | null> =>
  (await readPublicComment(db, about)) ? null : { comment: { id: about }, story: { id: facts.story } }

const instantOf = (at: number): string => new Date(at).toISOString()
