/**
 * A line of its own to a PostgreSQL, on which every process tells the others that
 * it has said something. It is looked after: one that breaks is made anew, one
 * that has gone silent is taken for broken.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { backOff } from '../beside/back-off.ts'

const CHANNEL = 'courant_changes'
/** How long an answer may take until the line is taken for broken, in milliseconds. */
export const ANSWER_WITHIN = 15_000
/** The longest between two attempts to make it anew, in milliseconds. */
const LONGEST_PAUSE = 5000

export interface Line {
  /** Tells the others that there is something new. */
  tell(): void
  /** Called when another has told that, and when the line is back. */
  onNews(hear: () => void): void
  /** The rows of an answer; rejects at once where there is no line. */
  ask(text: string, values: readonly unknown[]): Promise<unknown[]>
  /** It did not answer: it is made anew. */
  doubt(): void
  close(): Promise<void>
}

interface Options {
  /** A line on which a question is given up after ANSWER_WITHIN. */
  connect(): pg.Client
  /** Marks what this process says. */
  sender: string
}

/** Rejects where the first connection can't be made; later ones are tried until they can. */
export async function openLine({ connect, sender }: Options): Promise<Line> {
  const closed = new AbortController()
  const { signal } = closed
  let hear = () => {}
  /** What is asked on the line at the moment; the next waits for it. */
  let asking: Promise<unknown> = Promise.resolve()
  let isTelling = false
  let isToldAgain = false
  let line: Awaited<ReturnType<typeof open>> | null = await open()

  async function open() {
    const client = connect()
    const lost = new AbortController()
    client.on('error', () => lost.abort())
    client.on('end', () => lost.abort())
    client.on('notification', ({ payload }) => {
      // What is said here was heard when it was committed.
      if (payload !== sender) hear()
    })
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      return { client, lost }
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
  }
  const untilLost = ({ lost }: NonNullable<typeof line>) =>
    new Promise<void>((resolve) => {
      if (lost.signal.aborted) resolve()
      else lost.signal.addEventListener('abort', () => resolve(), { once: true })
    })
  const look = async () => {
    while (!signal.aborted) {
      if (line) await untilLost(line)
      line?.client.end().catch(() => {})
      line = null
      asking = Promise.resolve()
      for (let failures = 1; !signal.aborted; failures++) {
        try {
          line = await open()
          break
        } catch {
          await sleep(backOff(failures, LONGEST_PAUSE), undefined, { signal, ref: false }).catch(() => {})
        }
      }
      // A process that was told nothing meanwhile asks, and tells what it could not tell.
      if (!signal.aborted) {
        hear()
        api.tell()
      }
    }
    line?.client.end().catch(() => {})
  }

  const ask = (text: string, values: readonly unknown[]): Promise<unknown[]> => {
    const on = line
    if (!on || on.lost.signal.aborted) return Promise.reject(new Error('there is no line'))
    const answered = asking.then(() => on.client.query(text, values as unknown[])).then(({ rows }) => rows)
    asking = answered.catch(() => {})
    return answered
  }

  const api: Line = {
    tell() {
      // Whoever is told once more after this has been told of all that came meanwhile.
      if (isTelling) {
        isToldAgain = true
        return
      }
      isTelling = true
      isToldAgain = false
      ask('select pg_notify($1, $2)', [CHANNEL, sender])
        .catch(() => {})
        .finally(() => {
          isTelling = false
          if (isToldAgain) api.tell()
        })
    },
    onNews(listener) {
      hear = listener
    },
    ask,
    doubt: () => line?.lost.abort(),
    async close() {
      closed.abort()
      line?.lost.abort()
      // A question that is under way is not waited for.
      line?.client.end().catch(() => {})
      await looking
    },
  }
  const looking = look()
  return api
}
