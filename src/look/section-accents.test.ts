import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../test/promises/programs.ts'
import { ENOUGH } from './accent.ts'
import { contrast, type Hex, readColour } from './colour.ts'

const style = (name: string) => readFileSync(join(ROOT, 'src/web/styles', name), 'utf8')
/** The light side, and the dark one. */
const sides = (css: string) => {
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')
  return { light, dark }
}
const colourOf = (css: string, name: string) =>
  readColour(new RegExp(`--${name}: (#[0-9a-f]+);`).exec(css)?.[1] ?? '') as Hex

test.each(['light', 'dark'] as const)('each accent is read on what it stands on, on the %s page', (side) => {
  const [tokens, accents] = [sides(style('tokens.css'))[side], sides(style('accents.css'))[side]]
  const own = [...accents.matchAll(/\.accent-(\w+) \{([^}]*)\}/g)]
  expect(own.map(([, accent]) => accent)).toEqual(['brick', 'ochre', 'moss', 'teal', 'blue', 'violet', 'plum', 'slate'])
  for (const [, accent, rule = ''] of own) {
    for (const ground of ['paper', 'sheet', 'wash']) {
      const seen = contrast(colourOf(rule, 'accent'), colourOf(tokens, ground))
      expect([accent, ground, seen >= ENOUGH ? 'read' : seen]).toEqual([accent, ground, 'read'])
    }
  }
})
