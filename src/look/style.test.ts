import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { HOUSE_ACCENT } from './accent.ts'
import kept from './faces.json' with { type: 'json' }
import { FACES, filesOf, RANGES } from './faces.ts'
import { firstFiles, ownStyle } from './style.ts'
import { facesOf, TYPE_PAIRS, type TypePairName } from './type-pairs.ts'

const PAIRS = Object.keys(TYPE_PAIRS) as TypePairName[]
const ALL = Object.keys(FACES) as (keyof typeof FACES)[]
const packageOf = (face: keyof typeof FACES) =>
  dirname(createRequire(import.meta.url).resolve(`${kept.faces[face].package}/package.json`))
const addressOf = (file: string) => `/assets/${file}`

test('a first page in Latin letters takes 70 KB of fonts at the most, stressed words and all, whichever pair; what a machine has takes none', () => {
  for (const pair of PAIRS) {
    const bytes = firstFiles(pair, { stressed: true }).reduce((sum, file) => {
      const face = ALL.find((one) => file.startsWith(`${one}-latin`)) as keyof typeof FACES
      return sum + statSync(join(packageOf(face), 'files', file)).size
    }, 0)
    expect([pair, bytes <= 70_000]).toEqual([pair, true])
    expect([pair, bytes > 0]).toEqual([pair, pair !== 'system'])
  }
})

test('every face comes with the licence that lets it be passed on, under the name it has here', () => {
  for (const face of ALL) {
    const licence = readFileSync(join(packageOf(face), 'LICENSE'), 'utf8')
    expect(licence).toContain('SIL Open Font License, Version 1.1')
    const { family } = JSON.parse(readFileSync(join(packageOf(face), 'metadata.json'), 'utf8'))
    expect(family).toBe(FACES[face].family)
  }
})

test('each file is said to hold what its package says it holds', () => {
  for (const face of ALL) {
    const ranges = JSON.parse(readFileSync(join(packageOf(face), 'unicode.json'), 'utf8')) as Record<string, string>
    const plain = (range = '') =>
      range.replace(/U\+0+(?=[0-9A-F])|-0+(?=[0-9A-F])/g, (zeros) => zeros.replace(/0+$/, ''))
    expect(RANGES.latin).toBe(plain(ranges.latin))
    // A new currency sign or two may have come into one package and not into another.
    expect(plain(ranges['latin-ext']).slice(0, 90)).toBe(RANGES['latin-ext'].slice(0, 90))
  }
})

test('a stylesheet brings the faces of its pair and no others, each with the stand-ins for every cut it has', () => {
  for (const pair of PAIRS) {
    const style = ownStyle({ accent: HOUSE_ACCENT, type: pair }, addressOf)
    for (const face of ALL) {
      const isIn = (facesOf(pair) as string[]).includes(face)
      for (const { file, style: slant, weight } of filesOf(face)) {
        const left = pair === 'franklin' ? weight === '700' : slant === 'italic'
        const isWanted = isIn && !left
        expect([pair, file, style.includes(addressOf(file))]).toEqual([pair, file, isWanted])
      }
    }
    const cuts = facesOf(pair).flatMap((face) => Object.keys(FACES[face].widths).map((cut) => ({ face, cut })))
    const standIns = cuts.reduce(
      (sum, { face }) => sum + (FACES[face].serif ? kept.serifStandIns : kept.sansStandIns).length,
      0,
    )
    expect(
      style.match(/size-adjust:[\d.]+%;ascent-override:[\d.]+%;descent-override:[\d.]+%;line-gap/g)?.length ?? 0,
    ).toBe(standIns)
  }
})

test('on paper the colour is black, as all else: the site’s own is for screens', () => {
  const style = ownStyle({ accent: '#8a1c3b', type: 'system' }, addressOf)
  expect(style).toBe(
    '@media screen{:root{--spot:#8a1c3b;--spot-ink:#ffffff}@media (prefers-color-scheme:dark){:root{--spot:#db687e;--spot-ink:#0b1a14}}}',
  )
})
