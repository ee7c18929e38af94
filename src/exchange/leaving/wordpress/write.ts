/** The paper's stories, pages, pictures and comments for WordPress's own importer. */
import { type LibraryPicture, readPictures, shownPicture } from '../../../media/index.ts'
import { listCommentsToTake } from '../../../moderation/comments/index.ts'
import { authorsOf, listPages, listTerms, pagePath } from '../../../paper/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import type { Store } from '../../../store/index.ts'
import {
  type Draft,
  listPublished,
  markupToBody,
  picturesOf,
  readDraft,
  type StoryContent,
} from '../../../story/index.ts'
import { readRows, storedTable } from '../archive/rows.ts'
import { htmlOf } from './html.ts'
import { author, beginning, category, END, item, tag, type WxrComment, type WxrItem } from './wxr.ts'

const AT_ONCE = 100

/**
 * The file, in pieces: published stories as readers see them with their approved comments, and those that wait as held;
 * drafts as such; standing pages; pictures by the address at which they can be fetched, which is the site's at `url`.
 * The trash, rejected comments and spam, versions, corrections and readings are not in it.
 */
export async function* wordpressFile({ db, kind }: Pick<Store, 'db' | 'kind'>, url: string): AsyncGenerator<string> {
  const { name, language } = await readSiteSettings(db)
  yield beginning({ name, url, language })
  const numbers = numbering()
  const sections = new Map((await listTerms(db, 'section')).map((one) => [one.name, one.slug]))
  const topics = new Map((await listTerms(db, 'topic')).map((one) => [one.name, one.slug]))
  for (const [title, slug] of sections) yield category(slug, title)
  for (const [title, slug] of topics) yield tag(slug, title)
  for (const one of await listTerms(db, 'author')) yield author(one.slug, one.name)

  const written = new Set<string>()
  /** Items of the pictures that no story before has shown, and where each is. */
  async function* picturesFor(contents: readonly StoryContent[], at: Map<string, string>): AsyncGenerator<string> {
    for (const picture of (await readPictures(db, [...new Set(contents.flatMap(picturesOf))])).values()) {
      const address = addressOf(picture, url)
      if (address === null) continue
      at.set(picture.id, address)
      if (!written.has(picture.id)) yield item(attachment(picture, address, numbers(picture.id)))
      written.add(picture.id)
    }
  }
  const storyItem = (content: StoryContent, rest: StoryRest, at: ReadonlyMap<string, string>): string => {
    const names = authorsOf(content.byline)
    const [lead] = picturesOf({ picture: content.picture, body: [] })
    return item({
      ...rest,
      id: numbers(rest.key),
      type: 'post',
      title: content.headline,
      creator: slugOf(names[0] ?? name),
      content: htmlOf(content.body, (id) => at.get(id) ?? null),
      excerpt: content.standfirst,
      filed: [
        ...(content.section === ''
          ? []
          : [
              {
                domain: 'category' as const,
                slug: sections.get(content.section) ?? slugOf(content.section),
                name: content.section,
              },
            ]),
        ...content.topics.map((one) => ({
          domain: 'post_tag' as const,
          slug: topics.get(one) ?? slugOf(one),
          name: one,
        })),
        // As Co-Authors Plus has several.
        ...(names.length < 2
          ? []
          : names.map((one) => ({ domain: 'author' as const, slug: `cap-${slugOf(one)}`, name: one }))),
      ],
      meta: lead !== undefined && at.has(lead) ? { _thumbnail_id: String(numbers(lead)) } : {},
    })
  }

  for (let before: Awaited<ReturnType<typeof listPublished>>[number] | undefined; ; ) {
    const stories = await listPublished(db, { limit: AT_ONCE, ...(before ? { before } : {}) })
    const at = new Map<string, string>()
    yield* picturesFor(
      stories.map(({ content }) => content),
      at,
    )
    const comments = await listCommentsToTake(
      db,
      stories.map(({ id }) => id),
    )
    for (const { id, path, content, firstPublishedAt, updatedAt, commentsOpen } of stories) {
      const taken = comments.get(id) ?? []
      const ids = new Set(taken.map((one) => one.id))
      const ours = taken.map(
        (one): WxrComment => ({
          id: numbers(one.id),
          // An answer to what is not taken begins a thread.
          parent: one.parentId !== null && ids.has(one.parentId) ? numbers(one.parentId) : 0,
          name: one.authorName,
          text: one.text,
          at: one.createdAt,
          isApproved: one.isApproved,
        }),
      )
      const out = {
        status: 'publish' as const,
        link: url + path,
        slug: path.split('/').at(-1) ?? '',
        at: firstPublishedAt,
      }
      yield storyItem(content, { ...out, key: id, changedAt: updatedAt, commentsOpen, comments: ours }, at)
    }
    before = stories.at(-1)
    if (stories.length < AT_ONCE) break
  }
  for await (const draft of unpublished({ db, kind })) {
    const at = new Map<string, string>()
    yield* picturesFor([draft.content], at)
    const rest = { key: draft.id, status: 'draft' as const, link: `${url}/?p=${numbers(draft.id)}`, slug: '', at: null }
    yield storyItem(
      draft.content,
      { ...rest, changedAt: draft.savedAt, commentsOpen: draft.commentsOpen, comments: [] },
      at,
    )
  }
  for (const page of await listPages(db)) {
    const body = markupToBody(page.words, [])
    yield item({
      id: numbers(page.id),
      type: 'page',
      status: page.published ? 'publish' : 'draft',
      title: page.title,
      link: url + pagePath(page.slug),
      slug: page.slug,
      creator: slugOf(name),
      at: page.changedAt,
      changedAt: page.changedAt,
      content: 'problem' in body ? page.words : htmlOf(body.body, () => null),
      excerpt: '',
      commentsOpen: false,
      filed: [],
      meta: {},
      comments: [],
    })
  }
  yield END
}

type StoryRest = Pick<WxrItem, 'status' | 'link' | 'slug' | 'at' | 'changedAt' | 'commentsOpen' | 'comments'> & {
  key: string
}

/** WordPress counts what we name: a number for each, from 1. */
function numbering(): (key: string) => number {
  const numbers = new Map<string, number>()
  return (key) => {
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    return number
  }
}

/** Those that readers do not see, but for the trash. */
async function* unpublished({ db, kind }: Pick<Store, 'db' | 'kind'>): AsyncGenerator<Draft> {
  const stories = { ...(await storedTable(db, kind, 'stories')), columns: ['id', 'published_number'] }
  for await (const rows of readRows(db, stories))
    for (const row of rows) {
      const draft = row.published_number === null ? await readDraft(db, String(row.id)) : null
      if (draft) yield draft
    }
}

const addressOf = (picture: LibraryPicture, url: string): string | null => {
  const shown = shownPicture(picture.file, picture)
  return shown && url + shown.src
}

const attachment = (picture: LibraryPicture, address: string, id: number): WxrItem => ({
  id,
  type: 'attachment',
  status: 'inherit',
  title: picture.name,
  link: address,
  slug: picture.id.toLowerCase(),
  creator: '',
  at: picture.addedAt,
  changedAt: picture.addedAt,
  content: '',
  excerpt: [picture.caption, picture.credit].filter((one) => one !== '').join(' '),
  commentsOpen: false,
  filed: [],
  meta: {},
  attachmentUrl: address,
  comments: [],
})

const slugOf = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '-')
    .replace(/-(?=-)/g, '')
