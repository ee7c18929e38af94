/** What readers are told where a story or a picture was made with AI: how, who reviewed it, who answers for it. */
import type { MadeWithAi } from '../../../media/index.ts'
import { bodyMessages as m } from '../../../messages/index.ts'
import type { LanguageAttributes } from './own-language.ts'

type Said = Record<Exclude<MadeWithAi['how'], 'none'>, string>

/** The parts of its line; none where AI had no part in it. */
export const saidOfMaking = (says: Said, { how, reviewedBy, responsible }: MadeWithAi): string[] =>
  how === 'none'
    ? []
    : [
        says[how],
        ...(reviewedBy ? [m.aiReviewed(reviewedBy)] : []),
        ...(responsible ? [m.aiResponsible(responsible)] : []),
      ]

/** Under a story's byline, and at the head of its words in a feed. */
export const StoryMaking = ({ madeWithAi, own = {} }: { madeWithAi: MadeWithAi; own?: LanguageAttributes }) => {
  const parts = saidOfMaking(m.ai, madeWithAi)
  if (parts.length === 0) return null
  return (
    <p class="meta made-with-ai">
      <span {...own}>{parts.join(' · ')}</span>
    </p>
  )
}

/** What programs are told, in the words of schema.org, which has them of the IPTC. */
const SOURCES = {
  generated: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
  helped: 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
}

/** The same for search engines, as properties of an article or a picture. */
export const makingData = ({ how, responsible }: MadeWithAi) =>
  how === 'none'
    ? {}
    : {
        digitalSourceType: SOURCES[how],
        ...(responsible ? { accountablePerson: { '@type': 'Person', name: responsible } } : {}),
      }
