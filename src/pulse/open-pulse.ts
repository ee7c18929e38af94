/** What this process is watched by: its memory of a day, and what only some sites want, loaded where it is set. */
import type { KeeperLog } from '../store/index.ts'
import { bothEars, type Ear } from './ear.ts'
import { createHistory, type History } from './history.ts'
import type { Metrics } from './metrics.ts'
import { NO_TRACES, type Tracer } from './tracer.ts'

/** How the machine is doing: what is told, and what is made of it. */
export interface Pulse {
  /** Of the program. */
  version: string
  ear: Ear
  trace: Tracer
  history: History
  /** The counters for Prometheus, and what opens them; null where nobody has set a token for them. */
  metrics: { counters: Metrics; token: string } | null
}

interface Setting {
  metricsToken: string | null
  /** Where a collector takes traces. */
  traces: string | null
}

export async function openPulse(
  { metricsToken: token, traces }: Setting,
  { version, log, now }: { version: string; log: KeeperLog; now(): number },
): Promise<Pulse> {
  const history = createHistory(now())
  const counters = token === null ? null : (await import('./metrics.ts')).createMetrics()
  return {
    ...{ version, history },
    ear: counters ? bothEars(history, counters) : history,
    trace: traces === null ? NO_TRACES : (await import('./traces.ts')).createTracer({ address: traces, version, log }),
    metrics: counters && token ? { counters, token } : null,
  }
}
