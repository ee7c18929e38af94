import { describe, expect, test } from 'vitest'
import { EQUIVALENT } from './equivalent.mjs'
import { applied, mutantsOf } from './mutate.mjs'
import { sample } from './sample.mjs'

const faults = (code: string) => mutantsOf('x.ts', code).map(({ after }) => after)

describe('a fault is one that a person might make', () => {
  for (const [code, ...wanted] of [
    ['const a = b < c', 'const a = b <= c'],
    ['const a = b === c && d', 'const a = b !== c && d', 'const a = b === c || d'],
    ['const a = !b', 'const a = b'],
    ['f(0.35, 410, 1)', 'f(0.05, 410, 1)', 'f(0.35, 404, 1)', 'f(0.35, 410, 0)', ';'],
    ["q.orderBy('at')", "q.orderBy('at', 'desc')", ';'],
    ["const q = r.where('at', '<=', now)", "const q = r.where('at', '<', now)", 'const q = r'],
    ['if (ready) go()', 'if (true) go()', 'if (false) go()', 'if (ready) ;'],
    ['const a = list.some((one) => one > 2)', 'const a = list.every((one) => one > 2)'],
  ] as [string, ...string[]][])
    test(code, () => expect(faults(code)).toEqual(expect.arrayContaining(wanted)))

  test('what is said in types, imports, comments, words and errors is left as it is', () => {
    expect(
      faults(`import { a } from './1.ts'
// if (a < 1) return
type B = 1 | true
const c: B = 'a < 1 && b'
const d = \`more than \${c}\` + 'words'
if (c) throw new Error(String(1 < 2))`),
    ).toEqual(['if (true) throw new Error(String(1 < 2))', 'if (false) throw new Error(String(1 < 2))'])
  })

  test('all else of the file stays to the letter', () => {
    const code = 'const a = 1\nconst b = a > 2 // why\nconst c = 3\n'
    const [, fault] = mutantsOf('x.ts', code)
    expect(fault).toMatchObject({ line: 2, before: 'const b = a > 2 // why', after: 'const b = a >= 2 // why' })
    expect(applied(code, fault!)).toBe(code.replace('>', '>='))
  })
})

test('the same seed draws the same faults, one a line, from every part', () => {
  const many = mutantsOf('x.ts', Array.from({ length: 400 }, (_, i) => `const a${i} = b > ${i}`).join('\n'))
  const parts = new Map([
    ['large', many],
    ['small', many.slice(0, 40)],
  ])
  const drawn = sample(parts, { seed: 1, count: 50 })
  expect(drawn).toEqual(sample(parts, { seed: 1, count: 50 }))
  expect(drawn).not.toEqual(sample(parts, { seed: 2, count: 50 }))
  expect([...drawn.values()].reduce((sum, { wanted }) => sum + wanted, 0)).toBeGreaterThanOrEqual(50)
  for (const { queue, wanted } of drawn.values()) {
    expect(wanted).toBeGreaterThanOrEqual(6)
    expect(new Set(queue.map(({ line }) => line)).size).toBe(queue.length)
  }
})

test('what is left untried because it changes nothing has its reason', () => {
  expect(EQUIVALENT.filter(({ why }) => why.length < 20)).toEqual([])
})
