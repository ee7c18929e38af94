/** Names and statements among the kept pages: who says so in a story, a name's page, the names of a kind. */
import {
  acceptedNamesOf,
  listAcceptedNames,
  readNamePage,
  readPublicReading,
  readPublicReadings,
  wasAccepted,
} from '../../../archive/index.ts'
import type { NameKind } from '../../../reading/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'
import { readSite } from '../kit/site.ts'
import { storiesSpokenIn, topicOf } from './found-view.ts'
import { readPortraits } from './portraits.ts'
import { FOLDERS, KINDS, type WhoSaysSo } from './said-props.ts'
import { renderTopicPage, renderTopicsPage } from './topic-page.tsx'
import { whoSaysSo } from './who-says-so.ts'

const HTML = 'text/html; charset=utf-8'
/** Of so many stories a name's page has what was said; the search has the others. */
const SPOKEN_IN = 12
const STORIES = 100
/** What the addresses of names are made of; no database is asked for another. */
const SLUG = /^[\p{L}\p{M}\p{N}-]+$/u

/** Null where the story's switch is off. */
export async function readWhoSaysSoOf(web: Web, storyId: string): Promise<WhoSaysSo | null> {
  const kept = await readPublicReading(web.store.db, storyId)
  if (!kept) return null
  const accepted = await acceptedNamesOf(web.store.db, kept.reading.names, 'public')
  const portraits = await readPortraits(
    web.store.db,
    [...accepted.values()].map(({ portrait }) => portrait),
  )
  return whoSaysSo({
    ...kept,
    pageOf({ id }) {
      const page = accepted.get(id)
      return page ? { path: page.path, portrait: portraits.get(page.portrait ?? '') ?? null } : null
    },
  })
}

/** How to draw the page of a name or of the names of a kind; null where the path is of no such page. */
export function saidPageAt(web: Web, path: string): (() => Promise<Page | null>) | null {
  const list = KINDS.find((kind) => path === `/${FOLDERS[kind]}`)
  if (list) return () => topicsPage(web, list)
  const name = nameAt(path)
  return name && (() => topicPage(web, name))
}

/** Whether a name had its page here that was taken back. */
export async function wasNamePage(web: Web, path: string): Promise<boolean> {
  const name = nameAt(path)
  return name !== null && wasAccepted(web.store.db, name)
}

function nameAt(path: string): { kind: NameKind; slug: string } | null {
  for (const kind of KINDS) {
    const folder = `/${FOLDERS[kind]}/`
    const slug = path.slice(folder.length)
    if (path.startsWith(folder) && SLUG.test(slug)) return { kind, slug }
  }
  return null
}

async function topicPage(web: Web, name: { kind: NameKind; slug: string }): Promise<Page | null> {
  const { db } = web.store
  const found = await readNamePage(db, name, 'public')
  if (!found) return null
  const spokenIn = storiesSpokenIn(found)
  const newest = spokenIn.slice(0, SPOKEN_IN)
  const [site, kept, portraits] = await Promise.all([
    readSite(web),
    readPublicReadings(db, newest),
    readPortraits(db, [found.portrait]),
  ])
  const topic = topicOf(found, {
    readings: newest.flatMap((id) => kept.get(id) ?? []),
    portrait: portraits.get(found.portrait ?? '') ?? null,
  })
  const body = renderTopicPage({
    site,
    topic: { ...topic, stories: topic.stories.slice(0, STORIES) },
    hasOlder: spokenIn.length > newest.length,
  })
  return { body, type: HTML, tags: ['lists'] }
}

async function topicsPage(web: Web, kind: NameKind): Promise<Page> {
  const [site, names] = await Promise.all([readSite(web), listAcceptedNames(web.store.db, 'public')])
  const topics = names.filter((name) => name.kind === kind)
  return { body: renderTopicsPage({ site, kind, topics }), type: HTML, tags: ['lists'] }
}
