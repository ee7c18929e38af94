/** All corrections of the paper, the newest first. */
import type { ListedCorrection } from '../../../corrections/index.ts'
import { siteFrameMessages as frame, publicCorrectionMessages as m } from '../../../messages/index.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'
import { NoticeWords } from './notices.tsx'

export interface CorrectionsPageProps {
  site: Site
  corrections: readonly ListedCorrection[]
  /** From 1. */
  page: number
  hasOlder: boolean
}

const pathOf = (page: number) => (page === 1 ? '/corrections' : `/corrections/${page}`)

export const renderCorrectionsPage = ({ site, corrections, page, hasOlder }: CorrectionsPageProps): string =>
  document({
    site,
    title: `${frame.corrections} · ${site.name}`,
    description: m.about(site.name),
    path: pathOf(page),
    children: (
      <section class="single corrections-page">
        <h1>{frame.corrections}</h1>
        <p class="about">{m.about(site.name)}</p>
        {page > 1 ? <p class="label page">{m.page(page)}</p> : null}
        {corrections.length === 0 ? <p class="empty">{m.none}</p> : null}
        <ol class="plain">
          {corrections.map((one) => (
            <li>
              <h2 dir="auto">
                <a href={`${encodeURI(one.story.path)}#correction-${one.id}`}>{one.story.headline}</a>
              </h2>
              <NoticeWords site={site} notice={one} />
            </li>
          ))}
        </ol>
        {page > 1 || hasOlder ? (
          <nav class="older" aria-label={m.pages}>
            {page > 1 ? (
              <a rel="prev" href={pathOf(page - 1)}>
                {m.newer}
              </a>
            ) : null}
            {hasOlder ? (
              <a rel="next" href={pathOf(page + 1)}>
                {m.older}
              </a>
            ) : null}
          </nav>
        ) : null}
      </section>
    ),
  })
