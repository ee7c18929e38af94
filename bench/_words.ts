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

/** Comments of 4 to 50 words, from some thousands of words of which a few are very common. */
export function sayer(chance: () => number): () => string {
  const vocabulary = Array.from({ length: 8000 }, (_, i) =>
    Array.from({ length: 1 + (i % 3) }, () => SYLLABLES[Math.floor(chance() * SYLLABLES.length)]).join(''),
  )
  return () =>
    Array.from(
      { length: 4 + Math.floor(chance() ** 2 * 46) },
      () => vocabulary[Math.floor(chance() ** 3 * vocabulary.length)],
    ).join(' ')
}
