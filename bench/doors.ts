/**
 * `npm run bench:doors`: what moving a site in costs. Exports of WordPress made
 * by rule go through `courant import` into an empty site on SQLite: stories
 * alone, then the same with four comments each. Beside each, in the same run, a
 * bare streaming parser reads the same file and the very rows that came of it
 * are put into an empty database by prepared statements in transactions of 200.
 * `-- 1000` measures one size; `-- --big` an export of a gigabyte, for its memory.
 */
import { createReadStream } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { Parser } from 'htmlparser2'
import { wordpressCounts } from '../test/exports/wordpress.ts'
import { type Cost, emptySite, inFolder, runCourant, runScript, sizesFrom, writeExport } from './_doors.ts'
import { whole } from './_figures.ts'

const SIZES = [1000, 10_000, 50_000]
const COMMENTS = 4
/** Rows in one transaction of the reference. */
const AT_ONCE = 200
/** Posts of as many paragraphs make a gigabyte. */
const BIG = { posts: 22_500, paragraphs: 60 }

interface Taken {
  cost: Cost
  reference: Cost
  bytes: number
}

/** Without what a program takes to start; the memory is that of all of it. */
const less = (cost: Cost, start: Pick<Cost, 'ms' | 'cpuMs'>): Cost => ({
  ...cost,
  ms: cost.ms - start.ms,
  cpuMs: cost.cpuMs - start.cpuMs,
})

async function take(plan: { posts: number; comments: number }): Promise<Taken> {
  return inFolder(async (folder) => {
    const file = join(folder, 'export.xml')
    const bytes = writeExport(file, plan)
    const start = await emptySite(join(folder, 'site'))
    await emptySite(join(folder, 'reference'))
    const cost = await runCourant(join(folder, 'site'), 'import', file, '--comments', 'approved')
    const databases = ['site', 'reference'].map((name) => join(folder, name, 'courant.db'))
    const own = fileURLToPath(import.meta.url)
    const idle = await runScript(own, ['nothing'], {})
    const reference = await runScript(own, ['reference', file, ...databases], {})
    return { cost: less(cost, start), reference: less(reference, idle), bytes }
  })
}

/** A bare parser over the file, and the rows of the one database put into the other. */
async function refer(file: string, from: string, to: string): Promise<void> {
  let depth = 0
  let items = 0
  const parser = new Parser(
    {
      onopentag: () => {
        depth += 1
      },
      onclosetag: () => {
        depth -= 1
        if (depth === 2) items += 1
      },
    },
    { xmlMode: true },
  )
  for await (const piece of createReadStream(file, 'utf8')) parser.write(piece as string)
  parser.end()
  if (items === 0) throw new Error(`nothing stood in ${file}`)

  const [source, target] = [new BetterSqlite3(from, { readonly: true }), new BetterSqlite3(to)]
  target.pragma('journal_mode = WAL')
  target.pragma('synchronous = FULL')
  target.pragma('cache_size = -8000')
  target.pragma('foreign_keys = OFF')
  const tables = source
    .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%'")
    .all() as { name: string }[]
  for (const { name } of tables) {
    // What an empty site has already.
    const count = (database: BetterSqlite3.Database) =>
      (database.prepare(`select count(*) as rows from "${name}"`).get() as { rows: number }).rows
    if (count(source) < 2 * AT_ONCE || count(target) > 0) continue
    const columns = (
      source.prepare('select name from pragma_table_xinfo(?) where hidden = 0').all(name) as { name: string }[]
    ).map((column) => `"${column.name}"`)
    const insert = target.prepare(
      `insert or ignore into "${name}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    )
    const put = target.transaction((rows: unknown[][]) => {
      for (const row of rows) insert.run(row)
    })
    let rows: unknown[][] = []
    for (const row of source
      .prepare(`select ${columns.join(', ')} from "${name}"`)
      .raw()
      .iterate() as Iterable<unknown[]>) {
      rows.push(row)
      if (rows.length < AT_ONCE) continue
      put(rows)
      rows = []
    }
    if (rows.length > 0) put(rows)
  }
  source.close()
  target.close()
}

const rate = (count: number, ms: number): string => whole((count * 1000) / ms)

async function bench(sizes: readonly number[]): Promise<void> {
  console.log(
    `${cpus().length} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} as it began; SQLite. Processor time in brackets, ms for 1,000.`,
  )
  const aStory: number[] = []
  for (const posts of sizes) {
    const alone = await take({ posts, comments: 0 })
    const stories = alone.cost
    aStory.push(stories.cpuMs / posts)
    console.log(
      `\n${whole(posts)} stories, ${(alone.bytes / 1e6).toFixed(1)} MB: ${rate(posts, stories.ms)} a second (500 wanted) [${whole((stories.cpuMs / posts) * 1000)}], ${whole(stories.memory)} MB`,
    )
    console.log(
      `  a bare parser with the same rows: ${rate(posts, alone.reference.ms)} a second [${whole((alone.reference.cpuMs / posts) * 1000)}]; ours takes ${(stories.cpuMs / alone.reference.cpuMs).toFixed(1)} times its processor time`,
    )
    const both = await take({ posts, comments: COMMENTS })
    const counts = wordpressCounts({ posts, comments: COMMENTS })
    const comments = Object.entries(counts).reduce((sum, [name, n]) => (name.startsWith('comment') ? sum + n : sum), 0)
    const [more, reference] = [less(both.cost, alone.cost), less(both.reference, alone.reference)]
    console.log(
      `${whole(comments)} comments with them, ${(both.bytes / 1e6).toFixed(1)} MB: ${rate(comments, more.ms)} a second more (2,000 wanted) [${whole((more.cpuMs / comments) * 1000)}], ${whole(both.cost.memory)} MB`,
    )
    console.log(
      `  a bare parser with the same rows: ${rate(comments, reference.ms)} a second [${whole((reference.cpuMs / comments) * 1000)}]; ours takes ${(more.cpuMs / reference.cpuMs).toFixed(1)} times its processor time`,
    )
  }
  const [first = Number.NaN] = aStory
  if (aStory.length > 1)
    console.log(
      `\nprocessor time a story, ${whole(sizes.at(-1) as number)} beside ${whole(sizes[0] as number)}: ${((aStory.at(-1) as number) / first).toFixed(2)} (1.2 wanted)`,
    )
}

/** A gigabyte, for its memory alone. */
async function big(): Promise<void> {
  await inFolder(async (folder) => {
    const file = join(folder, 'export.xml')
    const bytes = writeExport(file, BIG)
    await emptySite(join(folder, 'site'))
    const { ms, memory } = await runCourant(join(folder, 'site'), 'import', file)
    console.log(
      `${(bytes / 1e9).toFixed(2)} GB, ${whole(BIG.posts)} stories: ${whole(memory)} MB at the most (300 wanted), ${(ms / 1000).toFixed(0)} s`,
    )
  })
}

const words = process.argv.slice(2)
if (words[0] === 'reference') await refer(words[1] as string, words[2] as string, words[3] as string)
else if (words.includes('--big')) await big()
else if (words[0] !== 'nothing') await bench(sizesFrom(words, SIZES))
