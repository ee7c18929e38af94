/** openapi.json says what there is, and what is there; and each of its schemas can be looked up. */
import { expect, test } from 'vitest'
import { ADDRESSES } from '../addresses.ts'
import { PROGRAM_OPERATIONS } from '../programs/addresses.ts'
import { OEMBED } from './addresses.ts'
import { describeApi } from './kit/openapi.ts'
import { PUBLIC_OPERATIONS } from './v1/addresses.ts'

interface Described {
  paths: Record<
    string,
    Record<string, { operationId: string; security?: object; requestBody?: object; responses: object }>
  >
  components: { schemas: Record<string, { type?: string; additionalProperties?: boolean; required?: string[] }> }
}
const whole = describeApi(
  [...PUBLIC_OPERATIONS, OEMBED, ...PROGRAM_OPERATIONS],
  'https://paper.example',
) as unknown as { openapi: string } & Described

test('every address of /api/v1 is described, and nothing else is', () => {
  const said = Object.entries(whole.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const there = ADDRESSES.filter(({ path }) => /^\/(api\/v1\/|oembed$)/.test(path)).map(
    ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
  )
  expect(said.sort()).toEqual(there.sort())
  const ids = Object.values(whole.paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId))
  expect(new Set(ids).size).toBe(ids.length)
})

test('what takes a token says so, with its scope; what is public takes none', () => {
  for (const { method, path, who } of PROGRAM_OPERATIONS)
    expect(whole.paths[path.replace(':id', '{id}')]?.[method.toLowerCase()]).toMatchObject({
      security: [{ token: [] }],
      description: `Needs a token with ${(who as { program: string }).program}.`,
      responses: { 401: expect.anything(), 403: expect.anything() },
    })
  for (const { path } of PUBLIC_OPERATIONS)
    expect(whole.paths[path.replace(':id', '{id}')]?.get).not.toHaveProperty('security')
})

test('it is JSON, and every schema that it names is in it', () => {
  expect(whole.openapi).toBe('3.1.0')
  const json = JSON.stringify(whole)
  const refs = [...json.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref as string)
  expect(refs.length).toBeGreaterThan(50)
  for (const ref of refs) expect(Object.keys(whole.components.schemas)).toContain(ref.split('/').at(-1))
  expect(json).not.toMatch(/"\$id"|"\$schema"|"~standard"/)
})

test('what is sent has no other fields than those described, and what is answered may get more', () => {
  expect(whole.components.schemas.NewStory).toMatchObject({ type: 'object', additionalProperties: false })
  expect(whole.components.schemas.NewStory?.required ?? []).toEqual([])
  expect(whole.components.schemas.Change?.required).toEqual(['number'])
  expect(whole.components.schemas.Story).not.toHaveProperty('additionalProperties')
})
