/** The icon in all the sizes that platforms ask for: made once, when the first is asked for, and kept in the database. */
import { createHash } from 'node:crypto'
import type { Store } from '../store/index.ts'
import { normalForm } from '../text/index.ts'
import { accentOf, SURFACES } from './accent.ts'
import { inLookThread } from './apart.ts'
import { keepLookFile, readLookFile } from './files.ts'
import letters from './letters.json' with { type: 'json' }
import type { Look } from './look.ts'
import type { IconFile } from './worker/draw.ts'

/** What an icon is made of. */
export type IconSource = Pick<Look, 'accent' | 'icon'> & { name: string }

export const ICON_FILES: readonly IconFile[] = [
  'favicon.ico',
  '32.png',
  '180.png',
  '192.png',
  '512.png',
  'maskable.png',
]

/** Differs wherever the icon does; part of its address. */
export const iconVersion = (source: IconSource): string =>
  createHash('sha256')
    .update(source.icon || drawingOf(source).svg)
    .digest('hex')
    .slice(0, 12)

/** One file of the icon, from the database; made with all others where it isn't there yet. */
export async function readIcon(store: Store, source: IconSource, file: IconFile, now: number): Promise<Uint8Array> {
  const version = iconVersion(source)
  const nameOf = (one: IconFile) => `made-${version}-${one}`
  const there = await readLookFile(store.db, nameOf(file))
  if (there) return there
  const square = source.icon === '' ? null : await readLookFile(store.db, source.icon)
  const drawn = await inLookThread({ do: 'icons', from: square ? { square } : drawingOf(source) })
  if (!('icons' in drawn)) throw new Error('an icon was not drawn')
  await store.transaction(now, async (tx) => {
    await tx.rows
      .deleteFrom('look_files')
      .where('name', 'like', 'made-%')
      .where('name', 'not like', `made-${version}-%`)
      .execute()
    for (const one of ICON_FILES) await keepLookFile(tx, nameOf(one), drawn.icons[one])
  })
  return drawn.icons[file]
}

const BOX = 512
/** How much of the box a letter takes, in either direction at the most. */
const TALL = 300
const WIDE = 340

/** The first letter of the site's name on its colour; three lines of print where there is no drawing of that letter. */
function drawingOf({ name, accent }: IconSource): { svg: string; ground: string } {
  const ground = accentOf(accent).light
  const ink = SURFACES.light.inkOnAccent
  const letter = letterOf(name)
  const inside = letter === null ? LINES : placed(letter)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${BOX}" height="${BOX}"><rect width="${BOX}" height="${BOX}" rx="92" fill="${ground}"/><g fill="${ink}">${inside}</g></svg>`
  return { svg, ground }
}

const LINES =
  '<rect x="112" y="128" width="288" height="56"/><rect x="112" y="232" width="288" height="28"/><rect x="112" y="304" width="288" height="28"/><rect x="112" y="376" width="184" height="28"/>'

type Letter = readonly [width: number, height: number, path: string]

/** Capitals of Source Serif 4 Bold, as paths: where icons are drawn no fonts are needed. */
const LETTERS = letters as unknown as Readonly<Record<string, Letter>>

/** Which letter stands for a name: "The Harbour Courant" is known by its H. */
function letterOf(name: string): Letter | null {
  const words = normalForm(name, 'NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  const [first = '', second] = words
  const word = second !== undefined && /^(?:the|die|der|das|le|la|les|el|il|lo|de|het)$/i.test(first) ? second : first
  const [letter = ''] = word.toUpperCase()
  return LETTERS[letter] ?? LETTERS[normalForm(letter, 'NFD').charAt(0)] ?? null
}

function placed([width, height, path]: Letter): string {
  const scale = Math.min(TALL / height, WIDE / width)
  const [x, y] = [width, height].map((side) => ((BOX - side * scale) / 2).toFixed(1))
  return `<path transform="translate(${x} ${y}) scale(${scale.toFixed(4)})" d="${path}"/>`
}
