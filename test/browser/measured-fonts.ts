/**
 * Fonts that measure what others measure and draw nothing: pages are laid out
 * as on machines with other fonts, whatever this machine has, and nothing has to
 * be fetched. A browser asks where a text lies by its font's measures alone.
 */
import type { Page } from 'playwright-core'
import {
  dejaVuSans,
  dejaVuSerif,
  type FontMeasures,
  liberationSans,
  liberationSerif,
  notoSans,
  notoSerif,
  notoSerifDisplay,
} from './font-measures.ts'

/** What a machine has for each of the variables in styles/tokens.css. */
interface FontStack {
  text: FontMeasures
  display: FontMeasures
  label: FontMeasures
}

/** By name; null is whatever this machine has. */
export const FONT_STACKS: Record<string, FontStack | null> = {
  'the machine’s own fonts': null,
  DejaVu: { text: dejaVuSerif, display: dejaVuSerif, label: dejaVuSans },
  Liberation: { text: liberationSerif, display: liberationSerif, label: liberationSans },
  Noto: { text: notoSerif, display: notoSerifDisplay, label: notoSans },
}

const written = new Map<string, { name: string; file: string }[]>()
/** The fonts of a stack, written once. */
function fontFiles(stack: string): { name: string; file: string }[] {
  const known = written.get(stack)
  if (known) return known
  const made = Object.entries(FONT_STACKS[stack] ?? {}).map(([role, measures]) => ({
    name: `${stack} ${role}`,
    file: fontFile(measures).toString('base64'),
  }))
  written.set(stack, made)
  return made
}

/** Brings the fonts of these stacks to a page, which keeps its own until a style names them. What a script brings no content security policy forbids. */
export async function bringFonts(page: Page, stacks: readonly string[]): Promise<void> {
  await page.evaluate(async (fonts) => {
    for (const { name, file } of fonts) {
      const bytes = Uint8Array.from(atob(file), (one) => one.charCodeAt(0))
      const face = new FontFace(name, bytes.buffer, { weight: '1 1000' })
      document.fonts.add(await face.load())
    }
  }, stacks.flatMap(fontFiles))
}

/** The style that lays a page out with a stack's fonts. */
export function styleOf(stack: string): string {
  const roles = Object.keys(FONT_STACKS[stack] ?? {})
  // Small headlines are in the face of the text.
  const variables = [...roles.map((role) => [role, role]), ...(roles.length > 0 ? [['heading', 'text']] : [])]
  return `* { ${variables.map(([name, role]) => `--${name}: "${stack} ${role}" !important;`).join(' ')} }`
}

const FIRST = 0x20
/** Letters with marks, dashes, quotation marks and the euro: as wide as a digit. */
const AS_A_DIGIT = [
  [0xa0, 0x17f],
  [0x2010, 0x2026],
  [0x20ac, 0x20ac],
] as const
const DIGIT = 0x30 - FIRST

/** A TrueType font without outlines. */
export function fontFile({ ascent, descent, widths }: FontMeasures): Buffer {
  const advances = widths.split(' ').map(Number)
  // The first glyph stands for what the font lacks.
  const glyphs = [advances[DIGIT] as number, ...advances]
  const groups: [from: number, to: number, glyph: number][] = [[FIRST, FIRST + advances.length - 1, 1]]
  for (const [from, to] of AS_A_DIGIT)
    for (let letter = from; letter <= to; letter++) groups.push([letter, letter, DIGIT + 1])
  const tables: Record<string, Buffer> = {
    'OS/2': words(
      [4, 500, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0],
      new Array<number>(5 + 8 + 2).fill(0),
      [64, FIRST, 0x20ac, ascent, -descent, 0, ascent, descent, 0, 0, 0, 0, 500, 700, 0, FIRST, 2],
    ),
    cmap: Buffer.concat([
      words([0, 1, 3, 10, 0, 12, 12, 0]),
      longs([16 + groups.length * 12, 0, groups.length], ...groups),
    ]),
    // One byte: a table of none is taken for a broken one.
    glyf: Buffer.alloc(1),
    head: Buffer.concat([
      longs([0x10000, 0x10000, 0, 0x5f0f3cf5]),
      words([0, 1000]),
      Buffer.alloc(16),
      words([0, -descent, 1000, ascent, 0, 8, 2, 0, 0]),
    ]),
    hhea: words([1, 0, ascent, -descent, 0, 1100, 0, 0, 1100, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length]),
    hmtx: words(...glyphs.map((advance) => [advance, 0])),
    loca: words(new Array<number>(glyphs.length + 1).fill(0)),
    maxp: Buffer.concat([longs([0x10000]), words([glyphs.length], new Array<number>(13).fill(0))]),
    name: words([0, 0, 6]),
    post: longs([0x30000, 0, 0, 0, 0, 0, 0, 0]),
  }
  return joined(tables)
}

/** The tables behind their list. Sums that nobody checks stay nought. */
function joined(tables: Record<string, Buffer>): Buffer {
  const names = Object.keys(tables)
  const log = Math.floor(Math.log2(names.length))
  let at = 12 + names.length * 16
  const list: Buffer[] = [longs([0x10000]), words([names.length, 16 << log, log, (names.length - (1 << log)) * 16])]
  const bodies: Buffer[] = []
  for (const name of names) {
    const body = tables[name] as Buffer
    list.push(Buffer.from(name), longs([0, at, body.length]))
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)])
    bodies.push(padded)
    at += padded.length
  }
  return Buffer.concat([...list, ...bodies])
}

/** Numbers of two bytes each, as such files have them. */
const words = (...lists: readonly number[][]): Buffer =>
  Buffer.concat(lists.flat().map((number) => Buffer.from([(number >> 8) & 255, number & 255])))
const longs = (...lists: readonly number[][]): Buffer =>
  Buffer.concat([...lists.flat()].map((number) => words([number >>> 16, number & 0xffff])))
