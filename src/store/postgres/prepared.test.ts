import { expect, test } from 'vitest'
import { naming } from './prepared.ts'

const often = (nameOf: ReturnType<typeof naming>, text: string, values: unknown[] = ['x']) => {
  let name: string | undefined
  for (let use = 0; use < 5; use++) name = nameOf(text, values)
  return name
}

test('a statement that is often used gets a name, and keeps it; no other has the same', () => {
  const nameOf = naming()
  expect(nameOf('select 1 where $1', ['x'])).toBeUndefined()
  const name = often(nameOf, 'select 1 where $1')
  expect(name).toMatch(/^courant_\d+$/)
  expect(nameOf('select 1 where $1', ['y'])).toBe(name)
  expect(often(nameOf, 'select 2 where $1')).not.toBe(name)
})

test('what takes all columns there are has none, since a migration may add one; nor what has no values', () => {
  for (const text of [
    'select * from settings where name = $1',
    'select "people".*, "s"."seen_at" from people where id = $1',
    'select "s"."seen_at", "people".* from people where id = $1',
    'select s.seen_at,\n  people.* from people where id = $1',
    'insert into people (id) values ($1) returning *',
  ])
    expect(often(naming(), text)).toBeUndefined()
  expect(often(naming(), 'select count(*) from comments where id = $1')).toBeDefined()
  expect(often(naming(), 'begin', [])).toBeUndefined()
})

test('names come to an end, and statements go on without', () => {
  const nameOf = naming()
  const names = Array.from({ length: 300 }, (_, i) => often(nameOf, `select ${i} where $1`))
  expect(new Set(names.filter(Boolean)).size).toBe(200)
  expect(names[299]).toBeUndefined()
})
