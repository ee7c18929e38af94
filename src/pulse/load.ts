/** What only some sites want is loaded when it is set. */
import type { KeeperLog } from '../store/index.ts'
import type { Metrics } from './metrics.ts'
import { NO_TRACES, type Tracer } from './tracer.ts'

/** The counters for Prometheus; null where nobody has set a token for them. */
export const loadMetrics = async (token: string | null): Promise<Metrics | null> =>
  token === null ? null : (await import('./metrics.ts')).createMetrics()

/** Traces to a collector at this address; without one, none. */
export const loadTracer = async (
  address: string | null,
  { version, log }: { version: string; log: KeeperLog },
): Promise<Tracer> =>
  address === null ? NO_TRACES : (await import('./traces.ts')).createTracer({ address, version, log })
