import { describe, expect, it } from 'vitest'
import { PARTS } from './house-parts.mjs'
import { findBreaches } from './house-rules.mjs'

/** The breaches among these files, as they are printed. */
const breachesOf = (files: Record<string, string>, dependencies: string[] = ['hono']) =>
  findBreaches(new Map(Object.entries(files)), dependencies).map(
    ({ path, line, message }) => `${path}:${line} ${message}`,
  )

const store = { 'src/store/index.ts': 'export {}' }
const story = { 'src/story/index.ts': 'export {}' }
const discussion = { 'src/discussion/index.ts': 'export {}' }
const archive = { 'src/archive/index.ts': 'export {}' }

/** A part's declaration of its tables. */
const declares = (part: string, ...tables: string[]) => ({
  [`src/${part}/tables.ts`]: `declare module '../store/index.ts' {\n  interface Schema { ${tables.map((table) => `${table}: { id: string }`).join('; ')} }\n}`,
})
const tables = {
  ...declares('discussion', 'comments', 'comment_revisions', 'approved_comments', 'sender_salts'),
  ...declares('archive', 'kept_readings'),
  ...declares('story', 'stories', 'published_stories'),
}

describe('the rule of folders', () => {
  const folder = (count: number, name = (i: number) => `file-${i}.ts`) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`src/story/${name(i)}`, '']))

  it('finds a folder with more files than are seen at a glance, tests aside', () => {
    expect(breachesOf(folder(25))).toEqual([])
    expect(breachesOf({ ...folder(25), ...folder(5, (i) => `file-${i}.test.ts`) })).toEqual([])
    expect(breachesOf(folder(26))).toEqual([
      'src/story/file-0.ts:1 stands in src/story/ with 26 files, and 25 are the most: make rooms of it, by what belongs together',
    ])
  })
})

describe('the rule of transactions', () => {
  const within = (text: string) => breachesOf({ ...store, 'src/story/draft.ts': text })

  it.each([
    ['in its callback', `store.transaction(now, async (tx) => {\n  await read(store.db)\n})`],
    ['in a callback that is one expression', `store.transaction(now, (tx) =>\n  read(web.store.db))`],
    [
      'in a function that is handed it',
      `async function save(tx: Transaction, id: string) {\n  await read(store.db)\n}`,
    ],
    ['in an arrow that is handed it', `const save = (tx: Transaction) =>\n  read(store.db)`],
  ])('finds a store %s', (_, text) => {
    expect(within(text)).toEqual([
      'src/story/draft.ts:2 reaches for the store within a transaction: SQLite has one line, so reading past the transaction waits for ever; use what tx has',
    ])
  })

  it('lets the store be read before and after', () => {
    const text = `await read(store.db)\nawait store.transaction(now, (tx) => write(tx.rows))\nawait read(store.db)`
    expect(within(text)).toEqual([])
  })
})

describe('the rule of imports', () => {
  it('lets a part import another below it through its index.ts', () => {
    expect(breachesOf({ ...store, 'src/story/draft.ts': `import { newId } from '../store/index.ts'` })).toEqual([])
  })

  it.each([
    ['an import', `import { held } from '../discussion/intake.ts'`],
    ['an import of types', `import type { Intake } from '../discussion/intake.ts'`],
    ['a late import', `const { held } = await import('../discussion/intake.ts')`],
    ['an export from elsewhere', `export { held } from '../discussion/intake.ts'`],
    ['an export of everything', `export * from '../discussion/intake.ts'`],
    ['the type of an import', `type Held = import('../discussion/intake.ts').Intake`],
  ])('finds %s that goes past an index.ts', (_, text) => {
    const found = breachesOf({ ...discussion, 'src/discussion/intake.ts': '', 'src/redress/queue.ts': `\n${text}` })
    expect(found).toEqual([
      'src/redress/queue.ts:2 imports ../discussion/intake.ts: parts are reached through index.ts only, so that each can change its inside; import src/discussion/index.ts',
    ])
  })

  it('finds an import that goes upwards', () => {
    const [found] = breachesOf({ ...discussion, 'src/story/publish.ts': `import { x } from '../discussion/index.ts'` })
    expect(found).toMatch(/^src\/story\/publish\.ts:1 .*story\/ does not stand above discussion\/, .* downwards only/)
  })

  it('finds a part that knows the settings or the program', () => {
    const [found] = breachesOf({
      'src/config.ts': '',
      'src/mail/outbox.ts': `import { readConfig } from '../config.ts'`,
    })
    expect(found).toMatch(/only app\.ts and what is above it knows config\.ts; parts are given plain values/)
  })

  it('finds a part’s inside that imports its own index.ts, but lets its tests do so', () => {
    const text = `import { publish } from './index.ts'`
    expect(breachesOf({ ...story, 'src/story/draft.ts': text })[0]).toMatch(/never its own index\.ts/)
    expect(breachesOf({ ...story, 'src/story/draft.test.ts': text })).toEqual([])
  })

  it('finds a folder that nobody has given a place', () => {
    expect(breachesOf({ 'src/gadgets/index.ts': '' })[0]).toMatch(/belongs to no part/)
    expect(breachesOf({ 'src/gadget.ts': '' })[0]).toMatch(/belongs to no part/)
  })

  it('finds a program that needs a package only developers have', () => {
    const files = { 'src/web/app.ts': `import { Hono } from 'hono/tiny'\nimport { x } from '@scope/tool/deep'` }
    const found = breachesOf(files)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^src\/web\/app\.ts:2 .*@scope\/tool is not among the dependencies/)
  })

  it('holds tests and measurements to index.ts as well, in any direction', () => {
    const files = { ...discussion, 'src/discussion/intake.ts': '' }
    expect(breachesOf({ ...files, 'test/post.test.ts': `import '../src/discussion/index.ts'` })).toEqual([])
    expect(breachesOf({ ...files, 'bench/post.ts': `import '../src/discussion/intake.ts'` })[0]).toMatch(
      /through index\.ts only/,
    )
    expect(breachesOf({ ...files, 'src/story/x.test.ts': `import '../discussion/index.ts'` })).toEqual([])
  })

  it('keeps the program to src/', () => {
    expect(breachesOf({ 'src/story/x.ts': `import '../../test/databases.ts'` })[0]).toMatch(/made of src\/ alone/)
  })

  it('orders the parts so that none can come to need itself', () => {
    const below = (part: string): string[] => (PARTS[part] ?? []).flatMap((one) => [one, ...below(one)])
    for (const part of Object.keys(PARTS)) expect(below(part), part).not.toContain(part)
  })
})

describe('import cycles', () => {
  it('are found however long they are, types included, and told as a round', () => {
    const found = breachesOf({
      'src/story/a.ts': `import './b.ts'`,
      'src/story/b.ts': `export * from './c.ts'`,
      'src/story/c.ts': `\nimport type { A } from './a.ts'`,
    })
    expect(found).toEqual([
      'src/story/c.ts:2 closes an import cycle: src/story/a.ts → src/story/b.ts → src/story/c.ts → src/story/a.ts; move what both need into a file of its own',
    ])
  })

  it('are not seen where two files need a third', () => {
    expect(
      breachesOf({
        'src/story/a.ts': `import './b.ts'\nimport './c.ts'`,
        'src/story/b.ts': `import './c.ts'`,
        'src/story/c.ts': '',
      }),
    ).toEqual([])
  })
})

describe('the pure parts', () => {
  it.each([
    'const now = new Date()',
    'const now = Date.now()',
    'const page = await fetch(address)',
    'const chance = Math.random()',
    'setTimeout(later, 10)',
    'const locale = process.env.LANG',
    `import { readFileSync } from 'node:fs'`,
    `import { db } from '../store/index.ts'`,
  ])('must not do: %s', (text) => {
    for (const part of ['reading', 'desk']) {
      expect(breachesOf({ ...store, [`src/${part}/names.ts`]: text })[0], text).toMatch(
        /so that it answers the same anywhere|downwards only/,
      )
    }
  })

  it('may compute with dates they are given', () => {
    expect(breachesOf({ 'src/desk/dates.ts': 'const day = new Date(filed).getUTCDay() + Date.UTC(2020, 1)' })).toEqual(
      [],
    )
  })

  it('are the only ones held to it', () => {
    expect(breachesOf({ 'src/mail/outbox.ts': 'const now = Date.now()' })).toEqual([])
  })
})

describe('what readers’ pages are handed', () => {
  const page = (text: string, path = 'src/web/site/story-page.tsx') =>
    breachesOf({ ...discussion, ...tables, [path]: text })

  it('is the public view of the comments', () => {
    expect(page(`import { readDiscussion, type Thread } from '../../discussion/index.ts'`)).toEqual([])
  })

  it('is all that servers elsewhere are told of them, too', () => {
    const told = (name: string) => page(`import { ${name} } from '../discussion/index.ts'`, 'src/webhooks/bodies.ts')
    expect(told('readPublicComment')).toEqual([])
    expect(told('readReceipt')[0]).toMatch(/readReceipt is not of the public view/)
  })

  it('is how a story takes comments, to be told and not to be chosen', () => {
    expect(page(`import { readStoryMode, type StoryMode } from '../../discussion/index.ts'`)).toEqual([])
    expect(page(`import { setStoryMode } from '../../discussion/index.ts'`)[0]).toMatch(/not of the public view/)
  })

  it.each([
    [
      'a name that gives out unreviewed words',
      `import { readReceipt } from '../../discussion/index.ts'`,
      /readReceipt is not of the public view/,
    ],
    ['everything at once', `import * as all from '../../discussion/index.ts'`, /names what it takes/],
    ['a late import', `const all = await import('../../discussion/index.ts')`, /names what it takes/],
    [
      'a renamed import',
      `import { readReceipt as readDiscussion } from '../../discussion/index.ts'`,
      /readReceipt is not of the public view/,
    ],
    ['the staff’s pages', `import { card } from '../newsroom/card.tsx'`, /what staff see must have no way/],
    [
      'a query of its own',
      `db.selectFrom('comment_revisions').selectAll()`,
      /reads comment_revisions, which is discussion’s: .* nothing unreviewed/,
    ],
    [
      'a query under another name',
      `db.selectFrom('stories').innerJoin('comments as c', 'c.story_id', 'id')`,
      /reads comments/,
    ],
    ['hand-written SQL', 'sql`select text from comment_revisions where number = 1`', /reads comment_revisions/],
    ['the salts of senders', "db.selectFrom('sender_salts')", /reads sender_salts, .* which network/],
  ])('is never %s', (_, text, reason) => {
    for (const path of ['src/web/site/story-page.tsx', 'src/web/api/comments.ts'])
      expect(page(text, path).join('\n')).toMatch(reason)
  })

  it('is everything a person wrote, on that person’s own receipt', () => {
    expect(
      page(`import { readReceipt } from '../../../discussion/index.ts'`, 'src/web/site/own/receipt-page.tsx'),
    ).toEqual([])
  })
})

describe('the settings', () => {
  it('are read by config.ts alone', () => {
    expect(breachesOf({ 'src/config.ts': 'read(process.env)' })).toEqual([])
    expect(breachesOf({ 'src/mail/send.ts': `const host = process['env'].SMTP` })[0]).toMatch(/config\.ts alone does/)
  })
})

describe('what readers’ pages and the API may know of the review desk', () => {
  const page = (text: string, path = 'src/web/site/moderation-routes.ts') =>
    breachesOf({ 'src/redress/index.ts': 'export {}', [path]: text })

  it('is the rules, the public record, and the way of reports', () => {
    expect(page(`import { type LogLine, readLog, readReasons, report } from '../../redress/index.ts'`)).toEqual([])
  })

  it.each([
    ['the queue', `import { readQueue } from '../../redress/index.ts'`, /readQueue is the desk’s/],
    ['a decision', `import { decide } from '../../redress/index.ts'`, /decide is the desk’s/],
    [
      'the decisions on one comment',
      `import { readDecisions } from '../../redress/index.ts'`,
      /readDecisions is the desk’s/,
    ],
    ['everything at once', `import * as desk from '../../redress/index.ts'`, /names what it takes from redress\//],
  ])('is not %s', (_, text, message) => {
    for (const path of ['src/web/site/story-page.tsx', 'src/web/api/routes.ts'])
      expect(page(text, path)[0]).toMatch(message)
    expect(page(text, 'src/web/newsroom/review-routes.ts')).toEqual([])
  })

  it('is the decisions on a person’s own words, on that person’s own receipt', () => {
    const text = `import { appeal, readDecisions } from '../../../redress/index.ts'`
    expect(page(text, 'src/web/site/own/receipt-decisions.ts')).toEqual([])
  })
})

describe('what readers’ pages and the API may know of the archive', () => {
  const page = (text: string, path = 'src/web/site/said-pages.ts') =>
    breachesOf({ ...archive, ...tables, [path]: text })

  it('is what readers may see', () => {
    const text = `import { searchStatements, type FoundStatement } from '../../archive/index.ts'
      export const found = (store) => searchStatements(store, {}, 'public')`
    expect(page(text)).toEqual([])
    expect(page(text, 'src/web/api/archive-routes.ts')).toEqual([])
  })

  it.each([
    [
      'a reading whatever its switch says',
      `import { readKeptReading } from '../../archive/index.ts'`,
      /readKeptReading is not of the archive’s public side/,
    ],
    ['what only an editor does', `import { acceptName } from '../../archive/index.ts'`, /acceptName is not of/],
    ['a scope that someone else chooses', `import type { Scope } from '../../archive/index.ts'`, /Scope is not of/],
    ['everything at once', `import * as all from '../../archive/index.ts'`, /names what it takes from archive\//],
    ['the newsroom’s scope', `export const scope = 'newsroom'`, /names the newsroom’s scope/],
    ['the newsroom’s scope in other quotes', 'export const scope = `newsroom`', /names the newsroom’s scope/],
  ])('is not %s', (_, text, message) => {
    expect(page(text)[0]).toMatch(message)
    expect(page(text, 'src/web/api/archive-routes.ts')[0]).toMatch(message)
    expect(page(text, 'src/web/newsroom/reading-routes.ts')).toEqual([])
    expect(page(text, 'src/web/site/said.test.ts')).toEqual([])
  })

  it('leaves the tables of readings to the archive', () => {
    const query = `db.selectFrom('kept_readings as r')`
    expect(page(query, 'src/web/newsroom/said-routes.ts')[0]).toMatch(/reads kept_readings, which is archive’s/)
    expect(page(query, 'src/archive/kept.ts')).toEqual([])
  })
})

describe('the rule of tables', () => {
  const at = (path: string, text: string) => breachesOf({ ...tables, [path]: text })

  it('leaves what a part declares to it, whoever else may import that part', () => {
    const query = `db.selectFrom('stories as s').selectAll()`
    expect(at('src/story/draft.ts', query)).toEqual([])
    expect(at('src/story/draft.test.ts', query)).toEqual([])
    expect(at('src/demo.ts', query)).toEqual([
      'src/demo.ts:1 reads stories, which is story’s: call what story/ offers, so that it can change without anyone else',
    ])
    expect(at('src/moderation/queue/read.ts', query)[0]).toMatch(/reads stories, which is story’s/)
  })

  it('lets the desk read what it works on, and nobody but its owner write that', () => {
    const read = `db.selectFrom('comments').innerJoin('comment_revisions as r', 'r.comment_id', 'comments.id')`
    expect(at('src/moderation/queue/read.ts', read)).toEqual([])
    expect(at('src/redress/appeals/open.ts', read)).toEqual([])
    expect(at('src/privacy/export.ts', read)).toHaveLength(2)
    for (const write of [
      `db.insertInto('comments').values(one)`,
      `db.updateTable('comments').set(one)`,
      `db.deleteFrom('comments')`,
      'sql`update comments set text = null`',
      'sql`delete from comments where id = 1`',
      'sql`insert into comments values (1)`',
    ])
      expect(at('src/moderation/queue/read.ts', write)[0], write).toMatch(/writes comments, which is discussion’s/)
  })

  it('lets whoever stands above the owner of a public view read it', () => {
    const read = `sql\`select id from published_stories\``
    expect(at('src/moderation/audit/counts.ts', read)).toEqual([])
    expect(at('src/archive/kept.ts', read)[0]).toMatch(/reads published_stories/)
    expect(at('src/letters/tell.ts', `db.selectFrom('approved_comments')`)).toEqual([])
  })

  it('finds a table inside the conditions of a query too', () => {
    const inside = `query.where(({ exists, selectFrom }) => exists(selectFrom('stories as s').select('s.id')))`
    expect(at('src/letters/tell.ts', inside)[0]).toMatch(/reads stories/)
  })
})

describe('the rule of faces', () => {
  const faceOf = (count: number) => ({
    'src/story/index.ts': `export { ${Array.from({ length: count }, (_, i) => `name${i}`).join(', ')} } from './draft.ts'`,
    'src/story/draft.ts': '',
    'src/web/page.ts': `import { ${Array.from({ length: count }, (_, i) => `name${i}`).join(', ')} } from '../story/index.ts'`,
  })

  it('finds a face with more names than anybody has in view', () => {
    expect(breachesOf(faceOf(60))).toEqual([])
    expect(breachesOf(faceOf(61))).toEqual(['src/story/index.ts:1 has 61 names on its face, and 60 are the most'])
  })

  it('finds a name that nobody outside the part takes', () => {
    const story = { 'src/story/index.ts': `export { draft, type Draft } from './draft.ts'`, 'src/story/draft.ts': '' }
    const takes = (text: string, path = 'src/web/page.ts') => breachesOf({ ...story, [path]: text })
    expect(takes(`import { draft, type Draft } from '../story/index.ts'`)).toEqual([])
    expect(takes(`import { draft } from '../story/index.ts'\ntype D = import('../story/index.ts').Draft`)).toEqual([])
    expect(takes(`import { draft } from '../story/index.ts'`)).toEqual([
      'src/story/index.ts:1 offers Draft, which nobody outside story/ takes',
    ])
    expect(takes(`import { draft, type Draft } from './index.ts'`, 'src/story/draft.test.ts')).toHaveLength(2)
  })

  it('finds a face that offers all of a file, so that nobody knows what', () => {
    const all = { 'src/story/index.ts': `export * from './draft.ts'`, 'src/story/draft.ts': '' }
    expect(breachesOf({ ...all, 'src/web/page.ts': `import { draft } from '../story/index.ts'` })).toEqual([
      'src/story/index.ts:1 offers *, which nobody outside story/ takes',
    ])
  })
})

describe('the rule of names', () => {
  const wellKnown = 'export const isWellKnown = async (id: string) => id'

  it('finds two functions that are exported under one name, wherever they are and however they are written', () => {
    const found = breachesOf({
      'src/discussion/known.ts': wellKnown,
      'src/moderation/filters/known.ts': '\nexport async function isWellKnown(id: string) {}',
      'src/web/site/known.tsx': 'export const isWellKnown = function () {}',
    })
    expect(found).toEqual([
      'src/moderation/filters/known.ts:2 exports isWellKnown, as src/discussion/known.ts does: name each function by what it does, or let there be one',
      expect.stringMatching(/^src\/web\/site\/known\.tsx:1 exports isWellKnown, as src\/discussion\/known\.ts does/),
    ])
  })

  it('is not about handing on, nor about what stays in its file, values, types and tests', () => {
    expect(
      breachesOf({
        'src/discussion/known.ts': wellKnown,
        'src/discussion/index.ts': `export { isWellKnown } from './known.ts'`,
        'src/web/newsroom/known-page.ts': `import { isWellKnown } from '../../discussion/index.ts'`,
        'src/redress/known.ts': 'const isWellKnown = () => true\nexport type Known = typeof isWellKnown',
        'src/story/known.ts': 'export const isWellKnown = 3',
        'src/story/known.test.ts': wellKnown,
        'test/known.ts': wellKnown,
      }),
    ).toEqual([])
  })
})

describe('the rule of forms', () => {
  const reading = `import { type Form, readForm } from './form.ts'`

  it('finds a route that reads a form itself', () => {
    const found = breachesOf({
      'src/web/kit/form.ts': '',
      'src/web/newsroom/x-routes.ts': reading.replace('./', '../'),
    })
    expect(found).toEqual([expect.stringMatching(/^src\/web\/newsroom\/x-routes\.ts:1 reads a form itself: withForm/)])
  })

  it('lets those do so that hand it on, and tests', () => {
    for (const path of ['with-form.ts', 'kept-words.ts', 'form.test.ts'])
      expect(breachesOf({ 'src/web/kit/form.ts': '', [`src/web/${path}`]: reading })).toEqual([])
  })
})

describe('the rule of limits', () => {
  const query = (limit: string) => breachesOf({ 'src/story/list.ts': `sql\`select id from stories limit ${limit}\`` })

  it('finds hand-written SQL whose limit is bound, and lets one be that is written out', () => {
    expect(query(`\${most}`)).toEqual([expect.stringMatching(/^src\/story\/list\.ts:1 binds a limit: .* sql\.lit/)])
    expect(query(`\${sql.lit(most)}`)).toEqual([])
    expect(query('10')).toEqual([])
  })
})

describe('the rule of linear time', () => {
  const breaches = (line: string) => breachesOf({ 'src/web/site/words.ts': line })

  it.each([
    ['begins anew at each space of a run', "text.replace(/\\s+$/, '')", /begins anew at each character of a run/],
    ['begins anew at each slash of a run', "path.replace(/\\/+$/, '')", /begins anew/],
    ['begins anew at each sign that it may hold itself', "text.replace(/<[^>]*>/g, '')", /begins anew/],
    ['can divide a run in many ways', '/^(\\s*\\n)+x/.test(text)', /divide a run of characters in many ways/],
    ['can divide a run between two', '/^\\w+[a-z]+!/.test(text)', /divide a run of characters in many ways/],
    [
      'is put together in the file',
      `const SIGNS = '[!?]'\nconst END = new RegExp(\`\${SIGNS}+$\`)`,
      /ts:2 .*begins anew/,
    ],
    ['is put together elsewhere', 'const of = (signs) => new RegExp(signs)', /can’t be read here/],
    ['sorts all marks on a letter', "text.normalize('NFC')", /calls normalize\(\), which takes the square/],
  ])('finds an expression that %s', (_, line, message) => {
    expect(breaches(line)).toEqual([expect.stringMatching(message)])
  })

  it.each([
    ['names what may not stand before a run', "text.replace(/(?<!\\s)\\s+$/, '')"],
    ['takes all it begins with', "text.replace(/\\s+/g, ' ')"],
    ['has a bound', '/\\d{1,9}\\. /.test(text)'],
    ['is explained', '// linear: names are short\nname.replace(/\\s+$/, 2)'],
  ])('lets an expression be that %s', (_, line) => {
    expect(breaches(line)).toEqual([])
  })

  it('does not ask it of tests', () => {
    expect(breachesOf({ 'src/web/site/words.test.ts': "text.replace(/\\s+$/, '')" })).toEqual([])
  })
})

describe('addresses', () => {
  it('are read by readUrl, not asked of URL.canParse', () => {
    expect(breachesOf({ 'src/story/draft.ts': 'const ok = URL.canParse(text)' })).toEqual([
      'src/story/draft.ts:1 asks URL.canParse, which denies addresses in letters once it is warm: take readUrl of text/',
    ])
  })
})

describe('what people read', () => {
  const page = (text: string) => breachesOf({ 'src/web/newsroom/settings/work-page.tsx': text })

  it.each([
    ['between tags', `const a = <p>Nothing waits</p>`],
    ['as one word in a branch', `const a = <p>{busy ? 'Busy' : null}</p>`],
    ['in an attribute that is read out', `const a = <nav aria-label="Settings" />`],
    ['in a property of a page of ours', `const a = <Page heading="All is done" />`],
    ['as a sentence anywhere', `const problem = 'Give a name.'`],
    ['as a sentence with a name in capitals', `const NOT_YOURS = 'This is not yours'`],
    ['in a template', 'const problem = `There are $' + '{count} names.`'],
  ])('stands in message files, not %s', (_, text) => {
    expect(page(text)).toHaveLength(1)
    expect(page(text)[0]).toMatch(/^src\/web\/newsroom\/settings\/work-page\.tsx:1 says “.+” itself/)
  })

  it.each([
    ['names of classes', `const a = <p class="plain lines">{m.done}</p>`],
    ['signs', `const a = <p>{m.who} · {m.when}</p>`],
    ['commands', `const a = <code>courant doctor</code>`],
    ['what programmers read', `throw new Error('a job of no kind')`],
    ['what stands in a log', `web.log.warn({ job }, 'gave a job up')`],
    ['what a job is called there', `const job = { kind: 'reading.keep', what: 'reading a story', run: read }`],
    ['what a header says', `const type = 'text/plain; charset=utf-8'`],
    ['what a database is asked', `query.where('path', 'is not', null)`],
    ['a permission', `const is = may(person, 'edit others')`],
    ['a name or a selector', `const NAME = 'known readers', LISTS = 'ol, ul'`],
    ['codes that are compared', `const a = state === 'not seen' ? 1 : 2`],
    ['codes of a type', `const a = (b: boolean): 'not seen' | null => (b ? 'not seen' : null)`],
    ['names in a list of constants', `const a = [['SB/', 'Some Browser']] as const`],
    ['headers of an answer', `const a = { 'content-type': 'text/plain; charset=utf-8' }`],
    ['codes that a type of the file has', `type Fault = 'too large'\nconst fault: Fault = 'too large'`],
    ['codes by themselves', `const name = 'hidden field' as const`],
    ['codes as keys', `const a = { 'no token': m.check }`],
    ['what answers are headed with', `const type = 'text/html; charset=utf-8'`],
    ['tags', 'const a = `<link rel="self" type="text/html" href="$' + '{path}"/> <br>`'],
    ['what a job tells the log', `const job = { what: 'erasing what was asked for', run: () => 1 }`],
    ['codes that a type names', `interface A { why: 'by law' | 'else' }\nconst a: A = { why: 'by law' }`],
    ['codes that are keys', `const a = { 'by law': 1 }\nconst b = a['by law'] ?? c('by law')`],
    ['codes in a list of constants', `const WHY = ['by law', 'else'] as const\nconst a = b('by law')`],
    ['words that are cut apart', `const a = 'one two'.split(' ')`],
    ['SQL', `const a = query.where('left_at', 'is not', null)\nconst b = sql.raw('case a when 1')`],
    ['what a job is called in the log', `const a = { kind: 'x', what: 'trying again', async run() {} }`],
    ['a question to the database', `const a = rows.where('ended_at', 'is not', null)`],
    ['a question to the page', `const a = target.closest('a, button, summary')`],
    ['words in a list', `const a = 'one two three'.split(' ')`],
    ['the beginning of a document, or of a line', 'const a = <p>{`<!doctype html>`}{`\\n$' + '{m.done}`}</p>'],
  ])('is not %s', (_, text) => {
    expect(page(text)).toEqual([])
  })

  it('is not kept where nobody says it', () => {
    const files = {
      'src/messages/index.ts': `export { workMessages } from './en/work.ts'`,
      'src/messages/en/work.ts': `export const workMessages = {\n  title: 'Work',\n  gone: 'Gone',\n}`,
      'src/web/x.ts': `import { workMessages as m } from '../messages/index.ts'\nexport const x = m.title`,
    }
    expect(breachesOf(files)).toEqual(['src/messages/en/work.ts:3 has workMessages.gone, which nobody says'])
  })
})
