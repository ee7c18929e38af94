/**
 * Every setting of the program, read once and checked. Settings of the site
 * itself (its name, its house rule) live in the database and are changed in the
 * newsroom; these are the machine's. docs/operating.md has a heading for each.
 */
import { resolve } from 'node:path'

export const settings = {
  COURANT_DATA: {
    default: './data',
    description: 'The folder that holds the database and everything else the site keeps.',
  },
  COURANT_DATABASE: {
    default: '',
    description: 'postgres://user:password@host/name to use PostgreSQL; empty for SQLite in the data folder.',
  },
  COURANT_HOST: { default: '127.0.0.1', description: 'The address to listen on; 0.0.0.0 for all of them.' },
  COURANT_PORT: { default: '4000', description: 'The port to listen on; 0 for any free one.' },
  COURANT_URL: {
    default: '',
    description: 'Where readers reach the site, such as https://paper.example; empty for the address listened on.',
  },
  COURANT_PROXIES: {
    default: '0',
    description: 'How many reverse proxies stand in front and set X-Forwarded-For. With 0 that header is not believed.',
  },
  COURANT_LOG: { default: 'info', description: 'How much is logged: silent, error, warn, info or debug.' },
} as const

export type SettingName = keyof typeof settings

export interface Config {
  /** Absolute path. */
  dataFolder: string
  /** A postgres:// address, or an absolute path of an SQLite file. */
  database: { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }
  host: string
  port: number
  /** Without a slash at the end; empty until the port is known. */
  url: string
  proxies: number
  log: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** The settings as a Config, or one sentence that says which is wrong and how to put it right. */
export function readConfig(
  environment: Record<string, string | undefined> = process.env,
): Config | { problem: string } {
  const unknown = Object.keys(environment).find(
    (name) => name.startsWith('COURANT_') && !(name in settings) && !isOthers(name),
  )
  if (unknown)
    return { problem: `There is no setting ${unknown}; the settings are ${Object.keys(settings).join(', ')}.` }
  const get = (name: SettingName): string => environment[name]?.trim() || settings[name].default

  const port = Number(get('COURANT_PORT'))
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return { problem: `COURANT_PORT is "${get('COURANT_PORT')}"; give a whole number from 0 to 65535.` }
  }
  const proxies = Number(get('COURANT_PROXIES'))
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 10) {
    return {
      problem: `COURANT_PROXIES is "${get('COURANT_PROXIES')}"; give the number of proxies in front, from 0 to 10.`,
    }
  }
  const log = get('COURANT_LOG')
  if (!isLogLevel(log)) return { problem: `COURANT_LOG is "${log}"; give silent, error, warn, info or debug.` }

  const url = get('COURANT_URL').replace(/\/+$/, '')
  if (url && !isSiteAddress(url)) {
    return { problem: `COURANT_URL is "${url}"; give an address such as https://paper.example, without a path.` }
  }
  const dataFolder = resolve(get('COURANT_DATA'))
  const database = get('COURANT_DATABASE')
  if (database && !/^postgres(ql)?:\/\//.test(database)) {
    return { problem: 'COURANT_DATABASE must begin with postgres://; leave it empty to use SQLite in the data folder.' }
  }
  return {
    dataFolder,
    database: database
      ? { kind: 'postgres', url: database }
      : { kind: 'sqlite', file: resolve(dataFolder, 'courant.db') },
    host: get('COURANT_HOST'),
    port,
    url,
    proxies,
    log,
  }
}

/** Names that belong to the tests and the launcher, not to the program. */
const isOthers = (name: string) => /^COURANT_(TEST_|SHARED$|CHROMIUM$)/.test(name)

const isLogLevel = (value: string): value is Config['log'] =>
  ['silent', 'error', 'warn', 'info', 'debug'].includes(value)

function isSiteAddress(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, pathname, search, hash } = new URL(value)
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash
}
