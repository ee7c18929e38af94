/** What goes wrong, by class: for docs/reading.md, and to see where work would pay. */
import type { AnnotatedText, Range } from './_attribution-corpus.ts'
import type { Predicted } from './_attribution-score.ts'
import { tokensIn } from './_attribution-tokens.ts'

export type Mistakes = Map<string, number>

/** Adds a text's mistakes to `mistakes`. `isVerb`: whether a token is a verb. */
export function addMistakes(
  mistakes: Mistakes,
  { text, attributions }: AnnotatedText,
  predicted: readonly Predicted[],
  tokens: readonly Range[],
  quoted: Uint8Array,
  isVerb: (token: number) => boolean,
  head: (tokens: number[]) => number,
): void {
  const add = (name: string) => mistakes.set(name, (mistakes.get(name) ?? 0) + 1)
  const isWord = ({ from, to }: Range) => /[\p{L}\p{N}]/u.test(text.slice(from, to))
  const words = (ranges: readonly Range[]) => tokensIn(ranges, tokens).filter((i) => isWord(tokens[i] as Range))
  const mine = predicted.map((one) => ({ ...one, words: new Set(words(one.content)), used: false }))
  for (const { content, cue, source } of attributions) {
    const wanted = words(content)
    if (wanted.length === 0) continue
    const shared = (one: (typeof mine)[number]) => wanted.filter((i) => one.words.has(i)).length
    const near = mine.filter((one) => shared(one) > 0).sort((a, b) => shared(b) - shared(a))[0]
    if (near) near.used = true
    const isFound = near && shared(near) * 2 >= wanted.length && shared(near) * 2 >= near.words.size
    if (!isFound) {
      const cueTokens = tokensIn(cue, tokens)
      const kind = wanted.every((i) => quoted[i] === 1)
        ? 'a quotation'
        : near && shared(near) === wanted.length
          ? 'inside a longer one'
          : !cueTokens.some(isVerb)
            ? 'a noun or a mark attributes it'
            : wanted.length <= 4
              ? 'of four words at most'
              : 'reported, with a verb'
      add(`missed: ${kind}`)
      continue
    }
    if (near.words.size !== wanted.length || shared(near) !== wanted.length) {
      const [first, last] = [Math.min(...near.words), Math.max(...near.words)]
      const [begin, end] = [wanted[0] as number, wanted.at(-1) as number]
      add(
        first !== begin && last !== end
          ? 'cut wrongly: at both ends'
          : last > end
            ? 'cut wrongly: too far at the end'
            : last < end
              ? 'cut wrongly: too short at the end'
              : first !== begin
                ? 'cut wrongly: at the beginning'
                : 'cut wrongly: inside',
      )
    }
    const whose = source.length > 0 ? head(tokensIn(source, tokens)) : -1
    const found = near.speaker ? new Set(tokensIn([near.speaker], tokens)) : null
    if (whose < 0) {
      if (found) add('speaker: one given where the text names none')
    } else if (!found) add('speaker: none given')
    else if (!found.has(whose)) {
      const word = text.slice(tokens[whose]?.from, tokens[whose]?.to).toLowerCase()
      add(
        /^(?:he|she|they|it|i|we|you|who|which|his|her|their|its)$/.test(word)
          ? 'speaker: a pronoun missed'
          : 'speaker: another one',
      )
    }
  }
  for (const one of mine) if (!one.used && one.words.size > 0) add('invented: nothing is said there')
}
