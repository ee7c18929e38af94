import { commentExportMessages as m } from '../../../messages/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import type { CommentState, ExportFile, Format, Item } from '../../items/index.ts'
import { eachMember, jsonRecords } from '../json/records.ts'
import { beginningOfJson } from './beginnings.ts'
import { type Fields, textIn, timeIn } from './fields.ts'
import { commentItem, leftItem, threadItem } from './made.ts'

/** Comentario's export since its version 3: pages, comments and commenters in one object. */
export const comentario: Format = {
  name: 'comentario',
  asks: [],
  recognise: (files) =>
    files
      .filter(({ start }) => {
        const { head, names } = beginningOfJson(start)
        return head.startsWith('{"version":3,') && (names.has('pages') || names.has('comments'))
      })
      .map(({ name }) => name),
  async *read(files) {
    for (const file of files) yield* itemsOf(file)
  },
}

async function* itemsOf(file: ExportFile): AsyncGenerator<Item> {
  const commenters = new Map<string, { name: string; mail: string }>()
  // What comments name stands before and behind them.
  for await (const { path, fields } of jsonRecords(file, eachMember)) {
    const id = textIn(fields, 'id')
    if (path[0] === 'pages') {
      yield threadItem({
        key: id,
        addresses: [textIn(fields, 'path')].filter(Boolean),
        title: textIn(fields, 'title'),
        closed: fields.isReadonly === true,
      })
    } else if (path[0] === 'commenters') {
      const name = textIn(fields, 'name')
      commenters.set(id, { name, mail: textIn(fields, 'email') })
      yield leftItem('account', name, m.accounts)
    }
  }
  for await (const { path, fields } of jsonRecords(file, eachMember)) {
    if (path[0] !== 'comments') continue
    const author = commenters.get(textIn(fields, 'userCreated'))
    yield commentItem({
      key: textIn(fields, 'id'),
      of: textIn(fields, 'pageId'),
      parent: textIn(fields, 'parentId'),
      state: stateOf(fields),
      // Who had no account gave a name with the comment.
      name: textIn(fields, 'authorName') || (author?.name ?? ''),
      mail: author?.mail ?? '',
      text: plainTextOfHtml(textIn(fields, 'html')) || textIn(fields, 'markdown'),
      at: timeIn(fields.createdTime),
    })
  }
}

function stateOf(fields: Fields): CommentState {
  if (fields.isDeleted === true) return 'gone'
  if (fields.isPending === true) return 'held'
  if (fields.isApproved === true) return 'approved'
  return fields.isApproved === false ? 'rejected' : 'held'
}
