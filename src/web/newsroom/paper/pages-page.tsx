/** The list of standing pages, and the drafts of those that are missing. */
import { pagesMessages as m, pageDraftMessages } from '../../../messages/index.ts'
import { type PageKind, pagePath, type StandingPage } from '../../../paper/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { PaperPlaces } from './paper-places.tsx'

export interface PagesPageProps extends Frame {
  pages: readonly StandingPage[]
  /** Those that a paper is expected to have and this one lacks. */
  missing: readonly PageKind[]
  /** What was typed for a new page that could not be made. */
  title?: string
  done?: string
  problem?: string
}

export const renderPagesPage = ({ pages, missing, title = '', done, problem, ...frame }: PagesPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'paper',
    children: (
      <>
        <PaperPlaces person={frame.person} here="pages" />
        <h1>{m.title}</h1>
        <p>{m.lead}</p>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        {pages.length === 0 ? <p class="empty">{m.none}</p> : null}
        <ul class="plain lines">
          {pages.map((page) => (
            <li>
              <a href={`/newsroom/pages/${page.id}`} dir="auto">
                {page.title}
              </a>
              <span class="meta">
                <bdi>{pagePath(page.slug)}</bdi> ·{' '}
                <span class={page.published ? 'state-published' : undefined}>
                  {page.published ? m.states.published : m.states.draft}
                </span>{' '}
                ·{' '}
                {m.lastSaved(
                  <time datetime={instant(page.changedAt)}>{dayAndTime(frame.site, page.changedAt)}</time>,
                  null,
                )}
              </span>
            </li>
          ))}
        </ul>
        {missing.length > 0 ? (
          <section>
            <h2>{m.missing}</h2>
            <p class="hint">{m.missingHint}</p>
            <ul class="plain lines">
              {missing.map((kind) => (
                <li class="draft-line">
                  <span>
                    <strong>{pageDraftMessages.drafts[kind].title}</strong> <span class="meta">{m.kinds[kind]}</span>
                  </span>
                  <form method="post" action="/newsroom/pages">
                    <input type="hidden" name="kind" value={kind} />
                    <button type="submit">
                      {m.startDraft}
                      <span class="visually-hidden">: {pageDraftMessages.drafts[kind].title}</span>
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section>
          <h2>{m.another}</h2>
          <form method="post" action="/newsroom/pages" class="stack">
            <label for="title">{m.pageTitle}</label>
            <input
              id="title"
              name="title"
              value={title}
              required
              dir="auto"
              {...(problem && title ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const) : {})}
            />
            <p>
              <button type="submit">{m.create}</button>
            </p>
          </form>
        </section>
      </>
    ),
  })
