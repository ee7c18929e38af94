import { expect, test } from 'vitest'
import { databaseProblem, describeError, storeProblem } from './index.ts'
import { fromDatabase, isPassing, unsure } from './problem.ts'

const error = (code: string, message = 'what it said') => Object.assign(new Error(message), { code })

test.each([
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['53300', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR_WRITE', 'full'],
  ['53100', 'full'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['XX001', 'damaged'],
  ['SQLITE_IOERR_READ', 'down'],
  ['57P01', 'down'],
  ['08006', 'down'],
  ['25006', 'down'],
  ['SQLITE_CONSTRAINT_UNIQUE', null],
  ['23505', null],
  ['ECONNREFUSED', null],
  ['', null],
] as const)('an error with the code %s is of the kind %s', (code, kind) => {
  expect(storeProblem(error(code))).toBe(kind)
})

test('what is no error of the database is none, whatever was thrown', () => {
  for (const thrown of [null, undefined, 'text', 7, {}, new TypeError('ours')]) expect(storeProblem(thrown)).toBe(null)
  for (const thrown of [null, undefined, 'text', 7]) {
    expect(fromDatabase(thrown)).toBe(thrown)
    expect(unsure(thrown)).toBe(thrown)
  }
})

test('a line that breaks is the database’s only where it was the database’s', () => {
  expect(storeProblem(fromDatabase(error('ECONNRESET')))).toBe('down')
  expect(storeProblem(fromDatabase(new Error('Connection terminated unexpectedly')))).toBe('down')
  expect(storeProblem(new Error('Connection terminated unexpectedly'))).toBe(null)
  expect(storeProblem(fromDatabase(new Error('syntax error')))).toBe(null)
  expect(storeProblem(unsure(error('ECONNRESET')))).toBe('unsure')
})

test('only that is tried again of which nothing was kept', () => {
  for (const code of ['SQLITE_BUSY', 'SQLITE_LOCKED', '40001', '40P01']) expect(isPassing(error(code)), code).toBe(true)
  for (const code of ['SQLITE_FULL', '53300', '57P01', '23505', '']) expect(isPassing(error(code)), code).toBe(false)
  expect(isPassing(null)).toBe(false)
})

test('whoever runs a command is told which database, what is the matter and what to do; a PostgreSQL’s address is not repeated', () => {
  const file = { kind: 'sqlite', file: '/data/courant.db' } as const
  const server = { kind: 'postgres', url: 'postgres://ana:opensesame@db/paper' } as const
  for (const [thrown, sentence] of [
    [error('SQLITE_BUSY'), /is held by another program.*try again\.$/],
    [error('SQLITE_FULL'), /has no room left \(what it said\)\. Make room/],
    [error('SQLITE_CORRUPT'), /is damaged \(what it said\)\. Stop every Courant on it and restore a backup\.$/],
    [error('57P03'), /does not answer \(what it said\)\. Check that it is running/],
    [unsure(error('08006')), /broke off while something was being kept.*Check whether it was done/],
  ] as const) {
    expect(databaseProblem(file, thrown)).toMatch(sentence)
    expect(databaseProblem(file, thrown)).toMatch(/^The database at \/data\/courant\.db /)
    expect(databaseProblem(server, thrown)).toMatch(/^The database at COURANT_DATABASE /)
    expect(databaseProblem(server, thrown)).not.toContain('opensesame')
  }
  expect(databaseProblem(file, new TypeError('ours'))).toBe(null)
  // One that says nothing is named by its code.
  expect(databaseProblem(server, fromDatabase(error('ECONNREFUSED', '')))).toContain('(ECONNREFUSED)')
})

test('the log is told of an error its kind and its words, and never what a row holds', () => {
  const thrown = Object.assign(error('23505', 'duplicate key'), { detail: 'Key (mail)=(ada@paper.example) exists.' })
  expect(describeError(thrown)).toMatchObject({ error: 'Error', code: '23505', message: 'duplicate key' })
  expect(JSON.stringify(describeError(thrown))).not.toContain('ada@paper.example')
  expect(describeError(new TypeError('ours'))).toMatchObject({ error: 'TypeError', code: undefined, message: 'ours' })
  expect(describeError('text')).toEqual({ error: 'string' })
})
