import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../test/thorough.ts'
import { accentOf, ENOUGH, HOUSE_ACCENT, INKS, SURFACES } from './accent.ts'
import { contrast, type Hex, readColour, toHex, toOklch } from './colour.ts'

const colours = fc.integer({ min: 0, max: 0xffffff }).map((n): Hex => `#${n.toString(16).padStart(6, '0')}`)

test('every colour there is can be read on the light page and on the dark one, and so can words on it', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const accent = accentOf(colour)
      for (const side of ['light', 'dark'] as const)
        for (const surface of Object.values(SURFACES[side]))
          expect(contrast(accent[side], surface)).toBeGreaterThanOrEqual(ENOUGH)
    }),
    { numRuns: tries(2000) },
  )
})

test('a colour that can be read stays as it is, and another keeps its hue', () => {
  expect(accentOf('#8a1c3b').light).toBe('#8a1c3b')
  const pale = accentOf('#f2c53d')
  expect(pale.dark).toBe('#f2c53d')
  const [given, shade] = [toOklch('#f2c53d'), toOklch(pale.light)]
  expect(shade.l).toBeLessThan(given.l)
  expect(Math.abs(shade.h - given.h)).toBeLessThan(0.06)
})

test('the nearest shade is taken: one step nearer to the colour can’t be read', () => {
  for (const colour of ['#f2c53d', '#ff8a65', '#c9c9c9', '#4dd0e1'] as const) {
    const shade = toOklch(accentOf(colour).light)
    const nearer = toHex({ ...shade, l: shade.l + 0.015 })
    expect(contrast(nearer, SURFACES.light.wash)).toBeLessThan(ENOUGH)
  }
})

test('a colour comes back from OKLCH as it went', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      expect(toHex(toOklch(colour))).toBe(colour)
    }),
  )
})

test('what is measured against is what the stylesheet has', () => {
  const css = readFileSync(new URL('../web/styles/tokens.css', import.meta.url), 'utf8')
  const [light = '', dark = ''] = css.split('prefers-color-scheme: dark')
  const inCss = (block: string, name: string) => readColour(new RegExp(`--${name}: (#\\w+);`).exec(block)?.[1] ?? '')
  for (const [block, side] of [
    [light, 'light'],
    [dark, 'dark'],
  ] as const) {
    const { inkOnAccent, ...grounds } = SURFACES[side]
    for (const [name, colour] of Object.entries({ ...grounds, ...INKS[side] })) expect(inCss(block, name)).toBe(colour)
    expect(inCss(block, 'spot-ink')).toBe(inkOnAccent)
    expect(inCss(block, 'spot')).toBe(accentOf(HOUSE_ACCENT)[side])
  }
})

test('what is no colour is none', () => {
  expect(['#0B5C49', '0b5c49', ' #abc '].map(readColour)).toEqual(['#0b5c49', '#0b5c49', '#aabbcc'])
  expect(['', 'green', '#12', '#12345', '#gggggg', 'rgb(1,2,3)'].map(readColour)).toEqual(Array(6).fill(null))
})
