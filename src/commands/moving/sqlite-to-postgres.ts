/** courant move sqlite-to-postgres: the site of a data folder, into an empty PostgreSQL. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { copyUploads, moveToPostgres } from '../../exchange/leaving/index.ts'
import { LISTENERS } from '../../listeners.ts'
import { leavingMessages as m } from '../../messages/index.ts'
import { type DatabaseAddress, databaseProblem, openDatabase, openStore } from '../../store/index.ts'
import { diskProblem } from '../backup.ts'
import { type Call, type Outcome, siteOf } from '../command.ts'

export async function sqliteToPostgres(call: Call): Outcome {
  const { words, options, out, err } = call
  const [folder, url, ...more] = words
  if (!folder || !url || more.length > 0 || !/^postgres(ql)?:\/\//.test(url)) {
    err(
      'Give the data folder and the address of an empty database: courant move sqlite-to-postgres ./data postgres://user:password@host/name',
    )
    return 2
  }
  const dataFolder = resolve(folder)
  const address: DatabaseAddress = { kind: 'sqlite', file: join(dataFolder, 'courant.db') }
  if (!existsSync(address.file)) {
    err(m.noSiteToMove(address.file))
    return 1
  }
  const from = await openDatabase(address, {
    inside: LISTENERS,
    async beforeUpgrade(before, after) {
      const { backupBeforeUpgrade } = await import('../../backup/index.ts')
      return backupBeforeUpgrade(siteOf({ ...call.config, dataFolder, database: address }), err)(before, after)
    },
  })
  if ('problem' in from) {
    err(from.problem)
    return 1
  }
  const target: DatabaseAddress = { kind: 'postgres', url }
  try {
    const to = await openStore(target, Date.now)
    try {
      const moved = await moveToPostgres({ from, to, now: Date.now, tell: toldSometimes(out) })
      if ('problem' in moved) {
        err(moved.problem)
        return 1
      }
      const width = Math.max(...moved.map(({ name }) => name.length))
      out(`\n${'Table'.padEnd(width)}  ${'SQLite'.padStart(33)}  ${'PostgreSQL'.padStart(33)}`)
      for (const { name, rows, checksum } of moved) {
        const side = `${rows.toLocaleString('en').padStart(16)} ${checksum}`
        out(`${name.padEnd(width)}  ${side}  ${side}`)
      }
      const all = moved.reduce((sum, { rows }) => sum + rows, 0)
      out(`\n${all.toLocaleString('en')} rows in ${moved.length} tables, the same on both sides.`)
    } finally {
      await to.close()
    }
    if (typeof options['copy-files'] === 'string') {
      const count = await copyUploads(dataFolder, resolve(options['copy-files']))
      out(`${count.toLocaleString('en')} uploaded files and emails are in ${resolve(options['copy-files'])}.`)
    }
    out('Set COURANT_DATABASE to that address and start Courant. Don’t start it on the old folder again without it.')
    return 0
  } catch (error) {
    const problem = databaseProblem(target, error) ?? diskProblem(error)
    if (problem === null) throw error
    err(problem.replace('at COURANT_DATABASE', 'at that address'))
    return 1
  } finally {
    await from.close()
  }
}

/** One line a table while it is small, and one for each hundred thousand rows. */
function toldSometimes(out: (text: string) => void): (table: string, rows: number) => void {
  let told = 0
  let of = ''
  return (table, rows) => {
    if (table === of && rows - told < 100_000) return
    out(`${table}: ${rows.toLocaleString('en')} rows …`)
    of = table
    told = rows
  }
}
