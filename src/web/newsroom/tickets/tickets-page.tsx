/** What readers say is wrong in stories: open, the oldest first, each with its sentence and ways to answer. */
import { LONGEST_SENTENCE } from '../../../house-rules/index.ts'
import { ticketDeskMessages as m, reviewDeskMessages } from '../../../messages/index.ts'
import type { TicketGroup } from '../../../tickets/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { instant } from '../../site/kit/format.ts'
import { ago, newsroomDocument, Problem, since } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { TooLate } from '../kit/too-late.tsx'
import { ReviewPlaces } from '../queue/review-places.tsx'
import { TicketPassages } from './ticket-passages.tsx'

export interface TicketsPageProps extends Frame {
  groups: readonly TicketGroup[]
  /** How many tickets are open in all. */
  total: number
  /** What was typed for one of them, by its first ticket, and what has to be put right. */
  problem?: { ticketId: string; sentence: string; typed: string }
  /** What was just answered. */
  done?: { kind: 'corrected' | 'nothing' | 'spam'; answerId: string }
  said?: string
}

export const renderTicketsPage = ({ groups, total, problem, done, said, ...frame }: TicketsPageProps): string => {
  const shown = groups.reduce((sum, { tickets }) => sum + tickets.length, 0)
  return newsroomDocument({
    site: frame.site,
    frame,
    title: total === 0 ? m.title : m.titleOf(total),
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="tickets" />
        <div class="head">
          <h1>{m.title}</h1>
          <p class="meta">
            {m.lead} {total > shown ? m.theFirst(shown) : ''} <a href="/newsroom/tickets/answered">{m.answered}</a>
          </p>
        </div>
        {done ? (
          <form method="post" action="/newsroom/tickets/reopen" class="undo">
            <span role="status">{m.done[done.kind]}</span>
            <input type="hidden" name="answer" value={done.answerId} />
            <button type="submit">{reviewDeskMessages.undo}</button>
          </form>
        ) : null}
        {said ? (
          <p class="notice" role="status">
            {said}
          </p>
        ) : null}
        {problem && !groups.some(({ tickets }) => tickets[0]?.id === problem.ticketId) ? (
          <TooLate {...problem} />
        ) : null}
        {groups.length === 0 ? (
          <section class="empty-queue">
            <h2>{m.none}</h2>
            <p>{m.noneHint}</p>
          </section>
        ) : null}
        <ol class="plain queue">
          {groups.map((group) => (
            <li class="item" id={`ticket-${group.tickets[0]?.id}`}>
              <Group
                frame={frame}
                group={group}
                problem={problem?.ticketId === group.tickets[0]?.id ? problem : undefined}
              />
            </li>
          ))}
        </ol>
      </>
    ),
  })
}

interface GroupProps {
  frame: Frame
  group: TicketGroup
  problem: TicketsPageProps['problem'] | undefined
}

const Group = ({ frame: { now }, group, problem }: GroupProps) => {
  const { story, tickets, corrected } = group
  const first = tickets[0]
  const id = first?.id ?? ''
  return (
    <>
      <header>
        <h2 dir="auto">{story.path ? <a href={encodeURI(story.path)}>{story.headline}</a> : story.headline}</h2>
        <p class="meta">
          {tickets.length > 1 ? `${m.readers(tickets.length)}, ` : ''}
          <time datetime={instant(first?.at ?? now)}>{openFor(now, first?.at ?? now)}</time>
        </p>
      </header>
      <TicketPassages group={group} />
      <ul class="plain lines">
        {tickets.map((ticket) => (
          <li>
            <CommentText text={ticket.words} />
            <span class="meta">
              {ago(now, ticket.at)}
              {ticket.mail ? (
                <>
                  , <bdi>{ticket.mail}</bdi>
                </>
              ) : null}
            </span>
            {ticket.source ? (
              <span class="meta">
                {m.source}:{' '}
                <a href={ticket.source} rel="noreferrer nofollow" dir="ltr">
                  {ticket.source}
                </a>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {corrected ? (
        <p class="notice">
          {corrected.cause ? (
            <>
              {m.correctedSince(<time datetime={instant(corrected.at)}>{ago(now, corrected.at)}</time>)}{' '}
              <span dir="auto">{corrected.cause}</span>
            </>
          ) : (
            m.changedSince(<time datetime={instant(corrected.at)}>{ago(now, corrected.at)}</time>)
          )}{' '}
          <a href={`/newsroom/stories/${story.id}/versions`}>{m.versions}</a>
        </p>
      ) : null}
      <form method="post" action="/newsroom/tickets/answer" class="stack">
        <Problem sentence={problem?.sentence} id={`problem-${id}`} />
        {tickets.map((ticket) => (
          <input type="hidden" name="ticket" value={ticket.id} />
        ))}
        {corrected ? <input type="hidden" name="version" value={String(corrected.version)} /> : null}
        <label for={`note-${id}`}>
          {m.note} <span class="hint">{m.noteHint}</span>
        </label>
        <textarea
          id={`note-${id}`}
          name="note"
          rows={2}
          maxlength={LONGEST_SENTENCE}
          dir="auto"
          {...(problem ? { 'aria-invalid': 'true' as const, 'aria-describedby': `problem-${id}` } : {})}
        >
          {`\n${problem?.typed ?? ''}`}
        </textarea>
        <p class="decide">
          <a class={corrected ? 'button' : 'button first'} href={`/newsroom/stories/${story.id}?ticket=${id}`}>
            {m.correct}
          </a>
          {corrected ? (
            <button type="submit" name="kind" value="corrected" class="first">
              {m.thank}
            </button>
          ) : null}
          <button type="submit" name="kind" value="nothing">
            {m.nothing}
          </button>
          <button type="submit" name="kind" value="spam" class="quiet">
            {m.spam}
          </button>
        </p>
      </form>
    </>
  )
}

/** "open for 3 hours" */
export const openFor = (now: number, at: number): string => (now - at < 60_000 ? m.openJust : m.openFor(since(now, at)))
