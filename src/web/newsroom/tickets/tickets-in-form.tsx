/** In a story's form: what readers say is wrong in it, to be answered by the change that puts it right. */
import { ticketDeskMessages as m } from '../../../messages/index.ts'
import { beginningOf } from '../../../text/index.ts'
import type { TicketGroup } from '../../../tickets/index.ts'
import { openFor } from './tickets-page.tsx'

/** As much of what readers say as a box has room for, in characters. */
const MOST = 300

/** A sentence's tickets go together: one box for all of them. */
const idsOf = ({ tickets }: TicketGroup): string => tickets.map(({ id }) => id).join(' ')

/** `chosen`: what was ticked, or the ticket that led here. */
export const TicketsInForm = ({
  groups,
  chosen,
  now,
}: {
  groups: readonly TicketGroup[]
  chosen: readonly string[]
  now: number
}) =>
  groups.length === 0 ? null : (
    <fieldset class="story-change" id="reported">
      <legend>{m.inForm}</legend>
      <p class="hint">{m.inFormHint}</p>
      {groups.map((group) => (
        <label class="check reported">
          <input
            type="checkbox"
            name="closes"
            value={idsOf(group)}
            checked={group.tickets.some(({ id }) => chosen.includes(id))}
          />
          <span>
            {group.quote ? <strong dir="auto">{beginningOf(group.quote, MOST)} </strong> : null}
            <span class="meta">
              {group.tickets.length > 1 ? `${m.readers(group.tickets.length)}, ` : ''}
              {openFor(now, group.tickets[0]?.at ?? now)}
            </span>
            {group.tickets.slice(0, 3).map(({ words }) => (
              <span class="excerpt" dir="auto">
                {beginningOf(words, MOST)}
              </span>
            ))}
          </span>
        </label>
      ))}
      <p class="meta">{m.inFormMore(<a href="/newsroom/tickets">{m.title}</a>)}</p>
    </fieldset>
  )

/** Beside the story, so that whoever came to put it right has it before them. */
export const TicketsBeside = ({ groups, now }: { groups: readonly TicketGroup[]; now: number }) =>
  groups.length === 0 ? null : (
    <section>
      <h2>{m.inForm}</h2>
      <ul class="plain lines">
        {groups.map((group) => (
          <li>
            {group.quote ? (
              <blockquote class="parent" dir="auto">
                {beginningOf(group.quote, MOST)}
              </blockquote>
            ) : null}
            {group.tickets.slice(0, 3).map(({ words }) => (
              <span class="excerpt" dir="auto">
                {beginningOf(words, MOST)}
              </span>
            ))}
            <span class="meta">{openFor(now, group.tickets[0]?.at ?? now)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
