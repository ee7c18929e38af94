/** Hashes for features: 32-bit whole numbers, the same anywhere. */

const FNV = 0x811c9dc5

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units. */
export function hashOf(text: string, seed = FNV): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** One hash of two numbers; the finishing steps are those of MurmurHash3. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x7f4a7c15), 0x9e3779b1)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** What a word looks like: 1 lower case, 2 capital, 3 capitals, 4 number, 5 mixed, 6 handle, else 0. */
export function shapeOf(word: string): number {
  if (/^\p{Ll}/u.test(word)) return /\p{Lu}/u.test(word) ? 5 : 1
  if (/^\p{Lu}/u.test(word)) return word.length > 1 && word === word.toUpperCase() ? 3 : 2
  if (/^\p{N}/u.test(word)) return 4
  if (/^[@#]./.test(word)) return 6
  return 0
}

/** A memory of what was made of a word, emptied when it is full, so that it never grows with what is read. */
export function memoize<T>(make: (word: string) => T, most = 20_000): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const old = known.get(word)
    if (old !== undefined) return old
    const made = make(word)
    if (known.size >= most) known.clear()
    known.set(word, made)
    return made
  }
}
