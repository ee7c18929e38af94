/**
 * The faces that come with the program, and what stands in for them while they
 * are on their way: faces that machines have, made as wide and as tall, so that
 * nothing moves when ours arrive.
 */
import fonts from './fonts.json' with { type: 'json' }

export type FaceName = keyof typeof fonts

/** A weight or a style of a face. */
export type Cut = '400' | '400 italic' | 'bold'

export interface Face {
  /** As its makers call it. */
  family: string
  serif: boolean
  /** Of the em: how far lines reach over and under the baseline. */
  ascent: number
  descent: number
  /** By how much it is drawn larger, so that small letters are as tall as those of the others. */
  scale?: number
  /** How wide a letter of English text is on average, of the em. "bold" is 700; 600 of what only labels are set in. */
  widths: Partial<Record<Cut, number>>
}

/*
 * Ascent, descent and average widths are those of @capsizecss/metrics 4.3.0, which counts letters as often as
 * English Wikipedia has them; DejaVu's were measured with fontkit 2.0.4 on a text that Source Serif 4 was
 * measured on as well.
 */
export const FACES: Record<FaceName, Face> = {
  'source-serif-4': {
    family: 'Source Serif 4',
    serif: true,
    ascent: 1.036,
    descent: 0.335,
    widths: { '400': 0.479, '400 italic': 0.441, bold: 0.494 },
  },
  literata: {
    family: 'Literata',
    serif: true,
    ascent: 1.177,
    descent: 0.308,
    widths: { '400': 0.48, '400 italic': 0.453, bold: 0.512 },
  },
  newsreader: {
    family: 'Newsreader',
    serif: true,
    ascent: 0.735,
    descent: 0.265,
    scale: 1.12,
    widths: { '400': 0.4285, '400 italic': 0.402, bold: 0.4615 },
  },
  'public-sans': {
    family: 'Public Sans',
    serif: false,
    ascent: 0.95,
    descent: 0.225,
    widths: { '400': 0.4675, bold: 0.474 },
  },
  'libre-franklin': {
    family: 'Libre Franklin',
    serif: false,
    ascent: 0.966,
    descent: 0.246,
    widths: { '400': 0.465, bold: 0.481 },
  },
}

/** A face that machines have: how CSS finds each cut, and how wide that is. */
export interface StandIn {
  name: string
  cuts: Partial<Record<Cut, { local: readonly string[]; width: number }>>
}

/** The nearest in form first. */
export const SERIF_STAND_INS: readonly StandIn[] = [
  {
    name: 'like Georgia',
    cuts: {
      '400': { local: ['Georgia'], width: 0.4458 },
      '400 italic': { local: ['Georgia Italic', 'Georgia-Italic'], width: 0.4546 },
      bold: { local: ['Georgia Bold', 'Georgia-Bold'], width: 0.5186 },
    },
  },
  {
    name: 'like Times',
    cuts: {
      '400': { local: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif', 'Tinos'], width: 0.4063 },
      '400 italic': {
        local: ['Times New Roman Italic', 'TimesNewRomanPS-ItalicMT', 'Liberation Serif Italic', 'Tinos Italic'],
        width: 0.4082,
      },
      bold: {
        local: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold', 'Tinos Bold'],
        width: 0.4326,
      },
    },
  },
  {
    name: 'like Noto Serif',
    cuts: {
      '400': { local: ['Noto Serif', 'NotoSerif'], width: 0.481 },
      '400 italic': { local: ['Noto Serif Italic', 'NotoSerif-Italic'], width: 0.469 },
      bold: { local: ['Noto Serif Bold', 'NotoSerif-Bold'], width: 0.512 },
    },
  },
  {
    name: 'like DejaVu Serif',
    cuts: {
      '400': { local: ['DejaVu Serif'], width: 0.5195 },
      '400 italic': { local: ['DejaVu Serif Italic'], width: 0.5195 },
      bold: { local: ['DejaVu Serif Bold'], width: 0.575 },
    },
  },
]

export const SANS_STAND_INS: readonly StandIn[] = [
  {
    name: 'like Arial',
    cuts: {
      '400': { local: ['Arial', 'ArialMT', 'Liberation Sans', 'Arimo'], width: 0.4458 },
      bold: { local: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'Arimo Bold'], width: 0.48 },
    },
  },
  {
    name: 'like Roboto',
    cuts: {
      '400': { local: ['Roboto', 'Roboto-Regular'], width: 0.4448 },
      bold: { local: ['Roboto Bold', 'Roboto-Bold'], width: 0.4521 },
    },
  },
  {
    name: 'like DejaVu Sans',
    cuts: {
      '400': { local: ['DejaVu Sans'], width: 0.5116 },
      bold: { local: ['DejaVu Sans Bold'], width: 0.579 },
    },
  },
]

/** A file of a face, as the build names it: "literata-latin-400-normal.woff2". */
export interface FaceFile {
  file: string
  /** As CSS has them. */
  weight: string
  style: 'normal' | 'italic'
  subset: 'latin' | 'latin-ext'
}

export const filesOf = (name: FaceName): FaceFile[] =>
  fonts[name].files.map((cut) => {
    const [, subset = '', weight = '', style = ''] = /^(latin(?:-ext)?)-(400|700|wght)-(normal|italic)$/.exec(cut) ?? []
    return {
      file: `${name}-${cut}.woff2`,
      weight: weight === 'wght' ? '100 900' : weight,
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
