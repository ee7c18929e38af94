/** Every address that takes a text of any length, the most it takes, and how it is sent. Used by hostile.ts. */
import type { Ask, Asker } from './_asking.ts'

/** What is there to send a text to. */
export interface Places {
  /** A story's address. */
  story: string
  comments: string
  staff: Record<string, string>
  /** A draft's address in the newsroom. */
  draft: string
  /** An approved comment's receipt, its id, and the words that stand there. */
  receipt: string
  comment: string
  revision: string
}

interface TextAddress {
  name: string
  /** The most that is read, in bytes; what is larger is refused by its size alone. */
  size: number
  ask(places: Places, text: string): Ask
}

const KB = 1024
const FORM = 256 * KB - 200
const PAGE = 8 * KB * KB - 200

const post = (path: string, body: string, headers: Record<string, string> = {}): Ask => ({
  method: 'POST',
  path,
  body,
  headers,
})

/** An address of the newsroom's, with what else its form has. */
const inNewsroom = (name: string, size: number, place: (places: Places) => string, form: string): TextAddress => ({
  name: `POST ${name}`,
  size,
  ask: (places, text) => post(place(places), `${form}${text}`, places.staff),
})

export const TEXT_ADDRESSES: readonly TextAddress[] = [
  {
    name: 'POST /…/comments',
    size: FORM,
    ask: ({ comments }, text) => post(comments, `name=A&mail=&comment=${text}`),
  },
  {
    name: 'POST /…/comments, its name',
    size: FORM,
    ask: ({ comments }, text) => post(comments, `comment=a&mail=&name=${text}`),
  },
  {
    name: 'POST /…/comments, its address',
    size: FORM,
    ask: ({ comments }, text) => post(comments, `comment=a&name=a&mail=${text}`),
  },
  { name: 'POST /form-proof', size: FORM, ask: (_, text) => post('/form-proof', `story=${text}`) },
  {
    name: 'POST /receipts/:key/edit',
    size: FORM,
    ask: ({ receipt }, text) => post(`${receipt}/edit`, `comment=${text}`),
  },
  {
    name: 'POST /report/:comment',
    size: FORM,
    ask: ({ comment, revision }, text) =>
      post(`/report/${comment}`, `revision=${revision}&ground=rule+attack&name=a&mail=&words=${text}`),
  },
  {
    name: 'POST /receipts/:key/appeal/:decision',
    size: FORM,
    ask: ({ receipt, comment }, text) => post(`${receipt}/appeal/${comment}`, `words=${text}`),
  },
  {
    name: 'POST /newsroom/sign-in/password',
    size: 64 * KB - 200,
    ask: (_, text) => post('/newsroom/sign-in/password', `password=a&name=${text}`),
  },
  {
    name: 'POST /newsroom/paste, signed out',
    size: 2 * KB * KB - 200,
    ask: (_, text) => post('/newsroom/paste', `page=${text}`),
  },
  { name: 'POST /account/link', size: 64 * KB - 200, ask: (_, text) => post('/account/link', `mail=${text}`) },
  {
    name: 'GET /said',
    size: 12 * KB,
    ask: (_, text) => ({ path: `/said?about=${text}&speaker=${text.slice(0, KB)}` }),
  },
  { name: 'GET /api/statements', size: 12 * KB, ask: (_, text) => ({ path: `/api/statements?about=${text}` }) },
  {
    name: 'X-Forwarded-For, Cookie',
    size: 4 * KB,
    ask: ({ story }, text) => ({
      path: `${story}/reply/a`,
      headers: { 'x-forwarded-for': text, cookie: `a=${text}`, 'accept-encoding': text },
    }),
  },
  inNewsroom(
    '/newsroom/review/rules',
    KB * KB - 200,
    () => '/newsroom/review/rules',
    'name=a&kind=words&effect=label&words=',
  ),
  inNewsroom('/newsroom/review/reasons', 64 * KB - 200, () => '/newsroom/review/reasons', 'title='),
  inNewsroom(
    '/newsroom/comments/:id/ban',
    16 * KB - 200,
    ({ comment }) => `/newsroom/comments/${comment}/ban`,
    'sentence=',
  ),
  inNewsroom('/newsroom/settings', 64 * KB - 200, () => '/newsroom/settings', 'name='),
  inNewsroom('/newsroom/stories/:id, its byline', PAGE, ({ draft }) => draft, 'base=1&headline=a&body=a&byline='),
  inNewsroom('/newsroom/stories/:id', PAGE, ({ draft }) => draft, 'base=1&headline=a&body='),
  inNewsroom('/newsroom/stories/:id, 190,000 of body', 190 * KB, ({ draft }) => draft, 'base=1&headline=a&body='),
  inNewsroom('/newsroom/paste', PAGE, () => '/newsroom/paste', 'page='),
]

/** A comment from form to page: what can be reported, edited and appealed. */
export async function approvedComment(
  asker: Asker,
  story: string,
  staff: Record<string, string>,
  writer: Record<string, string>,
): Promise<Pick<Places, 'receipt' | 'comment' | 'revision'>> {
  const words = 'name=Ada&mail=&comment=The+ferry+was+late.'
  const { headers } = await asker.ask(post(`${story}/comments`, words, writer))
  const receipt = String(headers.location)
  const queue = await asker.ask({ path: '/newsroom/review', headers: staff })
  const revision = /name="revision" value="([0-9a-z]{26})"/.exec(queue.body)?.[1]
  if (!/^\/receipts\//.test(receipt) || !revision)
    throw new Error('The comment to try reports and edits on was not taken.')
  const approved = await asker.ask(post('/newsroom/review/decide', `revision=${revision}&action=approve`, staff))
  if (approved.status !== 303) throw new Error(`The comment was not approved: ${approved.status}.`)
  return { receipt, comment: receipt.slice('/receipts/'.length, '/receipts/'.length + 26), revision }
}
