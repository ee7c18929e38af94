import { commentExportMessages as m } from '../../../messages/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import {
  type Answers,
  type CommentState,
  type ExportFile,
  type Format,
  type Item,
  unreadable,
} from '../../items/index.ts'
import { eachLine, jsonRecords } from '../json/records.ts'
import { beginningOfJson, startOf } from './beginnings.ts'
import { asFields, type Fields, fieldsIn, listIn, textIn, timeIn } from './fields.ts'
import { commentItem, leftItem, threadItem } from './made.ts'

type Collection = 'comments' | 'stories' | 'users' | 'decisions'

/** Coral's collections, as mongoexport writes them: an object a line, or all in one array. */
export const coral: Format = {
  name: 'coral',
  asks: ['unreviewedWerePublic'],
  recognise(files) {
    const found = files.filter(({ start }) => collectionOf(start) !== null)
    return found.some(({ start }) => collectionOf(start) === 'comments') ? found.map(({ name }) => name) : []
  },
  async *read(files, answers) {
    const by = await byCollection(files)
    if (by.comments.length > 0 && by.stories.length === 0) unreadable(m.coralStories)
    if (by.comments.length > 0 && by.users.length === 0) unreadable(m.coralUsers)
    for (const file of by.stories) yield* threadsIn(file)
    const users = new Map<string, { name: string; mail: string }>()
    for (const file of by.users) yield* usersIn(file, users)
    const reasons = new Map<string, string>()
    for (const file of by.decisions) yield* decisionsIn(file, reasons)
    for (const file of by.comments) yield* commentsIn(file, users, reasons, answers)
  },
}

function collectionOf(start: Uint8Array): Collection | null {
  const { names } = beginningOfJson(start)
  const has = (...all: string[]) => all.every((name) => names.has(name))
  if (has('revisions', 'storyID', 'status')) return 'comments'
  if (has('tenantID', 'commentID', 'moderatorID')) return 'decisions'
  if (has('tenantID', 'profiles') || has('tenantID', 'username', 'role')) return 'users'
  return has('tenantID', 'url', 'settings') || has('tenantID', 'url', 'commentCounts') ? 'stories' : null
}

async function byCollection(files: readonly ExportFile[]): Promise<Record<Collection, ExportFile[]>> {
  const by: Record<Collection, ExportFile[]> = { comments: [], stories: [], users: [], decisions: [] }
  for (const file of files) {
    const collection = collectionOf(await startOf(file))
    if (collection !== null) by[collection].push(file)
  }
  return by
}

async function* threadsIn(file: ExportFile): AsyncGenerator<Item> {
  for await (const { fields } of jsonRecords(file, eachLine)) {
    const id = textIn(fields, 'id')
    const address = textIn(fields, 'url')
    yield threadItem({
      key: id,
      // Sites that gave Coral their own numbers for stories gave them here.
      identifiers: [id],
      addresses: address ? [address] : [],
      title: textIn(fieldsIn(fields, 'metadata'), 'title'),
      closed: timeIn(fields.closedAt) !== null,
    })
  }
}

async function* usersIn(file: ExportFile, users: Map<string, { name: string; mail: string }>): AsyncGenerator<Item> {
  for await (const { fields } of jsonRecords(file, eachLine)) {
    const name = textIn(fields, 'username')
    users.set(textIn(fields, 'id'), { name, mail: textIn(fields, 'email') })
    const isBanned = fieldsIn(fieldsIn(fields, 'status'), 'ban').active === true
    yield isBanned ? leftItem('account', name, m.blocks) : leftItem('account', name, m.accounts)
  }
}

/** Moderators' steps: the last one on a comment says why it was rejected. */
async function* decisionsIn(file: ExportFile, reasons: Map<string, string>): AsyncGenerator<Item> {
  for await (const { fields } of jsonRecords(file, eachLine)) {
    const code = textIn(fieldsIn(fields, 'rejectionReason'), 'code')
    if (code) reasons.set(textIn(fields, 'commentID'), code)
    yield leftItem('decision', textIn(fields, 'id'), m.decisions)
  }
}

async function* commentsIn(
  file: ExportFile,
  users: ReadonlyMap<string, { name: string; mail: string }>,
  reasons: ReadonlyMap<string, string>,
  answers: Answers,
): AsyncGenerator<Item> {
  for await (const { fields } of jsonRecords(file, eachLine)) {
    const author = users.get(textIn(fields, 'authorID'))
    const key = textIn(fields, 'id')
    const revisions = listIn(fields, 'revisions').map(asFields)
    const reason = textIn(fieldsIn(fields, 'rejectionReason'), 'code') || (reasons.get(key) ?? '')
    const state = stateOf(fields, reason, answers)
    yield commentItem({
      key,
      of: textIn(fields, 'storyID'),
      parent: textIn(fields, 'parentID') || directParent(fields),
      state,
      name: author?.name ?? '',
      mail: author?.mail ?? '',
      text: wordsOf(revisions.at(-1)),
      earlier: revisions.slice(0, -1).map((one) => ({ text: wordsOf(one), at: timeIn(one.createdAt) })),
      at: timeIn(fields.createdAt),
      reason: state === 'rejected' || state === 'spam' ? reason : '',
    })
  }
}

function directParent(fields: Fields): string {
  const [first] = listIn(fields, 'ancestorIDs')
  return typeof first === 'string' ? first : ''
}

/** A picture or film beside the words is kept as its address. */
function wordsOf(revision: Fields | undefined): string {
  if (revision === undefined) return ''
  const address = textIn(fieldsIn(revision, 'media'), 'url')
  return [plainTextOfHtml(textIn(revision, 'body')), address].filter(Boolean).join('\n\n')
}

function stateOf(fields: Fields, reason: string, answers: Answers): CommentState {
  if (timeIn(fields.deletedAt) !== null) return 'gone'
  switch (fields.status) {
    case 'APPROVED':
      return 'approved'
    case 'REJECTED':
      return reason === 'SPAM' ? 'spam' : 'rejected'
    // Shown at once where stories were moderated afterwards, and never where before.
    case 'NONE':
      return answers.unreviewedWerePublic === true ? 'approved' : 'held'
    default:
      return 'held'
  }
}
