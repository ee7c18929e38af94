/**
 * What tests need and what takes a while to make: the build, databases with our
 * schema, a PostgreSQL server. Each is made when the first test file asks for
 * it, once a run, by Vitest's main process, which outlives the workers that ask;
 * so a run of files that need none of it starts at once.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { testDatabases } from '../scripts/test-databases.mjs'
import type { Templates } from './templates.ts'

/** What can be asked for, and what the answer is. */
export interface Needs {
  /** dist/ as it is shipped: the program and what browsers load. */
  build: true
  databases: {
    /** Databases that have this program's schema already, to be copied. */
    templates: Templates
    /** A server on which tests may create databases, or why there is none. */
    postgres: { url: string } | { missing: string }
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where to ask. */
    needs: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const wanted = testDatabases()
  if ('problem' in wanted) throw new Error(wanted.problem)
  const ends: (() => Promise<void>)[] = []
  const makers: { [Need in keyof Needs]: () => Promise<Needs[Need]> } = {
    async build() {
      // Loaded only now: what is not asked for is not waited for.
      const { build } = await import('../scripts/build.mjs')
      await build()
      return true
    },
    async databases() {
      const { findServer } = await import('./postgres.ts')
      const { makeTemplates } = await import('./templates.ts')
      const server = wanted.databases.includes('postgres')
        ? await findServer()
        : { missing: 'COURANT_TEST_DATABASES leaves PostgreSQL out, so this test has to be left out with it.' }
      if ('stop' in server) ends.unshift(server.stop)
      const url = 'url' in server ? server.url : null
      const { sqlite, postgres, drop } = await makeTemplates(url)
      ends.unshift(drop)
      return { templates: { sqlite, postgres }, postgres: 'url' in server ? { url: server.url } : server }
    },
  }
  const made = new Map<string, Promise<unknown>>()
  const make = (need: keyof Needs) => {
    const making = made.get(need) ?? makers[need]()
    made.set(need, making)
    return making
  }
  const keeper = createServer((request, response) => {
    make(request.url?.slice(1) as keyof Needs).then(
      (answer) => response.end(JSON.stringify({ answer })),
      (error) => response.end(JSON.stringify({ problem: String(error) })),
    )
  })
  await new Promise<void>((resolve) => keeper.listen(0, '127.0.0.1', resolve))
  project.provide('needs', `http://127.0.0.1:${(keeper.address() as AddressInfo).port}`)
  return async () => {
    keeper.close()
    keeper.closeAllConnections()
    await Promise.allSettled(made.values())
    for (const end of ends) await end()
  }
}
