import { commentExportMessages as m } from '../../../messages/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import type { CommentState, ExportFile, Format, Item } from '../../items/index.ts'
import { childOf, elementText, type XmlElement, xmlElements } from '../xml/elements.ts'
import { timeIn } from './fields.ts'
import { commentItem, leftItem, threadItem } from './made.ts'

/** Disqus's export: categories, threads and posts in one XML file. */
export const disqus: Format = {
  name: 'disqus',
  asks: [],
  recognise: (files) =>
    files.filter(({ start }) => /<disqus[\s>]/.test(Buffer.from(start).toString('latin1'))).map(({ name }) => name),
  async *read(files) {
    const deleted = new Set<string>()
    for (const file of files) {
      for await (const element of xmlElements(fromFirstTag(file), 1)) yield itemOf(element, deleted)
    }
  },
}

const LESS_THAN = 0x3c
/** Characters that an editor or a script may have left there. */
const MOST_BEFORE = 16

/** The same file without what stands before its first tag: some tools leave a mark or two there. */
function fromFirstTag(file: ExportFile): ExportFile {
  return {
    ...file,
    async *open() {
      let isFirst = true
      for await (const chunk of file.open()) {
        const from = isFirst ? chunk.subarray(0, MOST_BEFORE).indexOf(LESS_THAN) : 0
        isFirst = false
        yield from > 0 ? chunk.subarray(from) : chunk
      }
    },
  }
}

/** @param deleted the threads that were deleted, which stand before their posts */
function itemOf(element: XmlElement, deleted: Set<string>): Item {
  const key = idOf(element)
  const said = (name: string) => elementText(childOf(element, name))
  if (element.name === 'category') return leftItem('sorting', said('title'), m.categories)
  if (element.name === 'thread') {
    if (said('isDeleted') === 'true') deleted.add(key)
    return threadItem({
      key,
      identifiers: [said('id')].filter(Boolean),
      addresses: [said('link')].filter(Boolean),
      title: said('title'),
      closed: said('isClosed') === 'true',
    })
  }
  if (element.name !== 'post') return leftItem('other', said('title') || said('name') || key, m.unknown)
  const author = childOf(element, 'author')
  const thread = idOf(childOf(element, 'thread'))
  const ownNumber = said('id')
  return commentItem({
    // Some have lost their number; what stands as `id` in their place is another service's.
    key: key || (ownNumber && `id ${ownNumber}`),
    of: thread,
    parent: idOf(childOf(element, 'parent')),
    state: deleted.has(thread) ? 'gone' : stateOf(said),
    name: author === null ? '' : elementText(childOf(author, 'name')),
    mail: author === null ? '' : elementText(childOf(author, 'email')),
    text: plainTextOfHtml(said('message')),
    at: timeIn(said('createdAt')),
  })
}

/** The number that Disqus knows it by, whatever prefix the file has for it; without the slash that an unquoted one ends with. */
function idOf(element: XmlElement | null): string {
  const [, id = ''] = Object.entries(element?.attributes ?? {}).find(([name]) => name.endsWith(':id')) ?? []
  return id.endsWith('/') ? id.slice(0, -1) : id
}

/** Disqus does not say whether somebody had looked; only "true" and "false" are taken at their word. */
function stateOf(said: (name: string) => string): CommentState {
  const isOneOf = (name: string, ...values: string[]) => values.includes(said(name).toLowerCase())
  if (isOneOf('isDeleted', 'true')) return 'gone'
  if (isOneOf('isSpam', 'true')) return 'spam'
  const isPlain = isOneOf('isDeleted', '', 'false') && isOneOf('isSpam', '', 'false')
  return isPlain && !isOneOf('isApproved', 'false') ? 'approved' : 'held'
}
