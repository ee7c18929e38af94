/** Requests that were answered wrongly once, and those that stand for a kind: see corpus/README.md. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASES } from '../databases.ts'
import { faultsOf } from './checks.ts'
import { plainDraft } from './draft.ts'
import type { Role } from './moves.ts'
import { openWire, type Wire } from './wire.ts'
import { newWorld, type World } from './world.ts'

interface Kept {
  name: string
  role: Role
  method: string
  target: string
  headers?: Record<string, string>
  type?: string
  body?: string
  status?: number
}

const KEPT = JSON.parse(readFileSync(new URL('corpus/requests.json', import.meta.url), 'utf8')) as Kept[]

for (const kind of DATABASES) {
  describe(`requests that were answered wrongly once, on ${kind}`, () => {
    let world: World
    let wire: Wire
    beforeAll(async () => {
      world = await newWorld(kind)
      wire = openWire(world.port)
    })
    afterAll(async () => {
      wire.close()
      await world.drop()
    })

    test.each(KEPT)('$name', async ({ role, method, target, headers = {}, type, body, status }) => {
      const known: Record<string, string> = { ...world.known, token: world.formToken() }
      const filled = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole)
      const bytes = body === undefined ? null : Buffer.from(filled(body), 'latin1')
      const cookie = world.cookies(role)
      const standing = { Host: `127.0.0.1:${world.port}`, ...(cookie ? { Cookie: cookie } : {}), ...headers }
      const sent = {
        method,
        target: filled(target),
        headers: [
          ...Object.entries(standing),
          ...(bytes && !('Content-Length' in headers) ? ([['Content-Length', `${bytes.length}`]] as const) : []),
          ...(type ? ([['Content-Type', type]] as const) : []),
        ],
        body: bytes,
      }
      const answer = await wire.send(sent)
      const draft = { ...plainDraft(sent.target.split('?')[0] as string), method }
      expect(faultsOf({ draft, isOrderly: false }, answer)).toEqual([])
      expect(world.complaints()).toEqual([])
      if (status !== undefined) expect(answer.status).toBe(status)
    })
  })
}
