/** What the site's own stylesheet has beside the built one: its colour, and the faces it is set in. */
import { accentOf, SURFACES } from './accent.ts'
import type { Hex } from './colour.ts'
import {
  type Cut,
  FACES,
  type Face,
  type FaceName,
  filesOf,
  licenceOf,
  RANGES,
  SANS_STAND_INS,
  SERIF_STAND_INS,
} from './faces.ts'
import { facesOf, TYPE_PAIRS, type TypePair, type TypePairName } from './type-pairs.ts'

/** The address of a file that the build has made, by the name it gave. */
export type AddressOf = (file: string) => string

/** The lines that go behind the built stylesheet. Custom properties alone: where a script has faces of its own, tokens.css knows them. */
export const ownStyle = ({ accent, type }: { accent: Hex; type: TypePairName }, addressOf: AddressOf): string =>
  [...facesOf(type).map((face) => fontFaces(face, addressOf)), familyLines(':root', type), accentLines(accent)].join('')

/** The faces themselves, each cut by its letters, and those that stand in for them. */
export const fontFaces = (name: FaceName, addressOf: AddressOf): string => {
  const face = FACES[name]
  const scale = face.scale ? `size-adjust:${percent(face.scale)};` : ''
  const own = filesOf(name).map(
    ({ file, weight, style, subset }) =>
      `@font-face{font-family:"${face.family}";src:url(${addressOf(file)}) format("woff2");font-weight:${weight};font-style:${style};font-display:swap;${scale}unicode-range:${RANGES[subset]}}`,
  )
  return [`/*! ${face.family}: ${addressOf(licenceOf(name))} */`, ...own, ...standIns(name).map(standInLine)].join('')
}

/** Which families a pair stands for, to be put before those that tokens.css has. */
export function familyLines(selector: string, type: TypePairName): string {
  const pair: TypePair = TYPE_PAIRS[type]
  const lines = (['display', 'text', 'label'] as const).flatMap((role) => {
    const face = pair[role]
    return face === null ? [] : [`--own-${role}:${families(face)},`]
  })
  return lines.length === 0 ? '' : `${selector}{${lines.join(';')}}`
}

/** Print is black: the colour is for screens. */
export function accentLines(colour: Hex): string {
  const { light, dark } = accentOf(colour)
  const on = (shade: Hex, side: keyof typeof SURFACES) =>
    `:root{--spot:${shade};--spot-ink:${SURFACES[side].inkOnAccent}}`
  return `@media screen{${on(light, 'light')}@media (prefers-color-scheme:dark){${on(dark, 'dark')}}}`
}

/** The files that a page in Latin letters begins with: words and headlines. */
export const firstFiles = (type: TypePairName): string[] => {
  const { text, display }: TypePair = TYPE_PAIRS[type]
  const cut = (face: FaceName | null, weights: readonly string[]) =>
    face === null
      ? []
      : filesOf(face).filter((one) => one.subset === 'latin' && one.style === 'normal' && weights.includes(one.weight))
  return [...cut(text, ['400', '100 900']), ...cut(display, ['700', '100 900'])].map(({ file }) => file)
}

interface StandInFace {
  family: string
  cut: Cut
  local: readonly string[]
  /** Of their own size, and of that the lines'. */
  size: number
  ascent: number
  descent: number
}

const standInsOf = (face: Face) => (face.serif ? SERIF_STAND_INS : SANS_STAND_INS)

/** Every stand-in of a face, as wide and as tall as it is. */
const standIns = (name: FaceName): StandInFace[] => {
  const face = FACES[name]
  const scale = face.scale ?? 1
  return standInsOf(face).flatMap(({ name: family, cuts }) =>
    (Object.entries(face.widths) as [Cut, number][]).flatMap(([cut, width]) => {
      const other = cuts[cut]
      if (!other) return []
      const size = (width * scale) / other.width
      const [ascent, descent] = [(face.ascent * scale) / size, (face.descent * scale) / size]
      return [{ family, cut, local: other.local, size, ascent, descent }]
    }),
  )
}

const CUTS: Record<Cut, string> = {
  '400': 'font-weight:400',
  '400 italic': 'font-weight:400;font-style:italic',
  bold: 'font-weight:600 900',
}

const standInLine = ({ family, cut, local, size, ascent, descent }: StandInFace): string =>
  `@font-face{font-family:"${family}";src:${local.map((one) => `local("${one}")`).join(',')};${CUTS[cut]};size-adjust:${percent(size)};ascent-override:${percent(ascent)};descent-override:${percent(descent)};line-gap-override:0%}`

const families = (name: FaceName): string =>
  [FACES[name].family, ...standInsOf(FACES[name]).map((one) => one.name)].map((family) => `"${family}"`).join(',')

const percent = (share: number): string => `${Math.round(share * 10000) / 100}%`
