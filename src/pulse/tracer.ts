/** What the parts of a request are timed by, where somebody wants to know; else it is nothing. */
import type { Store } from '../store/index.ts'

/** A route's pattern, never its address. */
export interface Answered {
  route: string
  status: number
}

export interface Tracer {
  /** A request, from its first step to its answer; `answer` is asked once that is there. */
  request(method: string, work: () => Promise<void>, answer: () => Answered): Promise<void>
  /** One that was answered at once; `began` by `performance.now()`. */
  answered(method: string, answer: Answered, began: number): void
  /** A part of the request that is under way. */
  part<T>(name: string, work: () => Promise<T>): Promise<T>
  stop(): Promise<void>
}

export const NO_TRACES: Tracer = {
  request: (_method, work) => work(),
  answered: () => undefined,
  part: (_name, work) => work(),
  stop: async () => undefined,
}

/** The same store, whose transactions are parts of the request that they belong to. */
export const tracedStore = (store: Store, tracer: Tracer): Store =>
  tracer === NO_TRACES
    ? store
    : { ...store, transaction: (...given) => tracer.part('transaction', () => store.transaction(...given)) }
