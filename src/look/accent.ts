/** One colour, chosen by an editor, as it is on the light page and on the dark one: always to be read. */
import { contrast, type Hex, nearestShade } from './colour.ts'

/** What words in the accent stand on, and what stands on the accent; the same as in web/styles/tokens.css. */
export const SURFACES = {
  light: { paper: '#f6f7f4', sheet: '#ffffff', wash: '#e9efea', inkOnAccent: '#ffffff' },
  dark: { paper: '#111714', sheet: '#19211d', wash: '#1e2924', inkOnAccent: '#0b1a14' },
} as const satisfies Record<'light' | 'dark', Record<string, Hex>>

/** What else is on both pages, as tokens.css has it. */
export const INKS = {
  light: { ink: '#131c18', soft: '#4d5a54', hair: '#cdd3ce' },
  dark: { ink: '#e4e9e4', soft: '#a3b0a9', hair: '#333e39' },
} as const satisfies Record<'light' | 'dark', Record<string, Hex>>

/** The green that a new site has; its shade for the dark page is chosen by hand. */
export const HOUSE_ACCENT: Hex = '#0b5c49'
const HOUSE_ACCENT_DARK: Hex = '#7fd0b2'

/** WCAG 2.2, level AA, for text. */
export const ENOUGH = 4.5

export interface Accent {
  light: Hex
  dark: Hex
}

const isReadable = (side: keyof typeof SURFACES) => (shade: Hex) =>
  Object.values(SURFACES[side]).every((surface) => contrast(shade, surface) >= ENOUGH)

/**
 * The accent on both pages: the colour itself where it can be read there, as words and under its own words;
 * else its nearest shade that can, darker on the light page and lighter on the dark one. There always is one.
 */
export const accentOf = (colour: Hex): Accent =>
  colour === HOUSE_ACCENT
    ? { light: HOUSE_ACCENT, dark: HOUSE_ACCENT_DARK }
    : {
        light: nearestShade(colour, 0, isReadable('light')),
        dark: nearestShade(colour, 1, isReadable('dark')),
      }
