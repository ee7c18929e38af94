import { commentExportMessages as m } from '../../../messages/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import type { CommentState, ExportFile, Format, Item } from '../../items/index.ts'
import { eachMember, jsonRecords } from '../json/records.ts'
import { beginningOfJson } from './beginnings.ts'
import { type Fields, textIn, timeIn } from './fields.ts'
import { commentItem, leftItem, threadItem } from './made.ts'

/** Commento's export, and Comentario's before its version 3: comments and commenters in one object. */
export const commento: Format = {
  name: 'commento',
  asks: [],
  recognise: (files) =>
    files
      .filter(({ start }) => {
        const { isObject, names } = beginningOfJson(start)
        return isObject && (names.has('commentHex') || names.has('commenterHex') || hasNoComments(names))
      })
      .map(({ name }) => name),
  async *read(files) {
    for (const file of files) yield* itemsOf(file)
  },
}

/** What is left of the format where nobody ever commented. */
const hasNoComments = (names: ReadonlySet<string>) =>
  names.has('version') && names.has('comments') && names.has('commenters') && !names.has('pages')

async function* itemsOf(file: ExportFile): AsyncGenerator<Item> {
  const commenters = new Map<string, { name: string; mail: string }>()
  // They stand behind the comments that name them.
  for await (const { path, fields } of jsonRecords(file, eachMember)) {
    if (path[0] !== 'commenters') continue
    const name = textIn(fields, 'name')
    commenters.set(textIn(fields, 'commenterHex'), { name, mail: textIn(fields, 'email') })
    yield leftItem('account', name, m.accounts)
  }
  const known = new Set<string>()
  for await (const { path, fields } of jsonRecords(file, eachMember)) {
    if (path[0] !== 'comments') continue
    const address = addressOf(fields)
    if (address && !known.has(address)) {
      known.add(address)
      yield threadItem({ key: address, addresses: [address] })
    }
    const author = commenters.get(textIn(fields, 'commenterHex'))
    const parent = textIn(fields, 'parentHex')
    yield commentItem({
      key: textIn(fields, 'commentHex'),
      of: address,
      parent: parent === 'root' ? '' : parent,
      state: stateOf(fields),
      name: author?.name ?? '',
      mail: author?.mail ?? '',
      text: plainTextOfHtml(textIn(fields, 'html')) || textIn(fields, 'markdown'),
      at: timeIn(fields.creationDate),
    })
  }
}

/** Commento has a domain and a path that it calls url, Comentario a host and a path. */
function addressOf(fields: Fields): string {
  const path = textIn(fields, 'path') || textIn(fields, 'url')
  if (path.includes('://')) return path
  const host = textIn(fields, 'domain') || textIn(fields, 'host')
  if (host === '' && path === '') return ''
  return `${host ? `https://${host}` : ''}${path.startsWith('/') ? '' : '/'}${path}`
}

function stateOf(fields: Fields): CommentState {
  if (fields.deleted === true || textIn(fields, 'markdown') === '[deleted]') return 'gone'
  return fields.state === 'approved' ? 'approved' : 'held'
}
