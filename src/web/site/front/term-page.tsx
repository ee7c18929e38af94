/** The front of a section, a topic or an author: who or what it is, and its stories. */
import { frontMessages as m } from '../../../messages/index.ts'
import { type Term, termPath } from '../../../paper/index.ts'
import { document } from '../kit/layout.tsx'
import type { Site, StorySummary } from '../kit/props.ts'
import { Brief } from './cards.tsx'

export interface TermPageProps {
  site: Site
  term: Term
  /** The newest first. */
  stories: StorySummary[]
  /** Milliseconds since the epoch. */
  now: number
}

export const renderTermPage = ({ site, term, stories, now }: TermPageProps): string =>
  document({
    site,
    title: `${term.name} · ${site.name}`,
    ...(term.about ? { description: term.about } : {}),
    path: encodeURI(termPath(term)),
    children: (
      <section class="archive">
        <h1>{term.name}</h1>
        {term.about ? <p class="standfirst">{term.about}</p> : null}
        {stories.length === 0 ? <p class="empty">{m.noStories}</p> : null}
        <div class="others">
          {stories.map((story) => (
            <Brief site={site} story={story} now={now} heading="h2" />
          ))}
        </div>
      </section>
    ),
  })
