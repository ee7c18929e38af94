/** Reported errors that were answered, the newest first. */
import { frameMessages, ticketDeskMessages as m } from '../../../messages/index.ts'
import type { AnsweredTickets } from '../../../tickets/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { instant } from '../../site/kit/format.ts'
import { ago, newsroomDocument } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { ReviewPlaces } from '../queue/review-places.tsx'

interface AnsweredPageProps extends Frame {
  answers: readonly AnsweredTickets[]
  nameOf(personId: string | null): string
}

export const renderAnsweredPage = ({ answers, nameOf, ...frame }: AnsweredPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.answered,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="tickets" />
        <div class="head">
          <h1>{m.answered}</h1>
          <p class="meta">
            {m.title}: <a href="/newsroom/tickets">{m.allOpen}</a>
          </p>
        </div>
        {answers.length === 0 ? <p class="empty">{m.noAnswered}</p> : null}
        <ol class="plain queue">
          {answers.map(({ answerId, story, kind, note, by, at, tickets }) => (
            <li class="item">
              <header>
                <h2 dir="auto">{story.path ? <a href={encodeURI(story.path)}>{story.headline}</a> : story.headline}</h2>
                <p class="meta">
                  {m.kinds[kind]},{' '}
                  {m.answeredBy(
                    <bdi>{nameOf(by) || frameMessages.someone}</bdi>,
                    <time datetime={instant(at)}>{ago(frame.now, at)}</time>,
                  )}
                </p>
              </header>
              {tickets.map(({ quote, words }) => (
                <blockquote class="parent">
                  {quote ? (
                    <p class="meta" dir="auto">
                      {quote}
                    </p>
                  ) : null}
                  <CommentText text={words} />
                </blockquote>
              ))}
              {note ? <CommentText text={note} /> : null}
              <form method="post" action="/newsroom/tickets/reopen">
                <input type="hidden" name="answer" value={answerId} />
                <button type="submit">{m.reopen}</button>
              </form>
            </li>
          ))}
        </ol>
      </>
    ),
  })
