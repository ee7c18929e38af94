/** Webhooks: all of them, and adding one. */
import { hookMessages, webhooksPageMessages as m } from '../../../messages/index.ts'
import { HOOK_EVENTS, type Webhook } from '../../../webhooks/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from '../settings/settings-places.tsx'

interface WebhooksPageProps extends Frame {
  webhooks: readonly Webhook[]
  done?: string
  problem?: string
  /** What was typed and could not be added. */
  typed?: { address: string; events: readonly string[] }
}

/** What a new one is told of unless somebody says otherwise: what readers see. */
const USUAL = HOOK_EVENTS.filter((event) => event.startsWith('story.'))

export const renderWebhooksPage = ({ webhooks, done, problem, typed, ...frame }: WebhooksPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="webhooks" />
        <h1>{m.title}</h1>
        <p>{m.lead}</p>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        <section class="part">
          {webhooks.length === 0 ? <p class="empty">{m.none}</p> : <h2>{m.all(webhooks.length)}</h2>}
          <ul class="plain lines">
            {webhooks.map((webhook) => (
              <li>
                <p>
                  <a href={`/newsroom/webhooks/${webhook.id}`}>
                    <bdi dir="ltr">{webhook.address}</bdi>
                  </a>
                </p>
                <p class="meta">
                  <HookState site={frame.site} webhook={webhook} />
                </p>
              </li>
            ))}
          </ul>
        </section>
        <section class="part">
          <h2>{m.add}</h2>
          <form method="post" action="/newsroom/webhooks" class="stack">
            <label for="address">
              {m.address} <span class="hint">{m.addressHint}</span>
            </label>
            <input
              id="address"
              name="address"
              type="url"
              required
              dir="ltr"
              value={typed?.address ?? ''}
              {...(problem ? { 'aria-describedby': 'problem' } : {})}
            />
            <EventBoxes legend={m.tellOf} chosen={typed?.events ?? USUAL} />
            <p>
              <button type="submit">{m.addIt}</button>
            </p>
          </form>
        </section>
      </>
    ),
  })

export const EventBoxes = ({ legend, chosen }: { legend: string; chosen: readonly string[] }) => (
  <fieldset>
    <legend>{legend}</legend>
    {HOOK_EVENTS.map((event) => (
      <label class="check">
        <input type="checkbox" name="events" value={event} checked={chosen.includes(event)} />{' '}
        {hookMessages.events[event]}
      </label>
    ))}
  </fieldset>
)

export const HookState = ({ site, webhook: { off, failingSince } }: { site: Site; webhook: Webhook }) => {
  const when = (at: number) => <time datetime={instant(at)}>{dayAndTime(site, at)}</time>
  if (off?.why === 'person') return m.offByPerson(when(off.at))
  if (off) return <strong>{off.why === 'gone' ? m.offGone(when(off.at)) : m.offFailing(when(off.at))}</strong>
  return failingSince === null ? <span>{m.on}</span> : m.onSince(when(failingSince))
}
