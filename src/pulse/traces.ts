/**
 * Where time goes in a request, as OpenTelemetry tells it: a span a request,
 * below it one for each transaction and each page drawn. Loaded only where a
 * collector is set. A span holds a route's pattern and a status, no address.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base'
import type { KeeperLog } from '../store/index.ts'
import type { Tracer } from './tracer.ts'

/** For one message to the collector, and for the last as the program ends. In milliseconds. */
const PATIENCE = 3000

/** `address`: of the collector's traces, such as http://127.0.0.1:4318/v1/traces. */
export function createTracer({ address, version, log }: { address: string; version: string; log: KeeperLog }): Tracer {
  const exporter = telling(new OTLPTraceExporter({ url: address, timeoutMillis: PATIENCE }), log)
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'courant', 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: PATIENCE })],
  })
  const tracer = provider.getTracer('courant')
  const here = new AsyncLocalStorage<Context>()

  const within = async <T>(span: Span, work: () => Promise<T>): Promise<T> => {
    try {
      return await here.run(trace.setSpan(here.getStore() ?? ROOT_CONTEXT, span), work)
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  }
  return {
    request(method, work, answer) {
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, ROOT_CONTEXT)
      return within(span, async () => {
        await work()
        nameBy(span, method, answer())
      })
    },
    answered(method, answer, began) {
      const startTime = Date.now() - (performance.now() - began)
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER, startTime }, ROOT_CONTEXT)
      nameBy(span, method, answer)
      span.end()
    },
    // What works by itself, for no request, is told of by nobody.
    part: (name, work) => {
      const above = here.getStore()
      return above ? within(tracer.startSpan(name, {}, above), work) : work()
    },
    // What the collector did not take has been told of; the program ends all the same.
    stop: () => provider.shutdown().catch(() => undefined),
  }
}

function nameBy(span: Span, method: string, { route, status }: { route: string; status: number }): void {
  span.updateName(`${method} ${route}`)
  span.setAttributes({ 'http.request.method': method, 'http.route': route, 'http.response.status_code': status })
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
}

/** A collector that is away is told of once, and once more when it is back; what it misses is lost. */
function telling(exporter: SpanExporter, log: KeeperLog): SpanExporter {
  let isAway = false
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const failed = result.code !== 0
        if (failed && !isAway) log.warn({ problem: result.error?.message ?? '' }, 'traces: the collector takes none')
        if (!failed && isAway) log.info({}, 'traces: the collector takes them again')
        isAway = failed
        done(result)
      }),
    shutdown: () => exporter.shutdown(),
  }
}
