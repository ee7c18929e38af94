/** What the site's own stylesheet has beside the built one: its colour, and the faces it is set in. */
import { accentOf, INKS, SURFACES } from './accent.ts'
import type { Hex } from './colour.ts'
import {
  ANY_WEIGHT,
  type Cut,
  FACES,
  type FaceFile,
  type FaceName,
  filesOf,
  licenceOf,
  RANGES,
  standInsFor,
} from './faces.ts'
import { logoOf } from './files.ts'
import type { Look } from './look.ts'
import { facesOf, TYPE_PAIRS, type TypePair, type TypePairName } from './type-pairs.ts'

/** The address of a file that the build has made, by the name it gave. */
export type AddressOf = (file: string) => string

/**
 * The lines that go behind the built stylesheet. Custom properties alone: where a script has faces of its own,
 * tokens.css knows them. A face that comes late is for the next page: nobody's words move while they read.
 */
export const ownStyle = ({ accent, type }: { accent: Hex; type: TypePairName }, addressOf: AddressOf): string => {
  const faces = facesOf(type).map((face) => fontFaces(face, cutsOf(type, face), addressOf, 'optional'))
  return [...faces, ownFamilies(type), accentLines(accent)].join('')
}

/**
 * The files of a face that a pair takes: none of another page's worth beyond 70 KB. What it has no cut of, the browser
 * slants or thickens: italics, unless the pair has room for them, and bold text where headlines are another face.
 */
const cutsOf = (type: TypePairName, name: FaceName): FaceFile[] => {
  const { display, text, italics = false }: TypePair = TYPE_PAIRS[type]
  return filesOf(name).filter(
    ({ style, weight }) => (italics || style === 'normal') && (weight !== '700' || name === display || name !== text),
  )
}

/** The faces themselves, each cut by its letters, and those that stand in for them. */
const fontFaces = (
  name: FaceName,
  files: readonly FaceFile[],
  addressOf: AddressOf,
  display: 'optional' | 'swap',
): string => {
  const face = FACES[name]
  const scale = face.scale
    ? `size-adjust:${percent(face.scale)};ascent-override:${percent(face.ascent)};descent-override:${percent(face.descent)};`
    : ''
  const own = files.map(
    ({ file, weight, style, subset }) =>
      `@font-face{font-family:"${familyOf(name)}";src:url(${addressOf(file)}) format("woff2");font-weight:${weight};font-style:${style};font-display:${display};${scale}unicode-range:${RANGES[subset]}}`,
  )
  return [`/*! ${face.family}: ${addressOf(licenceOf(name))} */`, ...own, ...standIns(name).map(standInLine)].join('')
}

/** The families of a pair, to be put before those that tokens.css has. */
function ownFamilies(type: TypePairName): string {
  const lines = familiesByRole(type).flatMap(([role, own]) => (own === '' ? [] : [`--own-${role}:${own}`]))
  return lines.length === 0 ? '' : `:root{${lines.join(';')}}`
}

/** Roles of tokens.css with the families of a pair, each with a comma behind; empty for what a machine has. */
const familiesByRole = (type: TypePairName): (readonly ['display' | 'text' | 'label', string])[] => {
  const pair: TypePair = TYPE_PAIRS[type]
  return (['display', 'text', 'label'] as const).map((role) => {
    const face = pair[role]
    return [role, face === null ? '' : `${families(face)},`]
  })
}

/** Print is black: the colour is for screens. */
function accentLines(colour: Hex): string {
  const { light, dark } = accentOf(colour)
  const on = (shade: Hex, side: keyof typeof SURFACES) =>
    `:root{--spot:${shade};--spot-ink:${SURFACES[side].inkOnAccent}}`
  return `@media screen{${on(light, 'light')}@media (prefers-color-scheme:dark){${on(dark, 'dark')}}}`
}

/** A stylesheet beside the newsroom's, by which a colour and every pair can be looked at before they are chosen: .type-NAME, .page-light, .page-dark. */
export const previewStyle = (accent: Hex, addressOf: AddressOf): string => {
  const names = Object.keys(TYPE_PAIRS) as TypePairName[]
  const faces = [...new Set(names.flatMap(facesOf))].map((face) => fontFaces(face, filesOf(face), addressOf, 'swap'))
  const types = names.map((name) => {
    const lines = familiesByRole(name).map(([role, own]) => `--${role}:${own}var(--system-${role})`)
    return `.type-${name}{${lines.join(';')}}`
  })
  const shades = accentOf(accent)
  const pages = (['light', 'dark'] as const).map((side) => {
    const { inkOnAccent, ...grounds } = SURFACES[side]
    const colours = { ...grounds, ...INKS[side], spot: shades[side], 'spot-ink': inkOnAccent }
    const lines = Object.entries(colours).map(([name, colour]) => `--${name}:${colour}`)
    return `.page-${side}{color-scheme:${side};${lines.join(';')}}`
  })
  return [...faces, ...types, ...pages].join('')
}

/** The files that a page in Latin letters takes: text, headlines and labels; `stressed`: with words in italics and in bold. */
export const firstFiles = (type: TypePairName, { stressed = false } = {}): string[] => {
  const { text, display, label }: TypePair = TYPE_PAIRS[type]
  const cut = (face: FaceName | null, weight: string, style: 'normal' | 'italic' = 'normal') =>
    face === null
      ? []
      : cutsOf(type, face).filter(
          (one) => one.subset === 'latin' && one.style === style && [weight, ANY_WEIGHT].includes(one.weight),
        )
  const more = stressed ? [...cut(text, '400', 'italic'), ...cut(text, '700')] : []
  const files = [...cut(text, '400'), ...cut(display, '700'), ...cut(label, '400'), ...more]
  return [...new Set(files.map(({ file }) => file))]
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

/** Every stand-in of a face, as wide and as tall as it is. */
const standIns = (name: FaceName): StandInFace[] => {
  const face = FACES[name]
  const scale = face.scale ?? 1
  return standInsFor(face).flatMap(({ name: family, cuts }) =>
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

/** Not as its makers call it: a machine may have another edition under that name. */
const familyOf = (name: FaceName): string => `own ${FACES[name].family}`

const families = (name: FaceName): string =>
  [familyOf(name), ...standInsFor(FACES[name]).map((one) => one.name)].map((family) => `"${family}"`).join(',')

const percent = (share: number): string => `${Math.round(share * 10000) / 100}%`

/** How wide and tall the logo is, and the dark page's where that has its own, so that its place is kept before it comes: --logo-w, --logo-h, plain numbers. */
export function logoStyle({ logo, logoDark }: Pick<Look, 'logo' | 'logoDark'>): string {
  const [light, dark] = [logoOf(logo), logoOf(logoDark)]
  const size = ({ width, height }: { width: number; height: number }) => `:root{--logo-w:${width};--logo-h:${height}}`
  return [light ? size(light) : '', light && dark ? `@media (prefers-color-scheme:dark){${size(dark)}}` : ''].join('')
}
