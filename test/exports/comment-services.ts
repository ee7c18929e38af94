/** Exports of comment services, written from their formats' rules: any number of pages and comments, with planted traps. */
import Database from 'better-sqlite3'

export interface Made {
  pages: number
  /** On each page. */
  comments: number
}

const START = Date.UTC(2019, 4, 1, 9, 30)
const MINUTE = 60_000

/** What comment number `n` of page number `page` is like, the same for every service. */
export function madeComment(page: number, n: number) {
  return {
    name: `Reader ${(page * 7 + n) % 90}`,
    mail: `reader${(page * 7 + n) % 90}@example.org`,
    words: `The ferry was late again on day ${n} of week ${page}, & nobody <told> us why.`,
    at: START + (page * 1000 + n) * MINUTE,
    /** Every third answers the one before it. */
    parent: n % 3 === 2 ? n - 1 : null,
  }
}

export const madePath = (page: number) => `/2019/05/ferry-${page}.html`
const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const iso = (at: number) => new Date(at).toISOString()
const each = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Disqus: threads before posts, numbers as attributes; what is given goes in after them. */
export function* disqusExport(made: Made, more = ''): Generator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><forum>ferry</forum><title>General</title><isDefault>true</isDefault></category>
`
  for (const page of each(made.pages)) {
    yield `<thread dsq:id="t${page}"><id>page-${page}</id><forum>ferry</forum><link>http://ferry.example${madePath(page)}?m=1</link>
<title>The ferry, week ${page}</title><isClosed>${page % 5 === 4}</isClosed><isDeleted>false</isDeleted></thread>\n`
  }
  for (const page of each(made.pages)) {
    for (const n of each(made.comments)) {
      const { name, mail, words, at, parent } = madeComment(page, n)
      yield disqusPost({
        id: `${page}-${n}`,
        thread: `t${page}`,
        parent: parent === null ? '' : `${page}-${parent}`,
        html: `<p>${html(words)}</p>`,
        ...{ name, mail, at },
      })
    }
  }
  yield `${more}</disqus>\n`
}

export function disqusPost(post: {
  id: string
  thread: string
  html: string
  parent?: string
  name?: string
  mail?: string
  at?: number
  deleted?: boolean
  spam?: boolean
}): string {
  return `<post${post.id && ` dsq:id="${post.id}"`}><id /><message><![CDATA[${post.html}]]></message>
<createdAt>${iso(post.at ?? START)}</createdAt><isDeleted>${post.deleted ?? false}</isDeleted><isSpam>${post.spam ?? false}</isSpam>
<author><email>${post.mail ?? ''}</email><name>${post.name ?? ''}</name><isAnonymous>${!post.name}</isAnonymous></author>
<thread dsq:id="${post.thread}" />${post.parent ? `<parent dsq:id="${post.parent}" />` : ''}</post>\n`
}

/** Remark42: a line on people and pages, then a comment a line. */
export function* remark42Backup(
  made: Made,
  head: { users?: object[]; posts?: object[] } = {},
  more: object[] = [],
): Generator<string> {
  yield `${JSON.stringify({ version: 1, users: head.users ?? [], posts: head.posts ?? [] })}\n`
  for (const page of each(made.pages)) {
    for (const n of each(made.comments)) {
      const { name, words, at, parent } = madeComment(page, n)
      yield `${JSON.stringify(
        remark42Comment({
          ...{ id: `${page}-${n}`, pid: parent === null ? '' : `${page}-${parent}`, text: `<p>${html(words)}</p>` },
          ...{ orig: words, user: { name, id: `user-${name}` }, time: iso(at) },
          locator: { site: 'ferry', url: `https://ferry.example${madePath(page)}` },
        }),
      )}\n`
    }
  }
  for (const comment of more) yield `${JSON.stringify(remark42Comment(comment))}\n`
}

const remark42Comment = (comment: object) => ({
  ...{ id: 'x', pid: '', text: '<p>x</p>', orig: 'x', user: { name: 'Reader', id: 'r' }, score: 0, votes: {} },
  ...{ locator: { site: 'ferry', url: `https://ferry.example${madePath(0)}` }, time: iso(START), ...comment },
})

/** Commento: comments first, then those whom they name. */
export function* commentoExport(made: Made, more: object[] = []): Generator<string> {
  yield '{"version": 1, "comments": ['
  let comma = ''
  for (const page of each(made.pages)) {
    for (const n of each(made.comments)) {
      const { name, words, at, parent } = madeComment(page, n)
      yield `${comma}${JSON.stringify(
        commentoComment({
          ...{ commentHex: `${page}-${n}`, url: madePath(page), commenterHex: name, markdown: words },
          ...{ parentHex: parent === null ? 'root' : `${page}-${parent}`, creationDate: iso(at) },
        }),
        null,
        1,
      )}`
      comma = ',\n'
    }
  }
  for (const comment of more) {
    yield `${comma}${JSON.stringify(commentoComment(comment))}`
    comma = ','
  }
  yield '],\n"commenters": ['
  const people = new Map(each(90).map((i) => [`Reader ${i}`, `reader${i}@example.org`]))
  yield [...people].map(([name, email]) => JSON.stringify({ commenterHex: name, name, email })).join(',\n')
  yield ']}\n'
}

const commentoComment = (comment: object) => ({
  ...{ commentHex: 'x', domain: 'ferry.example', url: madePath(0), commenterHex: 'anonymous', markdown: 'x', html: '' },
  ...{ parentHex: 'root', score: 0, state: 'approved', creationDate: iso(START), deleted: false, ...comment },
})

/** Comentario since version 3: pages, comments, commenters. */
export function* comentarioExport(made: Made, more: object[] = []): Generator<string> {
  yield '{"version":3,"pages":['
  yield each(made.pages)
    .map((page) =>
      JSON.stringify({
        ...{ id: `p${page}`, domainId: 'd', path: madePath(page), title: `The ferry, week ${page}` },
        isReadonly: page % 5 === 4,
      }),
    )
    .join(',')
  yield '],"comments":['
  let comma = ''
  for (const page of each(made.pages)) {
    for (const n of each(made.comments)) {
      const { name, words, at, parent } = madeComment(page, n)
      yield `${comma}${JSON.stringify(
        comentarioComment({
          ...{
            id: `${page}-${n}`,
            pageId: `p${page}`,
            userCreated: name,
            markdown: words,
            html: `<p>${html(words)}</p>`,
          },
          ...{ createdTime: iso(at), ...(parent === null ? {} : { parentId: `${page}-${parent}` }) },
        }),
      )}`
      comma = ','
    }
  }
  for (const comment of more) {
    yield `${comma}${JSON.stringify(comentarioComment(comment))}`
    comma = ','
  }
  const people = each(90).map((i) => ({ id: `Reader ${i}`, name: `Reader ${i}`, email: `reader${i}@example.org` }))
  yield `],"commenters":${JSON.stringify(people)}}`
}

const comentarioComment = (comment: object) => ({
  ...{ id: 'x', pageId: 'p0', markdown: 'x', html: '<p>x</p>', isApproved: true, isPending: false, isDeleted: false },
  ...{ userCreated: '00000000-0000-0000-0000-000000000000', createdTime: iso(START), ...comment },
})

/** Coral's collections, as mongoexport writes them, an object a line. */
export function coralExport(made: Made, more: { comments?: object[]; decisions?: object[]; users?: object[] } = {}) {
  const lines = (objects: Iterable<object>) => [...objects].map((one) => `${JSON.stringify(one)}\n`).join('')
  return {
    'stories.json': lines(
      each(made.pages).map((page) => ({
        ...{
          _id: { $oid: `s${page}` },
          id: `s${page}`,
          tenantID: 't',
          siteID: 'site',
          settings: {},
          commentCounts: {},
        },
        ...{ url: `https://ferry.example${madePath(page)}`, metadata: { title: `The ferry, week ${page}` } },
        ...(page % 5 === 4 ? { closedAt: { $date: iso(START) } } : {}),
      })),
    ),
    'users.json': lines([
      ...each(90).map((i) => ({
        ...{
          id: `Reader ${i}`,
          tenantID: 't',
          username: `Reader ${i}`,
          email: `reader${i}@example.org`,
          role: 'COMMENTER',
        },
        profiles: [],
      })),
      ...(more.users ?? []),
    ]),
    'comments.json': lines(coralComments(made, more.comments ?? [])),
    'commentModerationActions.json': lines(more.decisions ?? []),
  }
}

function* coralComments(made: Made, more: object[]): Generator<object> {
  for (const page of each(made.pages)) {
    for (const n of each(made.comments)) {
      const { name, words, at, parent } = madeComment(page, n)
      const ancestorIDs = parent === null ? [] : [`${page}-${parent}`]
      const revisions = [{ id: 'r', body: `<div>${html(words)}</div>`, createdAt: { $date: iso(at) } }]
      yield {
        ...coralComment,
        id: `${page}-${n}`,
        storyID: `s${page}`,
        authorID: name,
        ancestorIDs,
        revisions,
        createdAt: { $date: iso(at) },
      }
    }
  }
  for (const comment of more) yield { ...coralComment, ...comment }
}

const coralComment = {
  ...{ id: 'x', tenantID: 't', storyID: 's0', authorID: 'Reader 1', ancestorIDs: [], status: 'APPROVED' },
  ...{ revisions: [{ id: 'r', body: '<p>x</p>', createdAt: { $date: iso(START) } }], createdAt: { $date: iso(START) } },
}

/** Isso's database, at that path, left open where what it wrote last is to lie beside it. */
export function issoDatabase(path: string, made: Made, more: (string | number | null)[][] = []): Database.Database {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = OFF')
  database.exec(`CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
    CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT NOT NULL,
      modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR, author VARCHAR, email VARCHAR, website VARCHAR,
      likes INTEGER DEFAULT 0, dislikes INTEGER DEFAULT 0, voters BLOB NOT NULL, notification INTEGER DEFAULT 0)`)
  const thread = database.prepare('INSERT INTO threads (id, uri, title) VALUES (?, ?, ?)')
  const comment = database.prepare(
    'INSERT INTO comments (tid, id, parent, created, mode, remote_addr, text, author, email, voters) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  database.transaction(() => {
    for (const page of each(made.pages)) {
      thread.run(page + 1, madePath(page), `The ferry, week ${page}`)
      for (const n of each(made.comments)) {
        const { name, mail, words, at, parent } = madeComment(page, n)
        const id = (k: number) => page * made.comments + k + 1
        comment.run(
          page + 1,
          id(n),
          parent === null ? null : id(parent),
          at / 1000,
          1,
          '127.0.0.0',
          words,
          name,
          mail,
          '',
        )
      }
    }
    for (const row of more) comment.run(...row)
  })()
  return database
}
