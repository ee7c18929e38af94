/**
 * The trained weights (weights.json, made by `npm run train:reading`). Each
 * weight is kept in four bits: a sign and a level, finer near zero, where most
 * weights lie; a table's bytes, two weights each, stand in base64.
 */

export interface KeptTable {
  /** The largest weight that is told from others; larger ones count as this. */
  most: number
  base64: string
}

const LEVELS = 7

/** What a weight of level 0 to 7 is worth, of 127. */
const WORTH = Array.from({ length: LEVELS + 1 }, (_, level) => Math.round(127 * (level / LEVELS) ** 2))

export interface Table {
  /** Whole numbers; a weight is one of them times `unit`. */
  weights: Int8Array
  unit: number
}

export function unpack({ most, base64 }: KeptTable): Table {
  const text = atob(base64)
  const weights = new Int8Array(text.length * 2)
  const worth = Array.from({ length: 16 }, (_, code) => Math.sign(code - 8) * (WORTH[Math.abs(code - 8)] ?? 127))
  for (let i = 0; i < text.length; i++) {
    const byte = text.charCodeAt(i)
    weights[2 * i] = worth[byte >> 4] as number
    weights[2 * i + 1] = worth[byte & 15] as number
  }
  return { weights, unit: most / 127 }
}

/** `weights`: an even number of them. */
export function pack(weights: Float32Array, most: number): KeptTable {
  const codeOf = (weight: number) =>
    8 + Math.sign(weight) * Math.min(LEVELS, Math.round(LEVELS * Math.sqrt(Math.abs(weight) / most)))
  let text = ''
  for (let i = 0; i < weights.length; i += 2) {
    text += String.fromCharCode((codeOf(weights[i] as number) << 4) | codeOf(weights[i + 1] as number))
  }
  return { most, base64: btoa(text) }
}
