/** Substack's export: a list of posts, and a file for the words of each. */
import { pageExportMessages as m } from '../../../messages/index.ts'
import { beginningOf, escapedHtml } from '../../../text/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import type { ExportFile, Format, Item, StoryItem, StoryState } from '../../items/index.ts'
import { csvRows } from '../csv/rows.ts'
import { momentOfText } from '../json/row-values.ts'
import { wholeText } from '../whole-text.ts'

const LIST = /^\ufeff?"?post_id"?,"?post_date"?,/
/** Of what is left, the beginning that is repeated. */
const REPEATED = 200

export const substack: Format = {
  name: 'substack',
  recognise(files) {
    const lists = files.filter(({ start }) => LIST.test(new TextDecoder().decode(start.subarray(0, 200))))
    if (lists.length === 0) return []
    const folders = lists.map(({ name }) => `${name.slice(0, name.lastIndexOf('/') + 1)}posts/`)
    const words = files.filter(
      ({ name }) => name.endsWith('.html') && folders.some((folder) => name.startsWith(folder)),
    )
    return [...lists, ...words].map(({ name }) => name)
  },
  asks: [],
  async *read(files) {
    const words = new Map(
      files.flatMap((file) => (file.name.endsWith('.html') ? [[idOf(file.name), file] as const] : [])),
    )
    for (const list of files) {
      if (list.name.endsWith('.html')) continue
      for await (const row of csvRows(list, ['post_id', 'post_date', 'is_published', 'type', 'audience', 'title'])) {
        const id = row.post_id ?? ''
        const file = words.get(id)
        words.delete(id)
        yield await itemOf(row, file)
      }
    }
    for (const [id, file] of words) yield { ...(await storyOf({ post_id: id }, file)), state: 'draft' as const }
  },
}

/** What the list calls it: "123401.a-slug". */
const idOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1).replace(/\.html$/, '')

async function itemOf(row: Readonly<Record<string, string>>, file: ExportFile | undefined): Promise<Item> {
  if (row.type === 'thread')
    return { kind: 'left', what: 'thread', name: plainTextOfHtml(row.title ?? ''), why: m.thread }
  return storyOf(row, file)
}

const TYPES = new Set(['newsletter', 'podcast', 'video', 'page', 'adhoc_email', 'restack'])

async function storyOf(row: Readonly<Record<string, string>>, file: ExportFile | undefined): Promise<StoryItem> {
  const { post_id: id = '', type = '', podcast_url: podcast = '', title = '' } = row
  const dot = id.indexOf('.')
  const [number, slug] = dot < 0 ? [id, ''] : [id.slice(0, dot), id.slice(dot + 1)]
  const words = file === undefined ? '' : await wholeText(file)
  const state = stateOf(row)
  const left: string[] = []
  if (row.type === undefined) left.push(m.noRow)
  else if (!TYPES.has(type)) left.push(m.unknownType(type))
  if (file === undefined) left.push(m.noFile)
  if (words === null) left.push(m.tooLarge)
  const sound = podcast === '' ? '' : `<audio src="${escapedHtml(podcast)}"></audio>`
  const html = `${sound}${beforeWall(words ?? '', state, left)}`
  const date = momentOfText(row.post_date ?? '')
  return {
    kind: 'story',
    key: number,
    isPage: type === 'page',
    state,
    headline: plainTextOfHtml(title).replace(/\s+/g, ' ') || slug.replaceAll('-', ' '),
    standfirst: plainTextOfHtml(row.subtitle ?? ''),
    html,
    authors: [],
    names: [],
    terms: [],
    publishedAt: state === 'draft' ? null : date,
    updatedAt: null,
    addresses: slug === '' || state === 'draft' ? [] : [`/p/${slug}`],
    identifiers: [number, slug].filter(Boolean),
    picture: null,
    commentsOpen: true,
    language: '',
    searchHeadline: '',
    left,
  }
}

/** What was not for everyone is kept from everyone, as is what is of a type that is not known. */
function stateOf({
  is_published: isPublished = '',
  audience = '',
  type = '',
}: Readonly<Record<string, string>>): StoryState {
  if (isPublished.toLowerCase() !== 'true') return 'draft'
  return audience === 'everyone' && TYPES.has(type) && type !== 'adhoc_email' && type !== 'restack'
    ? 'public'
    : 'private'
}

/** A public post shows what stands before the paywall. */
function beforeWall(html: string, state: StoryState, left: string[]): string {
  const at = html.search(/<div[^<>]{0,200}class="paywall/)
  if (at < 0 || state !== 'public') return html
  const behind = plainTextOfHtml(html.slice(at))
  if (behind !== '') left.push(m.behindWall(beginningOf(behind, REPEATED)))
  return html.slice(0, at)
}
