/** Hashes for features and keys: 32-bit whole numbers, the same anywhere. */

export const PRIME = 0x01000193

/** The finishing steps of MurmurHash3: the low bits know all of the high ones. */
export function finish(start: number): number {
  let hash = start ^ (start >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
