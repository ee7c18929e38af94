/** The whole training of who says what: from annotated texts to what weights.json holds. */
import type { Kept } from '../kept.ts'
import { scoresOf, tagged } from '../tagging/tagger.ts'
import { pack } from '../weights.ts'
import type { Lesson } from './lesson.ts'
import { type Linkable, trainLinks } from './links.ts'
import { prepare, trainTagger } from './tagger.ts'

/** The links are trained on texts that the tagger has not seen: on this many parts, each tagged by what the others taught. */
const PARTS = 4
/** The largest weight that is told from others, by what was best for the tagger and the links of held-back texts. */
const MOST = 1.5

export function trainStatements(lessons: readonly Lesson[], say: (line: string) => void): Omit<Kept, 'tags'> {
  const prepared = lessons.map(prepare)
  const linkable: Linkable[] = []
  for (let part = 0; part < PARTS; part++) {
    const weights = trainTagger(prepared.filter((_, i) => i % PARTS !== part))
    for (const [i, { lesson }] of prepared.entries()) {
      if (i % PARTS !== part) continue
      const scores = scoresOf(lesson.context, weights)
      linkable.push({ lesson, tags: tagged(scores, weights.transitions, lesson.tokens) })
    }
    say(`part ${part + 1} of ${PARTS} is tagged by what the others taught`)
  }
  const links = trainLinks(linkable)
  say('the links are trained')
  const tagger = trainTagger(prepared)
  say('the tagger is trained on all')
  return {
    tagger: pack(Float32Array.from(tagger.emissions), MOST),
    transitions: [...tagger.transitions].map((weight) => Number(weight.toFixed(4))),
    cue: pack(links.cue, MOST * 2),
    speaker: pack(links.speaker, MOST * 2),
  }
}
