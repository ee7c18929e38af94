/**
 * The counters as Prometheus reads them. Loaded only where somebody has set a
 * token for them; until they are asked for, a request costs two additions. No
 * label holds an address, a name or a word of anybody's: routes are patterns.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { metricsMessages as m } from '../messages/index.ts'
import { type Database, storeProblem } from '../store/index.ts'
import { type Backlog, readBacklog } from './backlog.ts'
import type { Ear } from './ear.ts'

/** What is asked of other parts as the counters are read. */
export interface Reading {
  db: Database
  now(): number
  cache(): { hits: number; misses: number; bytes: number; pages: number }
  /** Open lines of server-sent events. */
  streams(): number
}

export interface Metrics extends Ear {
  /** A statement of the database took so many milliseconds. */
  statement(ms: number, worked: boolean): void
  /** In Prometheus's text format. */
  text(reading: Reading): Promise<string>
  type: string
  stop(): void
}

/** In seconds. */
const ANSWERS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const STATEMENTS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1, 5]

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counter = <T extends string>(name: string, help: string, ...labelNames: T[]) =>
    new Counter({ name, help, labelNames, registers })
  const gauge = <T extends string>(name: string, help: string, ...labelNames: T[]) =>
    new Gauge({ name, help, labelNames, registers })

  const requests = counter('courant_requests_total', m.requests, 'method', 'route', 'status')
  const times = new Histogram({
    name: 'courant_request_seconds',
    help: m.times,
    labelNames: ['route'],
    buckets: ANSWERS,
    registers,
  })
  const comments = counter('courant_comments_total', m.comments, 'outcome')
  const statements = new Histogram({
    name: 'courant_database_statement_seconds',
    help: m.statements,
    labelNames: ['worked'],
    buckets: STATEMENTS,
    registers,
  })
  const hits = gauge('courant_page_cache_hits', m.hits)
  const misses = gauge('courant_page_cache_misses', m.misses)
  const bytes = gauge('courant_page_cache_bytes', m.bytes)
  const pages = gauge('courant_page_cache_pages', m.pages)
  const streams = gauge('courant_event_streams', m.streams)
  const up = gauge('courant_database_up', m.up)
  const waits = waitingGauges(gauge)

  return {
    answered(method, route, status, ms) {
      requests.inc({ method: METHODS.has(method) ? method : 'other', route, status })
      times.observe({ route }, ms / 1000)
    },
    commented: (outcome) => comments.inc({ outcome: outcome.replace(' ', '_') }),
    statement: (ms, worked) => statements.observe({ worked: worked ? 'yes' : 'no' }, ms / 1000),
    async text({ db, now, cache, streams: open }) {
      const cached = cache()
      hits.set(cached.hits)
      misses.set(cached.misses)
      bytes.set(cached.bytes)
      pages.set(cached.pages)
      streams.set(open())
      const backlog = await readBacklog(db).catch(unknownWhileAway)
      up.set(backlog ? 1 : 0)
      waits(backlog, now())
      return registry.metrics()
    },
    type: registry.contentType,
    stop: () => registry.clear(),
  }
}

/** Whatever else a stranger sends is one of the others. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'])

/** What waits. Where the database can't be asked there is no number, rather than an old one. */
function waitingGauges(gauge: <T extends string>(name: string, help: string, ...labelNames: T[]) => Gauge<T>) {
  const queue = gauge('courant_queue_comments', m.queue)
  const oldest = gauge('courant_queue_oldest_seconds', m.oldest)
  const jobs = gauge('courant_jobs', m.jobs, 'kind', 'state')
  const late = gauge('courant_jobs_oldest_due_seconds', m.late, 'kind')
  const letters = gauge('courant_letters', m.letters, 'state')
  const unsent = gauge('courant_webhook_messages', m.unsent)
  const seconds = (since: number | null, now: number) => (since === null ? 0 : Math.max(0, now - since) / 1000)
  return (backlog: Backlog | null, now: number) => {
    for (const one of [queue, oldest, unsent]) one.remove()
    for (const one of [jobs, late, letters]) one.reset()
    if (!backlog) return
    queue.set(backlog.queue.count)
    oldest.set(seconds(backlog.queue.oldestAt, now))
    for (const { kind, waiting, failing, running, dead, nextAt } of backlog.jobs) {
      for (const [state, count] of Object.entries({ waiting, failing, running, failed: dead }))
        jobs.set({ kind, state }, count)
      late.set({ kind }, seconds(nextAt, now))
    }
    for (const [state, count] of Object.entries(backlog.letters)) letters.set({ state }, count)
    unsent.set(backlog.unsent)
  }
}

function unknownWhileAway(error: unknown): null {
  if (storeProblem(error) === null) throw error
  return null
}
