/** One webhook: its secret on the one day that it is shown, what it is told of, and what became of each message. */
import { hookMessages, webhooksPageMessages as m } from '../../../messages/index.ts'
import { type HookMessage, isHookEvent, TEST_EVENT, type Webhook } from '../../../webhooks/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from '../settings/settings-places.tsx'
import { EventBoxes, HookState } from './webhooks-page.tsx'

interface WebhookPageProps extends Frame {
  webhook: Webhook
  /** The newest first, at most `most`. */
  log: readonly HookMessage[]
  most: number
  /** As it was just made; absent where it is not to be shown. */
  secret?: string
  done?: string
  problem?: string
}

export const renderWebhookPage = ({
  webhook,
  log,
  most,
  secret,
  done,
  problem,
  ...frame
}: WebhookPageProps): string => {
  const here = `/newsroom/webhooks/${webhook.id}`
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="webhooks" />
        <p>
          <a href="/newsroom/webhooks">{m.back}</a>
        </p>
        <h1>{m.title}</h1>
        <p>
          <bdi dir="ltr" class="address">
            {webhook.address}
          </bdi>
        </p>
        <p class="meta">
          <HookState site={frame.site} webhook={webhook} />
        </p>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        <section class={secret ? 'notice' : 'part'} {...(secret ? { role: 'status' } : {})}>
          <h2>{m.secret}</h2>
          {secret ? (
            <>
              <label for="secret">{m.secretOnce}</label>
              <input id="secret" value={secret} readonly dir="ltr" />
            </>
          ) : (
            <>
              <p class="meta">{m.secretShown}</p>
              <form method="post" action={`${here}/secret`}>
                <button type="submit">{m.newSecret}</button>
              </form>
            </>
          )}
        </section>
        <section class="part">
          <form method="post" action={`${here}/events`} class="stack">
            <EventBoxes legend={m.events} chosen={webhook.events} />
            <p>
              <button type="submit">{m.save}</button>
            </p>
          </form>
          <div class="acts">
            {webhook.off ? null : (
              <form method="post" action={`${here}/test`}>
                <button type="submit">{m.test}</button>
              </form>
            )}
            <form method="post" action={`${here}/switch`}>
              {webhook.off ? <input type="hidden" name="on" value="1" /> : null}
              <button type="submit">{webhook.off ? m.switchOn : m.switchOff}</button>
            </form>
            <form method="post" action={`${here}/remove`}>
              <button type="submit" class="quiet">
                {m.remove}
              </button>
            </form>
          </div>
          <p class="meta">{m.removeHint}</p>
        </section>
        <section class="part">
          <h2>{m.log}</h2>
          <p class="meta">{m.logHint(most)}</p>
          {log.length === 0 ? <p class="empty">{m.nothingYet}</p> : null}
          <ul class="plain lines">
            {log.map((message) => (
              <li class="person">
                <div>
                  <Message site={frame.site} now={frame.now} message={message} />
                </div>
                {message.ending === null || webhook.off ? null : (
                  <form method="post" action={`${here}/messages/${message.id}/again`}>
                    <button type="submit">{m.sendAgain}</button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  })
}

const nameOf = (event: string): string =>
  event === TEST_EVENT ? hookMessages.test : isHookEvent(event) ? hookMessages.events[event] : m.unknownEvent(event)

const Message = ({ site, now, message }: { site: Site; now: number; message: HookMessage }) => {
  const { event, happenedAt, attempts, tries } = message
  const when = (at: number) => <time datetime={instant(at)}>{dayAndTime(site, at)}</time>
  return (
    <>
      <p>
        <strong>{nameOf(event)}</strong> <span class="meta">{when(happenedAt)}</span>
      </p>
      <p class="meta">
        <Became site={site} now={now} message={message} />
      </p>
      {attempts.length > 0 ? (
        <ul class="plain meta">
          {attempts.map(({ at, took, status, fault }) => (
            <li>
              {status === null
                ? m.unanswered(when(at), m.faults[fault as keyof typeof m.faults] ?? fault ?? '')
                : m.answered(when(at), status, took)}
            </li>
          ))}
          {tries > attempts.length ? <li>{m.earlierTries(tries - attempts.length)}</li> : null}
        </ul>
      ) : null}
    </>
  )
}

const Became = ({ site, now, message }: { site: Site; now: number; message: HookMessage }) => {
  const { ending, dueAt, tries } = message
  if (ending !== null) return <>{m.endings[ending]}</>
  if (tries === 0 || dueAt === null) return <>{m.waits}</>
  return m.nextTry(dueAt <= now ? m.soon : <time datetime={instant(dueAt)}>{dayAndTime(site, dueAt)}</time>)
}
