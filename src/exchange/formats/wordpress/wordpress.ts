/** WordPress's export (WXR 1.0 to 1.2), of one file or several. */
import { exportItemMessages as m } from '../../../messages/index.ts'
import { type ExportFile, type Format, type Item, type LeftKind, unreadable } from '../../items/index.ts'
import { picturesAmong, type Shelf, shelfOf } from '../kept-pictures.ts'
import { beginningText } from '../paths.ts'
import { type XmlElement, xmlElements } from '../xml/index.ts'
import { commentItems } from './comments.ts'
import { fileItem, libraryOf, type WholeLibrary } from './files.ts'
import { readPhp } from './php.ts'
import { fieldOf, keyOfTerm, metaOf } from './record.ts'
import {
  guestItem,
  type Known,
  nicknameOf,
  nothingKnown,
  personItem,
  readChannel,
  siteItem,
  termItems,
  termOf,
} from './site.ts'
import { keyOfItem, storyItem } from './story.ts'
import { sortOf } from './types.ts'

export const wordpress: Format = {
  name: 'wordpress',
  asks: [],
  recognise: (files) => {
    const exports = files.filter(({ start }) => isExport(beginningText(start))).map(({ name }) => name)
    return exports.length === 0 ? [] : [...exports, ...picturesAmong(files)]
  },
  read: readWordpress,
}

/** A feed that WordPress makes for readers has none of these. */
const isExport = (start: string): boolean =>
  /This is a WordPress eXtended RSS file/.test(start) ||
  (start.includes('<rss') &&
    (/wordpress\.org\/export\//.test(start) || /<wp:(wxr_version|author|category|post_id)\b/.test(start)))

const PICTURE = /\.(jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg)$/i

interface Reading {
  known: Known
  shelf: Shelf
  library(): Promise<WholeLibrary>
}

async function* readWordpress(files: readonly ExportFile[]): AsyncGenerator<Item> {
  const exports = files.filter(({ name }) => !PICTURE.test(name))
  const known = nothingKnown()
  const shelf = shelfOf(files.filter(({ name }) => PICTURE.test(name)))
  let whole: Promise<WholeLibrary> | null = null
  const library = () => {
    whole ??= libraryOf(exports, known.address)
    return whole
  }
  let hasSite = false
  for (const file of exports) {
    let entries = 0
    for await (const element of xmlElements(file, 2)) {
      if (readChannel(element, known, file.name)) continue
      if (!ENTRIES.has(element.name)) continue
      entries++
      if (!hasSite) yield siteItem(known)
      hasSite = true
      yield* itemsOf(element, file.name, { known, shelf, library })
    }
    if (entries === 0) unreadable(m.notThisFormat(file.name))
  }
  yield* shelf.rest()
}

const ENTRIES = new Set(['item', 'wp:author', 'wp:category', 'wp:tag', 'wp:term'])

async function* itemsOf(element: XmlElement, file: string, reading: Reading): AsyncGenerator<Item> {
  const { known, shelf } = reading
  if (element.name === 'wp:author') yield personItem(element, known)
  else if (element.name !== 'item') yield* termItems(element, known, file)
  else {
    const type = fieldOf(element, 'wp:post_type')
    const sort = sortOf(type)
    const meta = metaOf(element, 'wp:postmeta')
    let key: string | null = null
    let why = m.commentOnLeft
    const left = (what: LeftKind, because: string): Item => ({
      kind: 'left',
      what,
      name: fieldOf(element, 'title') || fieldOf(element, 'wp:post_name') || fieldOf(element, 'wp:post_id'),
      why: because,
    })
    if (sort.as === 'left') yield left(sort.what, sort.why)
    else if (sort.as === 'file') {
      why = m.commentOnFile
      yield fileItem(element, known.address, shelf)
    } else if (sort.as === 'person') yield guestItem(element, meta, known)
    else {
      const because = whyNoStory(element, sort.as)
      if (because !== null) yield left('empty', because)
      else {
        key = keyOfItem(element)
        yield* itemsOfStory(element, meta, { ...reading, file, sort: sort.as })
      }
    }
    yield* commentItems(element, {
      key,
      why,
      before: readPhp(meta.get('_wp_trash_meta_comments_status') ?? ''),
      ahead: known.ahead,
    })
  }
}

function whyNoStory(item: XmlElement, sort: 'story' | 'page' | 'unknown'): string | null {
  const isEmpty = fieldOf(item, 'content:encoded') === ''
  const status = fieldOf(item, 'wp:status')
  if (sort === 'unknown') return isEmpty ? m.emptyType : null
  if (status === 'auto-draft') return m.emptyDraft
  const isDraft = !/^(publish|future|private)$/.test(status)
  return isEmpty && isDraft && fieldOf(item, 'title') === '' ? m.emptyDraft : null
}

/** The story, and before it who and what it names that has no record of its own. */
async function* itemsOfStory(
  item: XmlElement,
  meta: ReadonlyMap<string, string>,
  { known, library, file, sort }: Reading & { file: string; sort: 'story' | 'page' | 'unknown' },
): AsyncGenerator<Item> {
  const needsLibrary = /\[(gallery|playlist)\b|<!--\s?wp:(core\/)?block\s/.test(fieldOf(item, 'content:encoded'))
  const whole = needsLibrary ? await library() : null
  const { story, terms, creator } = storyItem(item, meta, {
    sort,
    known,
    library: {
      byId: (id) => whole?.byId(id),
      sharedWords: (id) => whole?.sharedWords(id),
      ofStory: whole?.uploadedTo(fieldOf(item, 'wp:post_id')) ?? [],
    },
  })
  for (const term of terms) if (!known.terms.has(keyOfTerm(term.taxonomy, term.slug))) yield* termOf(term, known, file)
  if (story.authors.includes(creator) && !known.persons.has(nicknameOf(creator))) {
    known.persons.set(nicknameOf(creator), creator)
    yield { kind: 'person', key: creator, name: creator, mail: '', about: '' }
  }
  yield story
}
