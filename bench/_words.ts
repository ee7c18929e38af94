/** Made-up words, always the same ones, for stories and comments that are only to be measured. */

/** Park and Miller's generator: the same numbers at every run. */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Syllables for words that compress as those of a language do: some far more common than others. */
export const SYLLABLES =
  'the re ing har bour ed ge to an er quay mon ey of ten ders wa ter sur vey in mas tion no tice work clo se feb ru mem ber sa id told re port cost ha lf ye ar bri dge fer ry nor th ba nk tra de sh op mar ket co un cil mee ting age nda'.split(
    ' ',
  )

/** What most sentences are made of; without them no comment would look to be in any language. */
const COMMON =
  'the of and to a in is that it was for on are with they be at one have this from or had by not but what all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look two more go see no way could people my than first been call who its now find long down day did get come made may part'.split(
    ' ',
  )

/**
 * Comments of 4 to 50 words: half of them, as in life, of the few that every
 * sentence has, the others made up, some thousands of them.
 */
export function sayer(chance: () => number): () => string {
  const vocabulary = Array.from({ length: 8000 }, (_, i) =>
    Array.from({ length: 1 + (i % 3) }, () => SYLLABLES[Math.floor(chance() * SYLLABLES.length)]).join(''),
  )
  return () =>
    Array.from({ length: 4 + Math.floor(chance() ** 2 * 46) }, () =>
      chance() < 0.5
        ? COMMON[Math.floor(chance() ** 2 * COMMON.length)]
        : vocabulary[Math.floor(chance() ** 3 * vocabulary.length)],
    ).join(' ')
}
