/** One contract for both databases: what is queued is done, by one, until it is done or somebody is told why it can't be. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../test/databases.ts'
import { hearOn } from '../../../test/heard.ts'
import { freshStore } from '../../../test/stores.ts'
import { type DatabaseAddress, openStore } from '../open.ts'
import type { Store } from '../store.ts'
import { endLease, leaseNext } from './lease.ts'
import { countDeadJobs, countJobs, dropJob, queueJob, readDeadJobs, tryJobAgain } from './queue.ts'
import { type AnyJobHandler, doJobs, type Work } from './work.ts'

declare module './queue.ts' {
  interface Jobs {
    'test.print': { page: string }
    'test.other': { page: string }
    'test.clock': Record<never, never>
  }
}

const NOW = Date.UTC(2026, 4, 1, 12)
const SECOND = 1000
const LEASE = 60 * SECOND

/** Beside the sources, where it finds its packages. */
const program = fileURLToPath(new URL(`../../../.cache/stuck-at-a-job-${process.pid}.mjs`, import.meta.url))
beforeAll(async () => {
  const entry = fileURLToPath(new URL('../../../test/stuck-at-a-job.ts', import.meta.url))
  const how = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' } as const
  await build({ ...how, entryPoints: [entry], outfile: program })
})
afterAll(() => rmSync(program, { force: true }))

for (const kind of DATABASES) {
  describe(`jobs on ${kind}`, () => {
    let clock = NOW
    let store: Store
    let other: Store
    let address: DatabaseAddress
    const undo: (() => Promise<void>)[] = []
    let logged: string[] = []
    const log = {
      info: () => {},
      warn: (_: object, sentence: string) => void logged.push(`warn: ${sentence}`),
      error: (_: object, sentence: string) => void logged.push(`error: ${sentence}`),
    }
    const options = { log, now: () => clock, look: 20 }
    beforeEach(async () => {
      clock = NOW
      logged = []
      const fresh = await freshStore(kind, () => clock)
      ;({ store, address } = fresh)
      other = await openStore(fresh.address, () => clock)
      undo.push(fresh.drop, () => other.close())
    })
    afterEach(async () => {
      for (const step of undo.splice(0).reverse()) await step()
    })

    const queue = (page: string, due?: number, key = page) =>
      store.transaction(clock, (tx) =>
        queueJob(tx, { kind: 'test.print', key, payload: { page }, ...(due === undefined ? {} : { due }) }),
      )
    const work = (on: Store, ...handlers: AnyJobHandler[]): Work => {
      const at = doJobs(on, handlers, options)
      undo.push(() => at.stop())
      return at
    }
    /** A press that prints what it is told. */
    const press = (printed: string[], more: Partial<AnyJobHandler> = {}): AnyJobHandler =>
      ({
        kind: 'test.print',
        what: 'printing',
        run: async ({ page }: { page: string }) => {
          printed.push(page)
        },
        ...more,
      }) as AnyJobHandler
    const left = async () => (await countJobs(store.db)).map(({ nextAt, failing, ...rest }) => rest)

    test('a job is done once it is queued, and is gone then', async () => {
      const printed: string[] = []
      const at = work(store, press(printed))
      await queue('front')
      await at.idle()
      expect(printed).toEqual(['front'])
      expect(await left()).toEqual([])
    })

    test('what a transaction queued that failed is never done', async () => {
      const printed: string[] = []
      const at = work(store, press(printed))
      const failing = store.transaction(clock, async (tx) => {
        await queueJob(tx, { kind: 'test.print', key: 'x', payload: { page: 'x' } })
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      await at.idle()
      expect(printed).toEqual([])
    })

    test('of several processes one does it, and each is told that there is something to do', async () => {
      const printed: string[] = []
      const both = [work(store, press(printed)), work(other, press(printed))]
      const heard = hearOn(other)
      for (let page = 0; page < 20; page++) await queue(`page ${page}`)
      await Promise.all(both.map((at) => at.idle()))
      expect(printed.sort()).toEqual(Array.from({ length: 20 }, (_, page) => `page ${page}`).sort())
      await expect.poll(() => heard).toContain('job.queued test.print')
    })

    test('one that is put off waits for its time, and those that are due go in the order in which they became due', async () => {
      const printed: string[] = []
      await queue('later', NOW + 3 * SECOND)
      await queue('second', NOW - SECOND)
      await queue('third')
      await queue('first', NOW - 2 * SECOND)
      const at = work(store, press(printed))
      await at.idle()
      expect(printed).toEqual(['first', 'second', 'third'])
      clock += 3 * SECOND
      await expect.poll(() => printed).toEqual(['first', 'second', 'third', 'later'])
    })

    test('one that finds that it came too early is due again at the time that it answers, or when it is queued for sooner', async () => {
      const printed: string[] = []
      let due = NOW + 60 * SECOND
      const run = async ({ page }: { page: string }) => {
        if (due > clock) return due
        printed.push(page)
        return undefined
      }
      const at = work(store, press(printed, { run } as Partial<AnyJobHandler>))
      await queue('front')
      await at.idle()
      expect([printed, await left()]).toMatchObject([[], [{ waiting: 1, dead: 0 }]])
      due = NOW + 3 * SECOND
      await queue('front', due)
      clock += 3 * SECOND
      await expect.poll(() => printed).toEqual(['front'])
      await at.idle()
      expect(await left()).toEqual([])
    })

    test('queued twice under one key it is done once, with what it was told last', async () => {
      const printed: string[] = []
      await queue('old', undefined, 'front')
      await queue('new', undefined, 'front')
      await work(store, press(printed)).idle()
      expect(printed).toEqual(['new'])
    })

    test('queued again while it is being done, it is done once more afterwards', async () => {
      const printed: string[] = []
      let again = true
      const at = work(
        store,
        press(printed, {
          run: async ({ page }: { page: string }) => {
            printed.push(page)
            if (again) await queue('corrected', undefined, 'front')
            again = false
          },
        } as never),
      )
      await queue('front', undefined, 'front')
      await at.idle()
      expect(printed).toEqual(['front', 'corrected'])
      expect(await left()).toEqual([])
    })

    test('queued again while its end is being written, it is done once more', async () => {
      await queue('front')
      const worker = 'a process'
      const held = await store.transaction(clock, (tx) => leaseNext(tx, { kind: 'test.print', worker, lease: LEASE }))
      const number = held?.number ?? 0
      let ending = Promise.resolve()
      await store.transaction(clock, async (tx) => {
        await queueJob(tx, { kind: 'test.print', key: 'front', payload: { page: 'corrected' } })
        ending = other.transaction(clock, (theirs) =>
          endLease(theirs, { number, worker }, { ended: 'done', again: null }),
        )
        await new Promise((resolve) => setTimeout(resolve, 100))
      })
      await ending
      expect(await left()).toEqual([{ kind: 'test.print', waiting: 1, running: 0, dead: 0 }])
    })

    test('one that failed is tried again, later each time, and its trouble is logged', async () => {
      const tries: number[] = []
      const at = work(
        store,
        press([], {
          run: async (_: never, { attempt }: { attempt: number }) => {
            tries.push(attempt)
            if (attempt < 3) throw new Error('no paper')
          },
        } as never),
      )
      await queue('front')
      await at.idle()
      expect(tries).toEqual([1])
      expect(await countJobs(store.db)).toMatchObject([{ waiting: 1, failing: 1, dead: 0 }])
      clock += SECOND
      await expect.poll(() => tries).toEqual([1, 2])
      clock += SECOND
      await expect.poll(() => tries).toEqual([1, 2, 3])
      await at.idle()
      expect(await left()).toEqual([])
      expect(logged).toEqual(Array(2).fill('warn: printing: failed, and tried again by itself'))
    })

    test('one that always fails is given up with its reason, and done when somebody says so', async () => {
      const printed: string[] = []
      let paper = false
      const at = work(
        store,
        press(printed, {
          attempts: 2,
          run: async ({ page }: { page: string }) => {
            if (!paper) throw new Error('no paper')
            printed.push(page)
          },
        } as never),
      )
      await queue('front')
      await at.idle()
      clock += SECOND
      await at.idle()
      const [dead] = await readDeadJobs(store.db)
      expect(dead).toMatchObject({ kind: 'test.print', key: 'front', attempts: 2, problem: 'no paper' })
      expect([dead?.queuedAt, dead?.deadAt]).toEqual([NOW, clock])
      expect(await countDeadJobs(store.db)).toBe(1)
      expect(await left()).toEqual([{ kind: 'test.print', waiting: 0, running: 0, dead: 1 }])
      paper = true
      expect(await store.transaction(clock, (tx) => tryJobAgain(tx, dead?.number ?? 0))).toEqual({
        kind: 'test.print',
        key: 'front',
      })
      await at.idle()
      expect(printed).toEqual(['front'])
      expect(await store.transaction(clock, (tx) => tryJobAgain(tx, dead?.number ?? 0))).toBe(null)
    })

    test('what was given up can be let go, and nothing else can', async () => {
      const at = work(store, press([], { attempts: 1, run: () => Promise.reject(new Error('no paper')) } as never))
      await queue('front')
      await at.idle()
      const [dead] = await readDeadJobs(store.db)
      await queue('waits', NOW + LEASE)
      const waiting = await store.db.selectFrom('jobs').select('number').where('key', '=', 'waits').executeTakeFirst()
      const drop = (number = 0) => store.transaction(clock, (tx) => dropJob(tx, number))
      expect(await drop(waiting?.number)).toBe(null)
      expect(await drop(dead?.number)).toEqual({ kind: 'test.print', key: 'front' })
      expect(await left()).toEqual([{ kind: 'test.print', waiting: 1, running: 0, dead: 0 }])
    })

    test('a process that is killed at a job holds it until its lease ends, and another does it then', async () => {
      const printed: string[] = []
      await queue('front')
      const told = JSON.stringify({ address, now: clock, kind: 'test.print' })
      const killed = spawn(process.execPath, [program, told], { stdio: ['ignore', 'pipe', 'inherit'] })
      undo.push(async () => void killed.kill('SIGKILL'))
      await once(killed.stdout, 'data')
      killed.kill('SIGKILL')
      await once(killed, 'exit')
      const at = work(store, press(printed))
      await at.idle()
      expect(printed).toEqual([])
      clock += LEASE
      await expect.poll(() => printed).toEqual(['front'])
      await at.idle()
      expect(await left()).toEqual([])
    })

    test('who has lost a job to another is asked to end, and what it throws then is no failure', async () => {
      let isAsked = false
      const at = work(
        store,
        press([], {
          lease: 90,
          run: async (_: never, { signal }: { signal: AbortSignal }) => {
            await untilAborted(signal)
            isAsked = true
            throw new Error('half printed')
          },
        } as never),
      )
      await queue('front')
      const holder = () => store.db.selectFrom('jobs').select('worker').executeTakeFirstOrThrow()
      await expect.poll(async () => (await holder()).worker).not.toBe(null)
      await store.transaction(clock, async (tx) => {
        await tx.rows
          .updateTable('jobs')
          .set({ worker: 'another', lease_until: clock + 90 })
          .execute()
      })
      await expect.poll(() => isAsked).toBe(true)
      await at.stop()
      expect(await holder()).toEqual({ worker: 'another' })
      expect(logged).toEqual([])
    })

    test('a job that brings the program down each time is given up in the end', async () => {
      await queue('front')
      for (let start = 0; start < 3; start++) {
        const held = await store.transaction(clock, (tx) =>
          leaseNext(tx, { kind: 'test.print', worker: `process ${start}`, lease: LEASE }),
        )
        expect(held?.attempts).toBe(start + 1)
        clock += LEASE
      }
      const printed: string[] = []
      await work(store, press(printed, { attempts: 3 } as never)).idle()
      expect(printed).toEqual([])
      expect((await readDeadJobs(store.db))[0]?.problem).toMatch(/never came to an end/)
    })

    test('where the program stops, what is under way is given back, and goes on at the next start', async () => {
      const tries: number[] = []
      const slow: Partial<AnyJobHandler> = {
        run: async (_: never, { attempt, signal }: { attempt: number; signal: AbortSignal }) => {
          tries.push(attempt)
          await new Promise((resolve) => signal.addEventListener('abort', resolve))
        },
      } as never
      const at = work(store, press([], slow))
      await queue('front')
      await expect.poll(() => tries).toEqual([1])
      await at.stop()
      expect(await left()).toEqual([{ kind: 'test.print', waiting: 1, running: 0, dead: 0 }])
      const printed: string[] = []
      await work(store, press(printed)).idle()
      expect(printed).toEqual(['front'])
    })

    test('a job of one kind is not held up by another kind that takes long', async () => {
      const printed: string[] = []
      const at = work(
        store,
        { kind: 'test.other', what: 'waiting', run: (_, { signal }) => untilAborted(signal) },
        press(printed),
      )
      await store.transaction(clock, (tx) => queueJob(tx, { kind: 'test.other', key: '', payload: { page: '' } }))
      await queue('front')
      await expect.poll(() => printed).toEqual(['front'])
      await at.stop()
    })

    test('one that comes again and again is there once, however many processes start, and comes each time after its pause', async () => {
      let struck = 0
      const bell: AnyJobHandler = {
        kind: 'test.clock',
        what: 'ringing',
        every: 3600 * SECOND,
        run: async () => {
          struck++
        },
      }
      const both = [work(store, bell), work(other, bell)]
      await Promise.all(both.map((at) => at.idle()))
      expect(struck).toBe(1)
      clock += 3599 * SECOND
      await Promise.all(both.map((at) => at.idle()))
      expect(struck).toBe(1)
      clock += SECOND
      await expect.poll(() => struck).toBe(2)
      expect(await left()).toMatchObject([{ kind: 'test.clock', dead: 0 }])
    })
  })
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
