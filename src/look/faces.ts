/**
 * The faces that come with the program, and what stands in for them while they
 * are on their way: faces that machines have, made as wide and as tall, so that
 * nothing moves when ours arrive. They are in faces.json, which the build reads
 * as well. Ascent, descent and average widths there are those of
 * @capsizecss/metrics 4.3.0, which counts letters as often as English Wikipedia
 * has them; DejaVu's were measured with fontkit 2.0.4 on a text that Source
 * Serif 4 was measured on as well.
 */
import kept from './faces.json' with { type: 'json' }

export type FaceName = keyof typeof kept.faces

/** A weight or a style of a face. */
export type Cut = '400' | '400 italic' | 'bold'

export interface Face {
  /** As its makers call it. */
  family: string
  serif: boolean
  /** In the package. */
  files: readonly string[]
  /** Of the em: how far lines reach over and under the baseline. */
  ascent: number
  descent: number
  /** By how much it is drawn larger, so that small letters are as tall as those of the others; ascent and descent are then ours too, since it stood too high in its lines. */
  scale?: number
  /** How wide a letter of English text is on average, of the em. "bold" is 700; 600 of what only labels are set in. */
  widths: Partial<Record<Cut, number>>
}

/** A face that machines have: how CSS finds each cut, and how wide that is. */
export interface StandIn {
  name: string
  cuts: Partial<Record<Cut, { local: readonly string[]; width: number }>>
}

export const FACES: Readonly<Record<FaceName, Face>> = kept.faces

/** Those for a face, the nearest in form first. */
export const standInsFor = (face: Face): readonly StandIn[] => (face.serif ? kept.serifStandIns : kept.sansStandIns)

/** A file of a face, as the build names it: "literata-latin-400-normal.woff2". */
export interface FaceFile {
  file: string
  /** As CSS has them. */
  weight: string
  style: 'normal' | 'italic'
  subset: 'latin' | 'latin-ext'
}

/** Of a variable face. */
export const ANY_WEIGHT = '100 900'

export const filesOf = (name: FaceName): FaceFile[] =>
  FACES[name].files.map((cut) => {
    const [, subset = '', weight = '', style = ''] = /^(latin(?:-ext)?)-(400|700|wght)-(normal|italic)$/.exec(cut) ?? []
    return {
      file: `${name}-${cut}.woff2`,
      weight: weight === 'wght' ? ANY_WEIGHT : weight,
      style: style as FaceFile['style'],
      subset: subset as FaceFile['subset'],
    }
  })

/** What the fonts' makers ask to be kept with them; as the build names it. */
export const licenceOf = (name: FaceName): string => `${name}-licence.txt`

/** Which letters each subset has; the same in all of these packages. */
export const RANGES: Record<FaceFile['subset'], string> = {
  'latin-ext':
    'U+100-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+304,U+308,U+329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  latin:
    'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
}
