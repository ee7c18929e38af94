/** Ghost's export: one JSON file of its tables. */
import { exportFileMessages, ghostMessages as m } from '../../../messages/index.ts'
import type { ExportFile, Format, Item, Key, LeftKind } from '../../items/index.ts'
import { unreadable } from '../../items/index.ts'
import { jsonRecords } from '../json/records.ts'
import { fieldText, type Row } from '../json/row-values.ts'
import { textOfFile } from '../xml/decode.ts'
import { storyOfPost } from './post.ts'
import { isRedirectFile, redirectsOf } from './redirects.ts'

/** Tables of what editors made that has no place here. All others are Ghost's own machinery. */
const NOT_TAKEN = new Map<string, LeftKind>([
  ['snippets', 'reusable'],
  ['newsletters', 'setting'],
  ['products', 'shop'],
  ['offers', 'shop'],
  ['collections', 'sorting'],
  ['members', 'account'],
  ['subscribers', 'account'],
])

/** Of what stands in the lists that are members of "data", wherever that is. */
const isRowOfTable = (path: readonly string[]) => path.at(-1) === '' && path.at(-3) === 'data' && path.length <= 5

export const ghost: Format = {
  name: 'ghost',
  recognise(files) {
    const starts = files.map(({ name, start }) => ({ name, text: new TextDecoder().decode(start) }))
    const exports = starts.filter(({ text }) => isExport(text))
    if (exports.length === 0) return []
    return [...exports, ...starts.filter(({ text }) => isRedirectFile(text))].map(({ name }) => name)
  },
  asks: ['siteAddress'],
  async *read(files, answers) {
    const site = (answers.siteAddress ?? '').replace(/\/$/, '')
    for (const file of files) {
      const start = await startOf(file)
      if (isRedirectFile(start))
        yield* redirectsOf(await wholeOf(file)) ?? unreadable(exportFileMessages.notJson(file.name))
      else yield* itemsOf(file, site)
    }
  },
}

/** It begins with its database, or with what it says of itself and then that. */
const isExport = (start: string): boolean =>
  /^\s*\{\s*"(?:db|meta|data)"\s*:/.test(start) &&
  /"(?:exported_on|posts_authors|posts_tags|posts_meta|posts|tags|users|settings)"\s*:/.test(start) &&
  !/"(?:commentHex|commenters)"\s*:/.test(start)

interface Around {
  settings: Map<string, string>
  /** By the post's id. */
  meta: Map<string, Row>
  tags: Map<string, { key: Key; order: number }[]>
  authors: Map<string, { key: Key; order: number }[]>
  hidden: Set<Key>
}

async function* itemsOf(file: ExportFile, site: string): AsyncGenerator<Item> {
  const around = await readAround(file)
  const { settings } = around
  yield {
    kind: 'site',
    name: settings.get('title') ?? '',
    tagline: settings.get('description') ?? '',
    address: site,
    language: settings.get('locale') ?? settings.get('lang') ?? '',
    timeZone: settings.get('timezone') ?? settings.get('active_timezone') ?? '',
  }
  const sections = sectionsIn(settings.get('navigation') ?? '')
  for await (const { path, fields } of jsonRecords(file, isRowOfTable)) {
    const item = itemOf(path.at(-2) ?? '', fields, around, sections, site)
    if (item) yield item
  }
}

function itemOf(table: string, row: Row, around: Around, sections: ReadonlySet<string>, site: string): Item | null {
  const key = fieldText(row, 'id')
  if (table === 'posts') {
    const inOrder = (map: Around['tags']) =>
      (map.get(key) ?? []).sort((a, b) => a.order - b.order).map((one) => one.key)
    const authors = inOrder(around.authors)
    const author = fieldText(row, 'author_id')
    return storyOfPost(row, {
      meta: around.meta.get(key) ?? {},
      authors: authors.length > 0 || author === '' ? authors : [author],
      tags: inOrder(around.tags).filter((tag) => !around.hidden.has(tag)),
      site,
    })
  }
  if (table === 'users')
    return {
      kind: 'person',
      key,
      name: fieldText(row, 'name'),
      mail: fieldText(row, 'email'),
      about: fieldText(row, 'bio'),
    }
  if (table === 'tags') {
    const [name, slug] = [fieldText(row, 'name'), fieldText(row, 'slug')]
    if (around.hidden.has(key)) return { kind: 'left', what: 'sorting', name, why: m.internalTag }
    return { kind: 'term', key, as: sections.has(slug) ? 'section' : 'topic', name, slug, within: null }
  }
  const what = NOT_TAKEN.get(table)
  if (what === undefined) return null
  return { kind: 'left', what, name: fieldText(row, 'name') || fieldText(row, 'email') || key, why: m.notAStory }
}

/** What has to be known before the first post, wherever in the file it stands: how rows belong together. */
async function readAround(file: ExportFile): Promise<Around> {
  const around: Around = {
    settings: new Map(),
    meta: new Map(),
    tags: new Map(),
    authors: new Map(),
    hidden: new Set(),
  }
  const put = (map: Around['tags'], row: Row, name: string) => {
    const post = fieldText(row, 'post_id')
    const all = map.get(post) ?? []
    all.push({ key: fieldText(row, name), order: Number(row.sort_order) || 0 })
    map.set(post, all)
  }
  for await (const { path, fields: row } of jsonRecords(file, isRowOfTable)) {
    const table = path.at(-2)
    if (table === 'posts_tags') put(around.tags, row, 'tag_id')
    else if (table === 'posts_authors') put(around.authors, row, 'author_id')
    else if (table === 'posts_meta') around.meta.set(fieldText(row, 'post_id'), row)
    else if (table === 'settings') around.settings.set(fieldText(row, 'key'), fieldText(row, 'value'))
    else if (table === 'tags' && isInternal(row)) around.hidden.add(fieldText(row, 'id'))
  }
  return around
}

const isInternal = (tag: Row): boolean =>
  fieldText(tag, 'visibility') === 'internal' || fieldText(tag, 'name').startsWith('#')

/** The tags that the site's menu leads to are its sections: Ghost itself has none. */
function sectionsIn(navigation: string): Set<string> {
  const slugs = [...navigation.matchAll(/\/tag\/([^/"\\]{1,200})/g)].map(([, slug = '']) => slug)
  return new Set(slugs)
}

async function startOf(file: ExportFile): Promise<string> {
  for await (const text of textOfFile(file)) return text
  return ''
}

/** More than any site's list of redirects. */
const LONGEST_LIST = 4 * 1024 * 1024

async function wholeOf(file: ExportFile): Promise<string> {
  let whole = ''
  for await (const text of textOfFile(file)) {
    whole += text
    if (whole.length > LONGEST_LIST) break
  }
  return whole
}
