/** Told to stop, the site stops: also while a mail server or its database has taken something on and says nothing more. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openSite } from '../../test/stores.ts'
import { DATABASES, migratedDatabase } from '../databases.ts'
import { visitor } from '../sites.ts'
import { startMailServer } from '../smtp.ts'
import { startProgram } from './programs.ts'

// Both are mostly waited for, so they wait side by side.
test('with a mail server that hangs it ends while that still hangs, and the letter is kept to be tried again', {
  concurrent: true,
}, async ({ onTestFinished }) => {
  const folder = mkdtempSync(join(tmpdir(), 'courant-stop-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const server = await startMailServer()
  onTestFinished(() => server.close())
  let hangs = false
  let letGo = () => {}
  // The message is there whole; whether it is taken is never said.
  server.misbehave = (command) => {
    if (command !== 'MESSAGE') return null
    hangs = true
    return new Promise((resolve) => {
      letGo = () => resolve(null)
    })
  }
  onTestFinished(() => letGo())
  const program = await startProgram({
    COURANT_DATA: folder,
    COURANT_SMTP: `smtp://127.0.0.1:${server.port}`,
    COURANT_MAIL_FROM: 'news@harbour.example',
  })
  onTestFinished(async () => void (await program.end('SIGKILL')))
  const staff = visitor(program)
  await staff.post('/newsroom/sign-in', { token: program.signInToken as string })
  await staff.post('/newsroom/people', { name: 'Zoë', mail: 'zoe@paper.example', switches: 'moderate' })
  await expect.poll(() => hangs).toBe(true)

  // It ends by itself: nobody has let go of the line by then, on either side.
  expect(await program.end('SIGTERM')).toBe(0)
  expect(server.taken).toEqual([])
  const store = await openSite({ kind: 'sqlite', file: join(folder, 'courant.db') }, Date.now)
  onTestFinished(() => store.close())
  const letters = await store.db.selectFrom('letters').selectAll().execute()
  expect(letters).toMatchObject([
    { to_address: 'zoe@paper.example', sent_at: null, given_up_at: null, attempts: 1, again_at: expect.any(Number) },
  ])
  // That it was broken off was noted before the database was closed.
  expect(letters[0]?.problem).toMatch(/could not be sent/)
})

test.runIf(DATABASES.includes('postgres'))(
  'with a database that does not answer it ends while that still says nothing',
  { concurrent: true },
  async ({ onTestFinished }) => {
    const folder = mkdtempSync(join(tmpdir(), 'courant-stop-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const database = await migratedDatabase('postgres')
    onTestFinished(database.drop)
    const program = await startProgram({ COURANT_DATA: folder, COURANT_DATABASE: database.url })
    onTestFinished(async () => void (await program.end('SIGKILL')))
    const other = new pg.Client({ connectionString: database.url })
    await other.connect()
    onTestFinished(() => other.end())
    // Whoever looks at this table waits for as long as this goes on; what learns beside the desk looks all the time.
    await other.query('begin')
    await other.query('lock table spam_state in access exclusive mode')
    const waiting = "select 1 from pg_locks where not granted and relation = 'spam_state'::regclass"
    await expect.poll(async () => (await other.query(waiting)).rowCount).toBeGreaterThan(0)

    expect(await program.end('SIGTERM')).toBe(0)
  },
)
