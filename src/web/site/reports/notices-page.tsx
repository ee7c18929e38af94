/** A reader's own choices, behind the signed link in each of their letters; and the pages of links that ask. */
import type { NoticeChoices, Rhythm, Subscription } from '../../../letters/index.ts'
import { noticesMessages as m } from '../../../messages/index.ts'
import { shortDay } from '../kit/format.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'

export type NoticesDone = keyof typeof m.done
export const isNoticesDone = (value: string | undefined): value is NoticesDone =>
  value !== undefined && Object.hasOwn(m.done, value)

interface NoticesPageProps {
  site: Site
  /** /notices/… */
  path: string
  /** Masked; null where the reader has none (any more). */
  address: string | null
  choices: NoticeChoices
  /** The hour of the day at which daily and weekly letters leave. */
  hour: number
  done?: NoticesDone
}

export const renderNoticesPage = ({ site, path, address, choices, hour, done }: NoticesPageProps): string =>
  document({
    site,
    title: `${m.title} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single notices">
        <h1>{m.title}</h1>
        {done ? (
          <p class="notice" role="status">
            {m.done[done]}
          </p>
        ) : null}
        {address === null ? (
          <p class="empty">{m.noAddress}</p>
        ) : (
          <>
            <p class="about">{m.lead(site.name, address)}</p>
            <form method="post" action={path} class="choices">
              <Rhythms chosen={choices.rhythm} hour={hour} />
              <Subscriptions site={site} subscriptions={choices.subscriptions} />
              <p class="send">
                <button class="first" type="submit">
                  {m.save}
                </button>
              </p>
            </form>
            {choices.rhythm === 'off' ? null : (
              <form method="post" action={`${path}/stop`} class="stop">
                <p class="send">
                  <button type="submit">{m.stopAll}</button>
                  <span class="meta">{m.stopAllHint}</span>
                </p>
              </form>
            )}
          </>
        )}
      </section>
    ),
  })

const RHYTHMS: readonly Rhythm[] = ['daily', 'weekly', 'at once', 'off']

const Rhythms = ({ chosen, hour }: { chosen: Rhythm; hour: number }) => (
  <fieldset>
    <legend>{m.howOften}</legend>
    {RHYTHMS.map((rhythm) => (
      <label class="choice">
        <input type="radio" name="rhythm" value={rhythm} checked={chosen === rhythm} />{' '}
        {m.rhythms[rhythm](`${String(hour).padStart(2, '0')}:00`)}
      </label>
    ))}
  </fieldset>
)

const SCOPES = ['answers', 'thread', 'none'] as const

function Subscriptions({ site, subscriptions }: { site: Site; subscriptions: readonly Subscription[] }) {
  if (subscriptions.length === 0) return <p class="empty">{m.none}</p>
  return (
    <fieldset>
      <legend>{m.whichComments}</legend>
      <ul class="plain lines">
        {subscriptions.map(({ commentId, scope, since, story }) => (
          <li>
            <label for={`scope-${commentId}`}>
              {story ? m.onStory(<a href={`${story.path}#c-${commentId}`}>{story.headline}</a>) : m.storyGone}{' '}
              <span class="hint">{m.since(shortDay(site, since))}</span>
            </label>
            <select id={`scope-${commentId}`} name={`scope-${commentId}`}>
              {SCOPES.map((value) => (
                <option value={value} selected={value === scope}>
                  {m.scopes[value]}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** A link was opened that asks whether an address is its reader's. Opening it has changed nothing. */
export const renderConfirmPage = ({
  site,
  path,
  address,
  story,
  account,
  stopPath,
}: {
  site: Site
  path: string
  address: string
  story: { headline: string; path: string } | null
  /** Where its author is signed in here and has no address: whose account it is or will be. Null for everyone else. */
  account: 'this' | 'other' | null
  stopPath: string
}): string =>
  document({
    site,
    title: `${m.confirmTitle} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single notices">
        <h1>{m.confirmTitle}</h1>
        <p class="standfirst">
          {story ? m.askedOn(story.headline, <bdi>{address}</bdi>) : m.asked(<bdi>{address}</bdi>)}
        </p>
        {account === 'this' ? <p>{m.becomesAccounts}</p> : account === 'other' ? <p>{m.otherAccounts}</p> : null}
        <form method="post" action={path}>
          <p class="send">
            <button class="first" type="submit">
              {m.confirm}
            </button>
            <span class="meta">{m.confirmHint}</span>
          </p>
        </form>
        <form method="post" action={stopPath} class="stop">
          <h2>{m.notYou}</h2>
          <p>{m.nothingToDo}</p>
          <p class="send">
            <button type="submit">{m.neverWrite}</button>
          </p>
        </form>
      </section>
    ),
  })

/** The link "do not write to me again" was opened; the buttons act. */
export const renderStopPage = ({
  site,
  path,
  unwanted,
  done,
}: {
  site: Site
  path: string
  /** Whether the address is not written to now. */
  unwanted: boolean
  done: boolean
}): string =>
  document({
    site,
    title: m.stopTitle(site.name),
    noIndex: true,
    children: (
      <section class="single notices">
        <h1>{unwanted ? m.stopped.title : m.stop.title}</h1>
        {done ? (
          <p class="notice" role="status">
            {unwanted ? m.stopped.done : m.stop.undone}
          </p>
        ) : null}
        <p>{unwanted ? m.stopped.what : m.stop.what}</p>
        <form method="post" action={path}>
          <input type="hidden" name="write" value={unwanted ? 'again' : 'never'} />
          <p class="send">
            <button class={unwanted ? undefined : 'first'} type="submit">
              {unwanted ? m.stopped.button : m.stop.button}
            </button>
          </p>
        </form>
      </section>
    ),
  })
