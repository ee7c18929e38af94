/**
 * The first half of `npm run train:reading`: parts of speech, learnt from what
 * wink-nlp, whose model has read far more, says of the corpus's texts and of
 * its own list of words. The same corpus gives the same weights.
 */
import model from 'wink-eng-lite-web-model'
import type { ItsFunction } from 'wink-nlp'
import winkNLP from 'wink-nlp'
import { pack, TAGS, type TaggedText, tokenize, trainTags } from '../src/reading/index.ts'
import { corpusFolder, readCorpus } from './_attribution-corpus.ts'
import { keepWeights, say } from './_weights-file.ts'

/** But this share of the weights are told from one another. */
const CUT = 0.00002

const nlp = winkNLP(model, ['sbd', 'pos'])
const its = nlp.its as typeof nlp.its & { precedingSpaces: ItsFunction<string> }
const numberOf = new Map<string, number>(TAGS.map((tag, number) => [tag, number]))

const corpus = readCorpus('train')
if (!corpus) {
  console.log(
    `The corpus is not at ${corpusFolder('train')}; nothing was trained. Set COURANT_SHARED to the folder that holds corpora/.`,
  )
} else {
  const texts = corpus.map(({ text }) => taggedText(text))
  const lexicon = (model as unknown as { core(): { features: { lexeme: { list: string[] } } } })
    .core()
    .features.lexeme.list.filter((word) => /^[\p{L}-]{2,}$/u.test(word))
    .map((word) => ({ word, tag: tagsOf(word)[0]?.tag ?? 0 }))
  say(`${texts.length} texts and ${lexicon.length} words are tagged`)
  const weights = trainTags(texts, lexicon, say)
  const sorted = [...weights].map(Math.abs).sort((a, b) => b - a)
  keepWeights({ tags: pack(weights, sorted[Math.floor(sorted.length * CUT)] as number) })
}

/** What wink-nlp makes of a paragraph: tokens with their places and tags. */
function tagsOf(text: string): { from: number; to: number; tag: number }[] {
  const tokens = nlp.readDoc(text).tokens()
  const [words, spaces, tags] = [tokens.out(), tokens.out(its.precedingSpaces), tokens.out(its.pos)] as string[][]
  const found: { from: number; to: number; tag: number }[] = []
  let at = 0
  for (const [i, word] of (words as string[]).entries()) {
    at += (spaces?.[i] ?? '').length
    // It gave back other characters than it was given: its places can't be trusted from here on.
    if (!text.startsWith(word, at)) break
    found.push({ from: at, to: at + word.length, tag: numberOf.get(tags?.[i] ?? '') ?? 0 })
    at += word.length
  }
  return found
}

/** A text as we cut it, with wink's tags where it cuts alike. */
function taggedText(text: string): TaggedText {
  const paragraphs = text.split('\n')
  const tokens = tokenize(paragraphs)
  const tags = new Int8Array(tokens.count).fill(-1)
  let i = 0
  for (const [number, paragraph] of paragraphs.entries()) {
    const theirs = new Map(paragraph.trim() === '' ? [] : tagsOf(paragraph).map((one) => [one.from, one]))
    for (; i < tokens.count && tokens.paragraph[i] === number; i++) {
      const same = theirs.get(tokens.from[i] as number)
      if (same && same.to === tokens.to[i]) tags[i] = same.tag
    }
  }
  return { words: tokens.word, starts: tokens.starts, tags }
}
