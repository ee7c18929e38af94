/** The sentence that a reader means, in its passage: as they had it, and as it stands now. */
import { ticketDeskMessages as m } from '../../../messages/index.ts'
import type { ShownPassage, TicketGroup } from '../../../tickets/index.ts'

type Places = Pick<TicketGroup, 'quote' | 'found' | 'asItWas' | 'asItIs' | 'version' | 'story'>

export function TicketPassages({ group: { quote, found, asItWas, asItIs, version, story } }: { group: Places }) {
  if (!found)
    return quote === '' ? (
      <p class="meta">{m.wholeStory}</p>
    ) : (
      <blockquote class="parent">
        <p class="meta">{m.notFound}</p>
        <p dir="auto">{quote}</p>
      </blockquote>
    )
  const isSame = asItWas !== null && asItIs !== null && textOf(asItWas) === textOf(asItIs)
  return (
    <div class="passages">
      {asItWas ? (
        <blockquote class="parent">
          <p class="meta">
            {m.asItWas(version)}
            {isSame ? `. ${m.unchanged}` : ''}
          </p>
          <Passage shown={asItWas} />
        </blockquote>
      ) : null}
      {isSame ? null : (
        <blockquote class="parent">
          <p class="meta">
            {asItIs === null ? (story.path === null ? m.offSite : m.gone) : m.asItIs}
            {asItIs && asItIs.marked === '' ? `. ${m.changed}` : ''}
          </p>
          {asItIs ? <Passage shown={asItIs} /> : null}
        </blockquote>
      )}
    </div>
  )
}

/** Around the words that are meant no more than this is shown, in characters. */
const AROUND = 400

const Passage = ({ shown: { before, marked, after } }: { shown: ShownPassage }) => (
  <p dir="auto">
    {before.length > AROUND && marked ? `…${before.slice(-AROUND)}` : before}
    {marked ? <mark>{marked}</mark> : null}
    {after.length > AROUND && marked ? `${after.slice(0, AROUND)}…` : after}
  </p>
)

const textOf = ({ before, marked, after }: ShownPassage): string => before + marked + after
