/** The library: what there is, what is found by words, and where each is used. */
import { sql } from 'kysely'
import type { Database } from '../store/index.ts'
import { foldedWords } from '../text/index.ts'
import { type LibraryPicture, readPictures, toPicture } from './picture.ts'

export interface LibraryQuery {
  /** Words of name, caption, credit or place; each has to be there, in full or from its beginning. */
  words: string
  /** Words that name days: taken or added then, or with those words in what is said of it. */
  typed?: PeriodSought & { typed: string }
  /** Taken or added then. */
  period?: PeriodSought
  /** Exactly this credit. */
  credit?: string
  /** Those that nothing uses. */
  unused: boolean
  /** Added before the picture of this id; null for the newest. */
  before: { addedAt: number; id: string } | null
  limit: number
}

/** Days, as files name them and as the site's clock has them. */
export interface PeriodSought {
  /** First and last day, "2026-05-01"; empty for any. */
  from: string
  to: string
  /** The same in milliseconds since the epoch, the end not included; null for any. */
  since: number | null
  until: number | null
}

/** The newest first, one more than `limit` where there are more. */
export async function findPictures(db: Database, query: LibraryQuery): Promise<LibraryPicture[]> {
  let found = db.selectFrom('pictures').selectAll()
  for (const has of hasWords(query.words)) found = found.where(has)
  const { typed, period, credit } = query
  if (typed) found = found.where(({ or, and }) => or([isOf(typed), and(hasWords(typed.typed))]))
  if (period) found = found.where(isOf(period))
  if (credit !== undefined) found = found.where('credit', '=', credit)
  if (query.unused)
    found = found.where(({ and, not, exists, selectFrom }) =>
      and([
        not(exists(selectFrom('picture_uses').select('story_id').whereRef('picture_id', '=', 'pictures.id'))),
        not(exists(selectFrom('picture_places').select('place').whereRef('picture_id', '=', 'pictures.id'))),
      ]),
    )
  const { before } = query
  if (before)
    found = found.where(({ eb, or, and }) =>
      or([eb('added_at', '<', before.addedAt), and([eb('added_at', '=', before.addedAt), eb('id', '<', before.id)])]),
    )
  const rows = await found
    .orderBy('added_at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(query.limit + 1))
    .execute()
  return rows.map(toPicture)
}

/** That a row has each of these words in its `words`, in full or from its beginning. Folded, they are letters and digits: nothing in them means anything to "like". */
export const hasWords = (words: string) =>
  foldedWords(words).map((word) => sql<boolean>`' ' || words like ${`% ${word}%`}`)

/** A year or a month stands for all its days; to hold them against others, the 31st will do for the last of any month. */
const FIRST_DAY = sql`case length(taken) when 4 then taken || '-01-01' when 7 then taken || '-01' else substr(taken, 1, 10) end`
const LAST_DAY = sql`case length(taken) when 4 then taken || '-12-31' when 7 then taken || '-31' else substr(taken, 1, 10) end`

const isOf = ({ from, to, since, until }: PeriodSought) =>
  sql<boolean>`(taken <> '' and ${LAST_DAY} >= ${from} and ${FIRST_DAY} <= ${to === '' ? '9999' : to}
    or added_at >= ${since ?? 0} and added_at < ${until ?? Number.MAX_SAFE_INTEGER})`

export const countPictures = async (db: Database): Promise<number> => {
  const row = await db
    .selectFrom('pictures')
    .select((s) => s.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** A story that uses a picture. */
export interface PictureUse {
  storyId: string
  published: boolean
}

/** Where a picture is used, each story once. */
export async function readPictureUses(db: Database, pictureId: string): Promise<PictureUse[]> {
  const rows = await db.selectFrom('picture_uses').selectAll().where('picture_id', '=', pictureId).execute()
  const published = new Set(rows.filter(({ shown }) => shown === 'published').map(({ story_id }) => story_id))
  return [...new Set(rows.map(({ story_id }) => story_id))].map((storyId) => ({
    storyId,
    published: published.has(storyId),
  }))
}

/** What else shows it, by the names that its users gave keepPlace. */
export async function readPicturePlaces(db: Database, pictureId: string): Promise<string[]> {
  const rows = await db.selectFrom('picture_places').select('place').where('picture_id', '=', pictureId).execute()
  return rows.map(({ place }) => place).sort()
}

/** What is shown at these places, each by one picture: the pictures by place. */
export async function picturesAtPlaces(db: Database, places: readonly string[]): Promise<Map<string, LibraryPicture>> {
  if (places.length === 0) return new Map()
  const rows = await db
    .selectFrom('picture_places')
    .selectAll()
    .where('place', 'in', [...places])
    .execute()
  const pictures = await readPictures(
    db,
    rows.map(({ picture_id }) => picture_id),
  )
  return new Map(
    rows.flatMap(({ place, picture_id }) => {
      const picture = pictures.get(picture_id)
      return picture ? [[place, picture] as const] : []
    }),
  )
}

/** What a picture is found by. */
export const searchWords = (said: { name: string; caption: string; credit: string; place: string }): string =>
  foldedWords([said.name, said.caption, said.credit, said.place].join(' ')).join(' ')
