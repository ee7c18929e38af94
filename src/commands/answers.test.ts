/** What commands print of what they did, and of what they were not given rightly. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { need } from '../../test/need.ts'
import { type Config, readConfig } from '../config.ts'
import { commands } from './index.ts'

// Pages are read by a thread that the build makes.
await need('build')

let folder: string
let config: Config
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-answers-'))
  config = readConfig({ COURANT_DATA: join(folder, 'data'), COURANT_URL: 'https://paper.example' }) as Config
  mkdirSync(config.dataFolder, { mode: 0o700 })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A command with a real database, without a process of its own. */
async function run(name: string, words: string[] = [], options: Record<string, string | boolean> = {}) {
  let [out, err] = ['', '']
  const status = await commands[name]?.run({
    config,
    words,
    options,
    out: (text) => {
      out += `${text}\n`
    },
    err: (text) => {
      err += `${text}\n`
    },
  })
  return { status, out, err }
}
const page = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const BODY = `The wheel of the town mill turned on Saturday for the first time since the flood of 1968, watched by some two hundred people.

“It wants to turn,” said the miller, Jo Ashby, who had spent three winters on its bearings and who would not say what they had cost.
`
const imported = async (headline: string, options: Record<string, string | boolean> = {}) => {
  const { out } = await run('import page', [page('mill.txt', `${headline}\n\n${BODY}`)], options)
  return { out, id: /courant publish (\w{26})/.exec(out)?.[1] ?? '' }
}
const change = (statement: string) => {
  const db = new BetterSqlite3(join(config.dataFolder, 'courant.db'))
  db.pragma('foreign_keys = off')
  db.exec(statement)
  db.close()
}

describe('importing a page', () => {
  test('says of each part what became of it, and how to publish it', async () => {
    const text = `A Mill Wheel Turns Again\n\nPublished: Tuesday, 14 May 2024\n\n${BODY}\n- One thing, and its words\n- Another thing\n\nShare\n`
    const { out, status } = await run('import page', [page('mill.txt', text)])
    expect(status).toBe(0)
    expect(out).toMatch(/^Headline {3}A Mill Wheel Turns Again\n/)
    expect(out).toMatch(/^Body {7}2 paragraphs, 1 list$/m)
    expect(out).toMatch(/^Date {7}\S/m)
    expect(out).toMatch(/\n\nLeft out, \d+ pieces?; the page as it came is kept beside the story:\n {2}\S/)
    expect(out).toMatch(/\n\nKept as a draft\. To publish it: courant publish \w{26}\n$/)
  })

  test('with nothing to leave out says so, and a dry run keeps nothing', async () => {
    const { out, id } = await imported('A Mill Wheel Turns Again', { 'dry-run': true })
    expect(out).toContain('\n\nNothing was left out.\n')
    expect(out).not.toContain('Kept as a draft')
    expect(id).toBe('')
    expect((await run('stories')).out).toContain('No story yet')
  })

  test('of a long piece that was left out shows the beginning', async () => {
    const long = `Advertisement: ${'buy this and that '.repeat(20)}`
    const html = `<!doctype html><title>A Mill</title><article><h1>A Mill Wheel Turns Again</h1>${BODY.split('\n\n')
      .map((one) => `<p>${one}</p>`)
      .join('')}</article><aside class="ad">${long}</aside><footer>${long}</footer>`
    const { out } = await run('import page', [page('mill.html', html)])
    const shown = [...out.matchAll(/“([^”]*)”$/gm)].map(([, words]) => words as string)
    for (const words of shown) expect(words.length).toBeLessThanOrEqual(72)
    expect(shown.filter((words) => words.endsWith('…')).every((words) => words.length === 72)).toBe(true)
  })

  test('of more than one word is told how it is called', async () => {
    for (const words of [[], ['']]) expect(await run('import page', words)).toMatchObject({ status: 2, out: '' })
    expect(await run('import page', ['a.txt', 'b.txt'])).toEqual({
      status: 2,
      out: '',
      err: 'Say which page: courant import page FILE, or - for standard input.\n',
    })
  })
})

describe('publishing', () => {
  test('takes the day on which an older story came out, or its moment, and tells where it now stands', async () => {
    for (const [date, path] of [
      ['2019-05-04', '/2019/05/one'],
      ['2019-06-30T23:30-02:00', '/2019/07/two'],
      ['2019-12-31T09:30Z', '/2019/12/three'],
    ] as const) {
      const { id } = await imported(path.split('/').at(-1) as string)
      expect(await run('publish', [id], { date })).toEqual({
        status: 0,
        out: `Published as version 1: https://paper.example${path}\n`,
        err: '',
      })
    }
    const { out } = await run('stories')
    expect(out).toMatch(/^\w{26} {2}published {2}three {2}https:\/\/paper\.example\/2019\/12\/three$/m)
  })

  test('is refused for a date that is none, more words than an id, and an id that is none', async () => {
    const { id } = await imported('One')
    for (const date of ['16 May 2024', '2019-13-01', '2019-02-30T25:00Z', '19-05-04'])
      expect(await run('publish', [id], { date }), date).toEqual({
        status: 2,
        out: '',
        err: `"${date}" is not a date; write it as 2024-05-16 or 2024-05-16T09:30Z.\n`,
      })
    for (const command of ['publish', 'unpublish'])
      for (const words of [[], [id, id], ['no-id']])
        expect(await run(command, words), `${command} ${words}`).toEqual({
          status: 2,
          out: '',
          err: `Say which story by its id: courant ${command} ID; courant stories lists them.\n`,
        })
    const nothing = '01m85t91e30nqre4wm18kx4s1p'
    expect(await run('publish', [nothing])).toMatchObject({ status: 1, out: '', err: 'There is no such story.\n' })
    expect(await run('unpublish', [nothing])).toEqual({
      status: 1,
      out: '',
      err: 'There is no such story; courant stories lists them.\n',
    })
    expect(await run('unpublish', [id])).toMatchObject({ status: 0, out: 'Taken off the site.\n' })
  })

  test('a story without a headline is listed as such', async () => {
    await imported('One')
    change(`update stories set draft_json = json_set(draft_json, '$.headline', '')`)
    expect((await run('stories')).out).toMatch(/^\w{26} {2}draft {6}\(no headline\)\n$/)
  })
})

describe('sign-in', () => {
  const LINK = /^https:\/\/paper\.example\/newsroom\/sign-in\/[\w-]{43}\n$/

  test('is for the person of that name or address, whoever they are, and for nobody who is locked out', async () => {
    expect((await run('sign-in')).out).toMatch(LINK)
    change(
      `insert into people (id, name, mail, switches_json, created_at) values ('p', 'Ana Ruiz', 'ana@paper.example', '["write"]', 99)`,
    )
    const links = async () => {
      const db = new BetterSqlite3(join(config.dataFolder, 'courant.db'))
      const { count } = db.prepare(`select count(*) as count from sign_in_links where person_id = 'p'`).get() as {
        count: number
      }
      db.close()
      return count
    }
    for (const [i, words] of [['ANA', 'ruiz'], ['Ana Ruiz '], ['Ana@Paper.example']].entries()) {
      expect((await run('sign-in', words)).out).toMatch(LINK)
      expect(await links()).toBe(i + 1)
    }
    change(`update people set disabled_at = 1 where id = 'p'`)
    expect(await run('sign-in', ['Ana Ruiz'])).toEqual({
      status: 1,
      out: '',
      err: 'There is nobody of that name who may sign in. The people are: Editor.\n',
    })
    // Once somebody has signed in there is no first editor any more; the first who may is meant.
    change('update sign_in_links set used_at = 1')
    expect((await run('sign-in')).out).toMatch(LINK)
    expect(await links()).toBe(3)
  })

  test('without an address of the site leads to this machine’s', async () => {
    config = { ...config, url: '', port: 4321 }
    expect((await run('sign-in')).out).toMatch(/^http:\/\/localhost:4321\/newsroom\/sign-in\/[\w-]{43}\n$/)
  })
})

describe('the doctor', () => {
  test('counts what needs looking at, and proves each claim with how much it looked at', async () => {
    expect(await run('doctor')).toMatchObject({ status: 0, err: '', out: expect.stringMatching(/\nAll is well\.\n$/) })
    change(
      "insert into sign_in_links (token_hash, person_id, created_at, expires_at) values ('a', 'gone', 0, 0), ('b', 'gone', 0, 0)",
    )
    const one = await run('doctor')
    expect(one).toMatchObject({ status: 1, out: expect.stringMatching(/\nOne thing needs looking at\.\n$/) })
    expect(one.out).toMatch(/^FAULT {2}2 rows refer to rows that are not there, in sign_in_links$/m)
    change('delete from sign_in_links')
    change(`insert into stories (id, draft_json, draft_number, draft_at, comments_open, created_at) values ('s', '{}', 1, 0, 1, 0);
      insert into comments (id, story_id, author_name, form_nonce, sender_key, created_at) values ('c', 's', 'Ada', 'n', '', 0);
      insert into comment_revisions (id, comment_id, number, text, state, created_at, state_at, band)
        values ('r', 'c', 1, 'Words', 'approved', 0, 0, 'fine')`)
    const other = await run('doctor')
    expect(other.status).toBe(1)
    expect(other.out).toMatch(/^FAULT {2}NOT SO for 1 of 1: .*\. See r$/m)
    expect(other.out).toMatch(/^ok {5}The database file is whole$/m)
    expect(other.out).toMatch(/^ok {5}Only this site’s own user can open the data folder$/m)
    expect(other.out).toMatch(/\n2 things need looking at\.\n$/)
  })

  test('says what to do where the data folder cannot be written to', async () => {
    await run('doctor')
    // A folder of this name stands in the way of the file that is tried.
    mkdirSync(join(config.dataFolder, '.doctor'))
    const { status, out } = await run('doctor')
    expect(status).toBe(1)
    expect(out).toMatch(
      /^FAULT {2}The data folder .* can't be written to \(EISDIR\); give it to the user that runs Courant$/m,
    )
    expect(out).toMatch(/\nOne thing needs looking at\.\n$/)
  })
})
