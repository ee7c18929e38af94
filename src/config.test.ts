import { expect, test } from 'vitest'
import { readConfig, type settings } from './config.ts'

test('without any setting the site is on port 4000 of this machine, with SQLite in ./data', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    database: { kind: 'sqlite', file: expect.stringMatching(/data[/\\]courant\.db$/) },
  })
})

test('COURANT_DATABASE chooses PostgreSQL', () => {
  expect(readConfig({ COURANT_DATABASE: 'postgres://u@h/db' })).toMatchObject({
    database: { kind: 'postgres', url: 'postgres://u@h/db' },
  })
})

test.each([
  [{ COURANT_PORT: 'http' }, 'COURANT_PORT is "http"; give a whole number'],
  [{ COURANT_PORT: '70000' }, 'from 0 to 65535'],
  [{ COURANT_URL: 'paper.example' }, 'give an address such as https://paper.example'],
  [{ COURANT_URL: 'https://paper.example/news' }, 'without a path'],
  [{ COURANT_DATABASE: 'mysql://h' }, 'must begin with postgres://'],
  [{ COURANT_PROXIES: '-1' }, 'the number of proxies'],
  [{ COURANT_LOG: 'loud' }, 'give silent, error, warn, info or debug'],
  [{ COURANT_PROT: '80' }, 'There is no setting COURANT_PROT'],
])('a wrong setting %j is answered with a sentence', (environment, sentence) => {
  expect(readConfig(environment)).toEqual({ problem: expect.stringContaining(sentence) })
})

test('every setting is read: changing any of them changes the configuration or is refused', () => {
  const plain = JSON.stringify(readConfig({}))
  const other: Record<keyof typeof settings, string> = {
    COURANT_DATA: '/elsewhere',
    COURANT_DATABASE: 'postgres://h/db',
    COURANT_HOST: '0.0.0.0',
    COURANT_PORT: '1',
    COURANT_URL: 'https://paper.example',
    COURANT_PROXIES: '1',
    COURANT_LOG: 'debug',
  }
  for (const [name, value] of Object.entries(other))
    expect(JSON.stringify(readConfig({ [name]: value }))).not.toBe(plain)
})
