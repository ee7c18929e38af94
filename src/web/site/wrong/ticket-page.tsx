/** What became of an error that a reader reported, for who sent it. */
import { wrongMessages as m } from '../../../messages/index.ts'
import { CommentText } from '../kit/comment-text.tsx'
import { shortDay } from '../kit/format.ts'
import { KeepAddress } from '../kit/keep-address.tsx'
import { document } from '../kit/layout.tsx'
import type { TicketPageProps } from './wrong-props.ts'

const TONES = { open: 'wait', corrected: 'good', nothing: 'end', spam: 'end' } as const

export function renderTicketPage({ site, ticket, path, story, correction }: TicketPageProps): string {
  const { answer } = ticket
  const state = answer?.kind ?? 'open'
  const { title, sentence } = m.states[state]
  return document({
    site,
    title: `${title} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single receipt">
        <p class="label">{m.yours}</p>
        <h1>{title}</h1>
        <p class="about">
          {m.about(
            story ? (
              <a href={encodeURI(story.path)} dir="auto">
                {story.headline}
              </a>
            ) : (
              m.aStory
            ),
            shortDay(site, ticket.at),
          )}
        </p>
        <div class={`state ${TONES[state]}`} role="status">
          <p>{sentence}</p>
          {answer?.note ? (
            <blockquote class="from-newsroom">
              <CommentText text={answer.note} />
            </blockquote>
          ) : null}
        </div>
        {correction && (correction.cause || correction.difference) ? (
          <section>
            <h2>{m.correction}</h2>
            {correction.cause ? <p dir="auto">{correction.cause}</p> : null}
            {correction.difference ? (
              <p>
                <a href={encodeURI(correction.difference)}>{m.changed}</a>
              </p>
            ) : null}
          </section>
        ) : null}
        {ticket.exact ? (
          <section>
            <h2>{m.wordsMeant}</h2>
            <blockquote class="from-newsroom" dir="auto">
              <CommentText text={ticket.exact} />
            </blockquote>
          </section>
        ) : null}
        {ticket.words ? (
          <section>
            <h2>{m.whatYouWrote}</h2>
            <article class="comment as-it-looks">
              <CommentText text={ticket.words} />
            </article>
          </section>
        ) : null}
        {ticket.source ? (
          <section>
            <h2>{m.yourSource}</h2>
            <p class="address" dir="ltr">
              {ticket.source}
            </p>
          </section>
        ) : null}
        <KeepAddress
          site={site}
          path={path}
          title={m.keepAddress}
          says={ticket.mail && site.mailLeaves ? m.onlyWayBackBesideEmail : m.onlyWayBack}
        />
      </section>
    ),
  })
}
