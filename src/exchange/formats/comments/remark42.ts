import { commentExportMessages as m } from '../../../messages/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import type { CommentState, ExportFile, Format, Item } from '../../items/index.ts'
import { eachLine, jsonRecords } from '../json/records.ts'
import { beginningOfJson } from './beginnings.ts'
import { asFields, type Fields, fieldsIn, listIn, textIn, timeIn } from './fields.ts'
import { commentItem, leftItem, threadItem } from './made.ts'

/** Remark42's backup: a line on people and pages, then a comment a line. */
export const remark42: Format = {
  name: 'remark42',
  asks: [],
  recognise: (files) =>
    files
      .filter(({ start }) => {
        const { isObject, head, names } = beginningOfJson(start)
        const isComment = names.has('locator') && names.has('pid') && names.has('orig')
        return isObject && (isComment || /^\{"version":\d+,"users":/.test(head))
      })
      .map(({ name }) => name),
  async *read(files) {
    for (const file of files) yield* itemsOf(file)
  },
}

async function* itemsOf(file: ExportFile): AsyncGenerator<Item> {
  const blocked = new Set<string>()
  const known = new Set<string>()
  for await (const { fields } of jsonRecords(file, eachLine)) {
    if ('version' in fields && !('locator' in fields)) {
      for (const user of listIn(fields, 'users').map(asFields)) {
        const id = textIn(user, 'id')
        const isBlocked = fieldsIn(user, 'blocked').status === true
        if (isBlocked) blocked.add(id)
        yield isBlocked ? leftItem('account', id, m.blocks) : leftItem('account', id, m.accounts)
      }
      for (const post of listIn(fields, 'posts').map(asFields)) {
        const address = textIn(post, 'url')
        if (address === '' || known.has(address)) continue
        known.add(address)
        yield threadItem({ key: address, addresses: [address], closed: post.read_only === true })
      }
      continue
    }
    const address = textIn(fieldsIn(fields, 'locator'), 'url')
    if (address && !known.has(address)) {
      known.add(address)
      yield threadItem({ key: address, addresses: [address], title: textIn(fields, 'title') })
    }
    const user = fieldsIn(fields, 'user')
    const isBlocked = blocked.has(textIn(user, 'id'))
    yield commentItem({
      key: textIn(fields, 'id'),
      of: address,
      parent: textIn(fields, 'pid'),
      state: stateOf(fields, isBlocked),
      name: textIn(user, 'name'),
      mail: textIn(user, 'email'),
      text: plainTextOfHtml(textIn(fields, 'text')) || textIn(fields, 'orig'),
      at: timeIn(fields.time),
      reason: isBlocked ? BLOCKED : '',
    })
  }
}

const BLOCKED = 'blocked'

/** Remark42 shows what comes in at once, until it is deleted or its author blocked. */
function stateOf(fields: Fields, isBlocked: boolean): CommentState {
  if (fields.delete === true) return 'gone'
  return isBlocked ? 'rejected' : 'approved'
}
