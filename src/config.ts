/**
 * Every setting of the program, read once and checked. Settings of the site
 * itself (its name, its house rule) live in the database and are changed in the
 * newsroom; these are the machine's. docs/operating.md has a heading for each.
 */
import { existsSync, readFileSync } from 'node:fs'
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
  COURANT_REPLICA: {
    default: '',
    description:
      'postgres://… of a read replica of that PostgreSQL, from which readers’ pages are drawn; empty for none.',
  },
  COURANT_FILES: {
    default: '',
    description:
      'Where uploaded files lie: s3://bucket or s3://bucket/prefix for S3-compatible storage; empty for the data folder.',
  },
  COURANT_S3_ENDPOINT: {
    default: '',
    description:
      'The address of the S3-compatible storage, such as https://s3.example; empty for Amazon’s in the region.',
  },
  COURANT_S3_REGION: { default: 'us-east-1', description: 'The region that the bucket is in.' },
  COURANT_S3_STYLE: {
    default: 'path',
    description: 'Whether the bucket is named in the path of an address (path) or before the host (host).',
  },
  COURANT_S3_KEY: { default: '', description: 'The access key for the bucket.' },
  COURANT_S3_SECRET: { default: '', description: 'The secret that goes with the access key.' },
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
  COURANT_SMTP: {
    default: '',
    description:
      'The mail server, as smtps://user:password@host:port or smtp://…; empty to write letters as files into the data folder.',
  },
  COURANT_MAIL_FROM: {
    default: '',
    description:
      'The address that letters come from, such as newsroom@paper.example or The Paper <news@paper.example>.',
  },
  COURANT_BACKUPS: {
    default: '',
    description: 'The folder for a backup every day, best on another disk; empty for none.',
  },
  COURANT_BACKUP_HOUR: {
    default: '3',
    description: 'The hour after which the daily backup is made, 0 to 23, by this machine’s clock.',
  },
  COURANT_BACKUP_KEEP: { default: '7', description: 'How many daily backups are kept.' },
  COURANT_GRACE: {
    default: '0',
    description:
      'How many seconds the program goes on answering after SIGTERM while /readyz says that it ends, so that a load balancer sends readers elsewhere; 0 to 300.',
  },
  COURANT_METRICS_TOKEN: {
    default: '',
    description: 'The token with which Prometheus may read /metrics; empty for no such page.',
  },
  COURANT_TRACES: {
    default: '',
    description:
      'The address of an OpenTelemetry collector that takes OTLP over HTTP, such as http://127.0.0.1:4318; empty for no traces.',
  },
  COURANT_SHARED_CACHE: {
    default: '',
    description:
      'For how many seconds a cache in front of the site may show a page without asking, 1 to 86400; empty for never.',
  },
  COURANT_PURGE: {
    default: '',
    description:
      'Which cache is told what has changed: nginx:http://127.0.0.1:8080, varnish:http://127.0.0.1:6081, fastly:SERVICE or cloudflare:ZONE; empty for none.',
  },
  COURANT_PURGE_KEY: { default: '', description: 'The token with which Fastly or Cloudflare is told.' },
  COURANT_LOG: { default: 'info', description: 'How much is logged: silent, error, warn, info or debug.' },
} as const

export type SettingName = keyof typeof settings

export interface Config {
  /** Absolute path. */
  dataFolder: string
  /** A postgres:// address, and that of its read replica where there is one, or an absolute path of an SQLite file. */
  database: { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string; replica?: string }
  /** The bucket in which uploaded files lie; null for the data folder. */
  bucket: {
    /** Without a slash at the end. */
    endpoint: string
    region: string
    bucket: string
    /** What each name begins with in the bucket, without a slash at its ends; empty for none. */
    prefix: string
    style: 'path' | 'host'
    key: string
    secret: string
  } | null
  host: string
  port: number
  /** Without a slash at the end; empty until the port is known. */
  url: string
  proxies: number
  mail: {
    /** The mail server; null to write letters as files. */
    smtp: { host: string; port: number; secure: boolean; user: string; password: string } | null
    /** Who letters are from; an empty name stands for the site's, null for the usual address. */
    from: { name: string; address: string } | null
  }
  /** The backup of every day; null for none. */
  backups: {
    /** Absolute path. */
    folder: string
    /** 0 to 23, by this machine's clock. */
    hour: number
    keep: number
  } | null
  /** How long requests are still answered once the program is to end, in seconds. */
  grace: number
  /** What /metrics is opened with; null where there is none. */
  metricsToken: string | null
  /** Where traces are sent, with the path; null for nowhere. */
  traces: string | null
  /** What caches in front of the site may keep; null where they ask each time. */
  sharedCache: {
    seconds: number
    /** Which of them is told what has changed; null where none is. */
    purge: Purge | null
  } | null
  log: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** A cache that can be told. `address` is where it listens, without a slash at the end. */
export type Purge =
  | { kind: 'nginx' | 'varnish'; address: string }
  | { kind: 'fastly' | 'cloudflare'; address: string; account: string; key: string }

/** This program's version. What is built beside it, such as the measurements, lies a folder deeper. */
export function readVersion(): string {
  const [near, far] = ['../package.json', '../../package.json'].map((path) => new URL(path, import.meta.url)) as [
    URL,
    URL,
  ]
  return JSON.parse(readFileSync(existsSync(near) ? near : far, 'utf8')).version
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

  const url = get('COURANT_URL').replace(/(?<!\/)\/+$/, '')
  if (url && !isSiteAddress(url)) {
    return { problem: `COURANT_URL is "${url}"; give an address such as https://paper.example, without a path.` }
  }
  const smtp = get('COURANT_SMTP') ? readMailServer(get('COURANT_SMTP')) : null
  // The setting itself is not repeated: it may hold a password.
  if (smtp === 'wrong')
    return {
      problem:
        'COURANT_SMTP could not be read; give smtps://user:password@host:port, with @ : / % in the password as %40 %3A %2F %25.',
    }
  const from = get('COURANT_MAIL_FROM') ? readSender(get('COURANT_MAIL_FROM')) : null
  if (from === 'wrong')
    return {
      problem: `COURANT_MAIL_FROM is "${get('COURANT_MAIL_FROM')}"; give an address such as newsroom@paper.example.`,
    }
  if (smtp && !from)
    return {
      problem:
        'COURANT_SMTP is set, so COURANT_MAIL_FROM is needed: the address letters come from, one that your mail server may send for.',
    }
  const dataFolder = resolve(get('COURANT_DATA'))
  const database = get('COURANT_DATABASE')
  if (database && !/^postgres(ql)?:\/\//.test(database)) {
    return { problem: 'COURANT_DATABASE must begin with postgres://; leave it empty to use SQLite in the data folder.' }
  }
  const replica = get('COURANT_REPLICA')
  if (replica && !/^postgres(ql)?:\/\//.test(replica))
    return { problem: 'COURANT_REPLICA must begin with postgres://; leave it empty where there is no read replica.' }
  if (replica && !database)
    return {
      problem: 'COURANT_REPLICA is set, but COURANT_DATABASE is not; give the PostgreSQL that it is a replica of.',
    }
  const bucket = readBucket(get)
  if (bucket && 'problem' in bucket) return bucket
  const backups = readBackups(get, environment)
  if (backups && 'problem' in backups) return backups
  const grace = Number(get('COURANT_GRACE'))
  if (!Number.isInteger(grace) || grace < 0 || grace > 300)
    return { problem: `COURANT_GRACE is "${get('COURANT_GRACE')}"; give a whole number of seconds from 0 to 300.` }
  const metricsToken = get('COURANT_METRICS_TOKEN') || null
  // Not repeated: it opens a door.
  if (metricsToken !== null && !/^[\w.~+/=-]{16,200}$/.test(metricsToken))
    return {
      problem:
        'COURANT_METRICS_TOKEN has to have 16 to 200 letters, digits or signs of -._~+/=. The command “openssl rand -hex 24” makes one.',
    }
  const traces = readTraces(get('COURANT_TRACES'))
  if (traces && 'problem' in traces) return traces
  const sharedCache = readSharedCache(get)
  if (sharedCache && 'problem' in sharedCache) return sharedCache
  return {
    dataFolder,
    bucket,
    database: database
      ? { kind: 'postgres', url: database, ...(replica ? { replica } : {}) }
      : { kind: 'sqlite', file: resolve(dataFolder, 'courant.db') },
    host: get('COURANT_HOST'),
    port,
    url,
    proxies,
    mail: { smtp, from },
    backups,
    grace,
    metricsToken,
    traces: traces?.address ?? null,
    sharedCache,
    log,
  }
}

/** Names that belong to the tests, and to programs that drive this one and are told where it lies. */
const isOthers = (name: string) => /^COURANT_(TEST_|SHARED$|CHROMIUM$|MAIN$)/.test(name)

const isLogLevel = (value: string): value is Config['log'] =>
  ['silent', 'error', 'warn', 'info', 'debug'].includes(value)

/** As readUrl in text/: this file knows no part. */
function parsed(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

/** The backup of every day. */
function readBackups(
  get: (name: SettingName) => string,
  given: Record<string, string | undefined>,
): Config['backups'] | { problem: string } {
  const folder = get('COURANT_BACKUPS')
  const [hour, keep] = [Number(get('COURANT_BACKUP_HOUR')), Number(get('COURANT_BACKUP_KEEP'))]
  if (!folder)
    return given.COURANT_BACKUP_HOUR || given.COURANT_BACKUP_KEEP
      ? { problem: 'COURANT_BACKUP_… is set, but COURANT_BACKUPS is not; give it a folder, or leave all of them out.' }
      : null
  if (!Number.isInteger(hour) || hour < 0 || hour > 23)
    return { problem: `COURANT_BACKUP_HOUR is "${get('COURANT_BACKUP_HOUR')}"; give a whole number from 0 to 23.` }
  if (!Number.isInteger(keep) || keep < 1 || keep > 1000)
    return { problem: `COURANT_BACKUP_KEEP is "${get('COURANT_BACKUP_KEEP')}"; give a whole number from 1 to 1000.` }
  return { folder: resolve(folder), hour, keep }
}

/** Where traces are sent; OTLP over HTTP has its own path where none is given. */
function readTraces(value: string): { address: string } | { problem: string } | null {
  if (!value) return null
  const url = parsed(value)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    return { problem: `COURANT_TRACES is "${value}"; give the address of a collector such as http://127.0.0.1:4318.` }
  if (url.pathname === '/') url.pathname = '/v1/traces'
  return { address: url.href }
}

/** So long a page that was taken down may be shown where nobody tells the cache, in seconds. */
const MOST_UNTOLD = 60

/** Caches in front of the site. */
function readSharedCache(get: (name: SettingName) => string): Config['sharedCache'] | { problem: string } {
  const [given, told, key] = [get('COURANT_SHARED_CACHE'), get('COURANT_PURGE'), get('COURANT_PURGE_KEY')]
  if (!given)
    return told || key
      ? { problem: 'COURANT_PURGE is set, but COURANT_SHARED_CACHE is not; give it seconds, or leave both out.' }
      : null
  const seconds = Number(given)
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400)
    return { problem: `COURANT_SHARED_CACHE is "${given}"; give a whole number of seconds from 1 to 86400.` }
  if (!told && seconds > MOST_UNTOLD)
    return {
      problem: `COURANT_SHARED_CACHE is ${given}, but without COURANT_PURGE at most ${MOST_UNTOLD} are allowed: so long a comment that was removed would still be shown.`,
    }
  const purge = told ? readPurge(told, key) : null
  return purge && 'problem' in purge ? purge : { seconds, purge }
}

function readPurge(told: string, key: string): Purge | { problem: string } {
  const [, kind, rest = ''] = /^(nginx|varnish|fastly|cloudflare):(.+)$/.exec(told) ?? []
  const wrong = {
    problem: `COURANT_PURGE is "${told}"; give nginx: or varnish: with its address, such as varnish:http://127.0.0.1:6081, or fastly: or cloudflare: with the id of the service or zone.`,
  }
  if (kind === 'nginx' || kind === 'varnish')
    return isSiteAddress(rest) ? { kind, address: rest.replace(/\/$/, '') } : wrong
  if ((kind !== 'fastly' && kind !== 'cloudflare') || !/^\w{5,64}$/.test(rest)) return wrong
  if (!key) return { problem: `COURANT_PURGE is ${kind}, so COURANT_PURGE_KEY is needed: a token that may purge.` }
  const address = kind === 'fastly' ? 'https://api.fastly.com' : 'https://api.cloudflare.com'
  return { kind, address, account: rest, key }
}

/** Where uploaded files lie. Keys are not repeated in a sentence. */
function readBucket(get: (name: SettingName) => string): Config['bucket'] | { problem: string } {
  const [place, endpoint, style] = [get('COURANT_FILES'), get('COURANT_S3_ENDPOINT'), get('COURANT_S3_STYLE')]
  const [region, key, secret] = [get('COURANT_S3_REGION'), get('COURANT_S3_KEY'), get('COURANT_S3_SECRET')]
  if (style !== 'path' && style !== 'host') return { problem: `COURANT_S3_STYLE is "${style}"; give path or host.` }
  if (!/^[a-z0-9-]{1,60}$/.test(region))
    return { problem: `COURANT_S3_REGION is "${region}"; give a region such as eu-central-1.` }
  if (endpoint && !isSiteAddress(endpoint))
    return {
      problem: `COURANT_S3_ENDPOINT is "${endpoint}"; give an address such as https://s3.example, without a path.`,
    }
  if (!place) {
    if (endpoint || key || secret)
      return { problem: 'COURANT_S3_… is set, but COURANT_FILES is not; give s3://bucket, or leave all of them out.' }
    return null
  }
  const [, bucket, prefix = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*))?$/.exec(place) ?? []
  if (bucket === undefined || /(^|\/)\.{1,2}(\/|$)|\/\/./.test(prefix))
    return { problem: `COURANT_FILES is "${place}"; give s3://bucket or s3://bucket/prefix, or leave it empty.` }
  if (!key || !secret) return { problem: 'COURANT_FILES is set, so COURANT_S3_KEY and COURANT_S3_SECRET are needed.' }
  return {
    endpoint: endpoint ? endpoint.replace(/\/$/, '') : `https://s3.${region}.amazonaws.com`,
    ...{ region, bucket, prefix: prefix.replace(/^\/|\/$/g, ''), style, key, secret },
  }
}

/** smtp(s)://user:password@host:port; without a port the usual one: 465 encrypted from the start, else 587. */
function readMailServer(value: string): NonNullable<Config['mail']['smtp']> | 'wrong' {
  const url = parsed(value)
  if (url === null) return 'wrong'
  const { protocol, hostname, port, username, password, pathname, search, hash } = url
  if (!/^smtps?:$/.test(protocol) || !hostname || !/^\/?$/.test(pathname) || search || hash) return 'wrong'
  if ((username === '') !== (password === '')) return 'wrong'
  const secure = protocol === 'smtps:'
  try {
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port ? Number(port) : secure ? 465 : 587,
      secure,
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
    }
  } catch {
    return 'wrong'
  }
}

/** "address", "Name <address>" or, as mail programs write it, "\"Name, with a comma\" <address>". */
function readSender(value: string): NonNullable<Config['mail']['from']> | 'wrong' {
  const [, quoted, plain, inBrackets, bare] =
    /^(?:(?:"((?:[^"\\\p{Cc}]|\\[^\p{Cc}])*)"\s*|([^<>"\\\p{Cc}]*))<([^<>]*)>|([^<>]*))$/u.exec(value) ?? []
  const address = inBrackets ?? bare ?? ''
  const name = quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/gu, '$1')
  // What a letter can be addressed to, as mail/ holds it.
  return address.length <= 254 &&
    /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(address)
    ? { name: name.trim(), address }
    : 'wrong'
}

function isSiteAddress(value: string): boolean {
  const url = parsed(value)
  if (url === null) return false
  const { protocol, pathname, search, hash } = url
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash
}
