/** Colours as screens have them, and as eyes do: OKLCH (Ottosson, 2020) and the contrast of WCAG 2.2. */

/** "#rrggbb", in small letters. */
export type Hex = `#${string}`

/** Lightness 0 to 1, chroma from 0, hue in radians. */
export interface Oklch {
  l: number
  c: number
  h: number
}

/** What somebody wrote as "#0b5c49", "0B5C49" or "#0b5"; null where that is no colour. */
export function readColour(text: string): Hex | null {
  const [, digits = ''] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim()) ?? []
  if (digits === '') return null
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  return `#${whole.toLowerCase()}`
}

const channels = (hex: Hex): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
const toLinear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const fromLinear = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)

/** Relative luminance (WCAG 2.2). */
function luminance(hex: Hex): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map(toLinear)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

export function toOklch(hex: Hex): Oklch {
  const [r = 0, g = 0, b = 0] = channels(hex).map(toLinear)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, y), h: Math.atan2(y, a) }
}

/** Red, green and blue of light; below 0 or above 1 where no screen shows it. */
function toLight({ l: lightness, c, h }: Oklch): number[] {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** More would be seen by nobody. */
const STEPS = 20

/** The colour; where no screen shows one so strong, as strong as there is of the same lightness and hue. */
export function toHex(colour: Oklch): Hex {
  const isShown = (light: readonly number[]) => light.every((part) => part > -0.0001 && part < 1.0001)
  let light = toLight(colour)
  if (!isShown(light)) {
    let [weak, strong] = [0, colour.c]
    for (let step = 0; step < STEPS; step++) {
      const c = (weak + strong) / 2
      if (isShown(toLight({ ...colour, c }))) weak = c
      else strong = c
    }
    light = toLight({ ...colour, c: weak })
  }
  const digits = light.map((part) => {
    const byte = Math.round(Math.min(1, Math.max(0, fromLinear(Math.max(0, part)))) * 255)
    return byte.toString(16).padStart(2, '0')
  })
  return `#${digits.join('')}`
}

/** The lightness nearest to a colour's own at which the same hue is `good`, looked for towards `end` (0 is black, 1 white). */
export function nearestShade(hex: Hex, end: 0 | 1, good: (shade: Hex) => boolean): Hex {
  if (good(hex)) return hex
  const own = toOklch(hex)
  let [bad, fine] = [own.l, end as number]
  for (let step = 0; step < STEPS; step++) {
    const l = (bad + fine) / 2
    if (good(toHex({ ...own, l }))) fine = l
    else bad = l
  }
  return toHex({ ...own, l: fine })
}
