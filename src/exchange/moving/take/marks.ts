/** By what stories and the threads of services for comments know one another: identifier, address, title. */
import type { Database, Transaction } from '../../../store/index.ts'
import { findStory } from '../../../story/index.ts'
import { foldedWords, normalForm, readUrl } from '../../../text/index.ts'
import type { StoryItem, ThreadItem } from '../../items/index.ts'

/** PostgreSQL keeps no longer key in an index; in UTF-16 code units. */
const LONGEST_MARK = 500
const INDEX_FILE = /\/index\.(?:html?|php)$/

interface Mark {
  kind: 'identifier' | 'address' | 'title'
  mark: string
}

/** An address without scheme, host and fragment, and without its query where `bare`; empty for the front page. */
export function addressMark(address: string, { bare }: { bare: boolean }): string {
  const url = /^https?:/i.test(address) ? readUrl(address) : null
  const whole = url ? url.pathname + url.search : address
  const [path = '', query = ''] = splitAt(whole.split('#', 1)[0] as string, '?')
  const plain = withoutSlashes(withoutSlashes(plainOf(path).toLowerCase()).replace(INDEX_FILE, ''))
  const mark = bare || query === '' ? plain : `${plain}?${plainOf(query)}`
  return mark.slice(0, LONGEST_MARK)
}

const splitAt = (text: string, sign: string): [string, string] => {
  const at = text.indexOf(sign)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function plainOf(part: string): string {
  try {
    return normalForm(decodeURIComponent(part), 'NFC')
  } catch {
    return part
  }
}

function withoutSlashes(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end -= 1
  return path.slice(0, end)
}

const titleMark = (title: string): string => foldedWords(title.slice(0, LONGEST_MARK)).join(' ').slice(0, LONGEST_MARK)

/** What threads may know a story by. */
function storyMarks(story: StoryItem): Mark[] {
  const marks: Mark[] = [
    ...story.identifiers.map((mark) => ({ kind: 'identifier' as const, mark: mark.slice(0, LONGEST_MARK) })),
    ...story.addresses.flatMap((address) => [
      { kind: 'address' as const, mark: addressMark(address, { bare: false }) },
      // A query alone names the story; without it the front page would be its address.
      { kind: 'address' as const, mark: addressMark(address, { bare: true }) },
    ]),
    { kind: 'title', mark: titleMark(story.headline) },
  ]
  return [...new Map(marks.filter(({ mark }) => mark !== '').map((one) => [`${one.kind} ${one.mark}`, one])).values()]
}

export async function keepMarks(tx: Transaction, stories: readonly { id: string; item: StoryItem }[]): Promise<void> {
  const rows = stories.flatMap(({ id, item }) => storyMarks(item).map((mark) => ({ ...mark, story_id: id })))
  if (rows.length === 0) return
  await tx.rows
    .insertInto('import_marks')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The story that a thread is of: by identifier, then by address, then by title where that is one story's alone. */
export async function storyOfThread(db: Database, thread: ThreadItem): Promise<string | null> {
  for (const mark of thread.identifiers) {
    const [id] = await storiesMarked(db, 'identifier', mark.slice(0, LONGEST_MARK))
    if (id !== undefined) return id
  }
  for (const address of thread.addresses) {
    const marks = [addressMark(address, { bare: false }), addressMark(address, { bare: true })]
    for (const mark of new Set(marks)) {
      const [id] = mark === '' ? [] : await storiesMarked(db, 'address', mark)
      if (id !== undefined) return id
    }
    const path = addressMark(address, { bare: true })
    const own = path === '' ? null : await findStory(db, path)
    if (own?.path === path) return own.id
  }
  const title = titleMark(thread.title)
  const titled = title === '' ? [] : await storiesMarked(db, 'title', title)
  return titled.length === 1 ? (titled[0] as string) : null
}

async function storiesMarked(db: Database, kind: Mark['kind'], mark: string): Promise<string[]> {
  const rows = await db
    .selectFrom('import_marks')
    .select('story_id')
    .where('kind', '=', kind)
    .where('mark', '=', mark)
    .orderBy('story_id')
    .limit(2)
    .execute()
  return rows.map(({ story_id }) => story_id)
}

/** The story at one of the old addresses; null where none of an import had it. */
export async function storyAt(db: Database, address: string): Promise<string | null> {
  const mark = addressMark(address, { bare: false })
  return mark === '' ? null : ((await storiesMarked(db, 'address', mark))[0] ?? null)
}
