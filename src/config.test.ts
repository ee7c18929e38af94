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
  [{ COURANT_SMTP: 'mail.example', COURANT_MAIL_FROM: 'a@b.example' }, 'give smtps://user:password@host:port'],
  [{ COURANT_SMTP: 'smtp://ana@mail.example', COURANT_MAIL_FROM: 'a@b.example' }, 'COURANT_SMTP could not be read'],
  [{ COURANT_SMTP: 'smtps://mail.example' }, 'COURANT_MAIL_FROM is needed'],
  [{ COURANT_MAIL_FROM: 'The newsroom' }, 'give an address such as newsroom@paper.example'],
  [{ COURANT_MAIL_FROM: 'a@b.example, c@d.example' }, 'COURANT_MAIL_FROM is'],
  [{ COURANT_MAIL_FROM: '"Half a quote <n@paper.example>' }, 'COURANT_MAIL_FROM is'],
  [{ COURANT_MAIL_FROM: 'Half a bracket n@paper.example>' }, 'COURANT_MAIL_FROM is'],
  [{ COURANT_MAIL_FROM: 'Nowhere <n@-paper.example>' }, 'COURANT_MAIL_FROM is'],
  [{ COURANT_FILES: '/mnt/pictures' }, 'give s3://bucket or s3://bucket/prefix'],
  [{ COURANT_FILES: 's3://pictures/../other' }, 'give s3://bucket or s3://bucket/prefix'],
  [{ COURANT_FILES: 's3://pictures' }, 'COURANT_S3_KEY and COURANT_S3_SECRET are needed'],
  [{ COURANT_FILES: 's3://pictures', COURANT_S3_KEY: 'key' }, 'COURANT_S3_KEY and COURANT_S3_SECRET are needed'],
  [{ COURANT_S3_KEY: 'key' }, 'but COURANT_FILES is not'],
  [{ COURANT_S3_ENDPOINT: 's3.example' }, 'give an address such as https://s3.example'],
  [{ COURANT_S3_REGION: 'Frankfurt' }, 'give a region such as eu-central-1'],
  [{ COURANT_S3_STYLE: 'virtual' }, 'give path or host'],
  [{ COURANT_BACKUPS: '/b', COURANT_BACKUP_HOUR: '24' }, 'give a whole number from 0 to 23'],
  [{ COURANT_BACKUPS: '/b', COURANT_BACKUP_KEEP: '0' }, 'give a whole number from 1 to 1000'],
  [{ COURANT_BACKUP_KEEP: '3' }, 'COURANT_BACKUPS is not'],
  [{ COURANT_REPLICA: 'postgres://replica/db' }, 'COURANT_DATABASE is not'],
  [{ COURANT_DATABASE: 'postgres://h/db', COURANT_REPLICA: 'replica' }, 'must begin with postgres://'],
  [{ COURANT_GRACE: 'a minute' }, 'give a whole number of seconds from 0 to 300'],
  [{ COURANT_METRICS_TOKEN: 'short' }, 'has to have 16 to 200 letters'],
  [{ COURANT_TRACES: 'collector:4318' }, 'such as http://127.0.0.1:4318'],
  [{ COURANT_SHARED_CACHE: '0' }, 'give a whole number of seconds from 1 to 86400'],
  [{ COURANT_SHARED_CACHE: '600' }, 'without COURANT_PURGE at most 60 are allowed'],
  [{ COURANT_PURGE: 'varnish:http://127.0.0.1:6081' }, 'COURANT_SHARED_CACHE is not'],
  [{ COURANT_SHARED_CACHE: '600', COURANT_PURGE: 'squid:http://127.0.0.1' }, 'give nginx: or varnish:'],
  [{ COURANT_SHARED_CACHE: '600', COURANT_PURGE: 'nginx:127.0.0.1' }, 'give nginx: or varnish:'],
  [{ COURANT_SHARED_CACHE: '600', COURANT_PURGE: 'fastly:a1b2c3d4' }, 'COURANT_PURGE_KEY is needed'],
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
    COURANT_REPLICA: 'postgres://replica/db',
    COURANT_FILES: 's3://pictures',
    COURANT_S3_ENDPOINT: 'https://s3.example',
    COURANT_S3_REGION: 'Frankfurt',
    COURANT_S3_STYLE: 'virtual',
    COURANT_S3_KEY: 'key',
    COURANT_S3_SECRET: 'secret',
    COURANT_HOST: '0.0.0.0',
    COURANT_PORT: '1',
    COURANT_URL: 'https://paper.example',
    COURANT_PROXIES: '1',
    COURANT_SMTP: 'smtps://ana:secret@mail.example',
    COURANT_MAIL_FROM: 'newsroom@paper.example',
    COURANT_BACKUPS: '/mnt/other/backups',
    COURANT_BACKUP_HOUR: '4',
    COURANT_BACKUP_KEEP: '14',
    COURANT_GRACE: '10',
    COURANT_METRICS_TOKEN: '0123456789abcdef',
    COURANT_TRACES: 'http://127.0.0.1:4318',
    COURANT_SHARED_CACHE: '30',
    COURANT_PURGE: 'varnish:http://127.0.0.1:6081',
    COURANT_PURGE_KEY: 'key',
    COURANT_LOG: 'debug',
  }
  for (const [name, value] of Object.entries(other))
    expect(JSON.stringify(readConfig({ [name]: value }))).not.toBe(plain)
})

test('COURANT_FILES says where uploaded files lie: in the data folder, or in a bucket of Amazon’s or anybody else’s', () => {
  const keys = { COURANT_S3_KEY: 'key', COURANT_S3_SECRET: 'a/b+c=' }
  expect(readConfig({ COURANT_DATA: '/srv/paper' })).toMatchObject({ bucket: null })
  expect(readConfig({ COURANT_FILES: 's3://paper', COURANT_S3_REGION: 'eu-central-1', ...keys })).toMatchObject({
    bucket: {
      ...{ bucket: 'paper', prefix: '', style: 'path', key: 'key', secret: 'a/b+c=' },
      endpoint: 'https://s3.eu-central-1.amazonaws.com',
    },
  })
  expect(
    readConfig({
      COURANT_FILES: 's3://paper/news/files/',
      COURANT_S3_ENDPOINT: 'http://127.0.0.1:9000/',
      COURANT_S3_STYLE: 'host',
      ...keys,
    }),
  ).toMatchObject({ bucket: { prefix: 'news/files', endpoint: 'http://127.0.0.1:9000', style: 'host' } })
})

test('COURANT_SHARED_CACHE and COURANT_PURGE say what caches in front may keep, and which of them is told', () => {
  expect(readConfig({})).toMatchObject({ sharedCache: null })
  expect(readConfig({ COURANT_SHARED_CACHE: '30' })).toMatchObject({ sharedCache: { seconds: 30, purge: null } })
  const told = (purge: string, key = '') =>
    readConfig({ COURANT_SHARED_CACHE: '600', COURANT_PURGE: purge, COURANT_PURGE_KEY: key })
  expect(told('nginx:http://127.0.0.1:8080/')).toMatchObject({
    sharedCache: { seconds: 600, purge: { kind: 'nginx', address: 'http://127.0.0.1:8080' } },
  })
  expect(told('cloudflare:0a1b2c3d', 'secret')).toMatchObject({
    sharedCache: {
      purge: { kind: 'cloudflare', address: 'https://api.cloudflare.com', account: '0a1b2c3d', key: 'secret' },
    },
  })
})

test('COURANT_TRACES is a collector’s address; where it has no path, it is that of OTLP', () => {
  expect(readConfig({ COURANT_TRACES: 'http://127.0.0.1:4318' })).toMatchObject({
    traces: 'http://127.0.0.1:4318/v1/traces',
  })
  expect(readConfig({ COURANT_TRACES: 'https://otel.example/in' })).toMatchObject({ traces: 'https://otel.example/in' })
})

test('COURANT_SMTP and COURANT_MAIL_FROM say how letters leave; without them they are written as files', () => {
  expect(readConfig({})).toMatchObject({ mail: { smtp: null, from: null } })
  expect(
    readConfig({
      COURANT_SMTP: 'smtps://ana%40paper:a%2Fb@mail.example',
      COURANT_MAIL_FROM: 'The Paper <n@paper.example>',
    }),
  ).toMatchObject({
    mail: {
      smtp: { host: 'mail.example', port: 465, secure: true, user: 'ana@paper', password: 'a/b' },
      from: { name: 'The Paper', address: 'n@paper.example' },
    },
  })
  expect(readConfig({ COURANT_SMTP: 'smtp://[::1]:2525', COURANT_MAIL_FROM: 'n@paper.example' })).toMatchObject({
    mail: { smtp: { host: '::1', port: 2525, secure: false, user: '', password: '' }, from: { name: '' } },
  })
})

test.each([
  ['"Harbour Gazette, The" <news@example.org>', 'Harbour Gazette, The'],
  ['"The \\"Gazette\\", <daily>" <news@example.org>', 'The "Gazette", <daily>'],
  ['"a\\\\b"<news@example.org>', 'a\\b'],
  ['  Harbour Gazette, The <news@example.org> ', 'Harbour Gazette, The'],
  ['O’Neil (news) <news@example.org>', 'O’Neil (news)'],
  ['<news@example.org>', ''],
  ['news@example.org', ''],
])('the sender %s is taken as mail programs write it', (value, name) => {
  expect(readConfig({ COURANT_MAIL_FROM: value })).toMatchObject({
    mail: { from: { name, address: 'news@example.org' } },
  })
})

test('a password that could not be read is not repeated', () => {
  const result = readConfig({ COURANT_SMTP: 'smtp:ana:opensesame@mail', COURANT_MAIL_FROM: 'n@paper.example' })
  expect(result).toHaveProperty('problem')
  expect(JSON.stringify(result)).not.toContain('opensesame')
})
