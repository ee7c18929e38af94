/** A reader's own choices, behind the signed link in each of their letters; and the pages of links that ask. */
import type { NoticeChoices, Rhythm, Subscription } from '../../../letters/index.ts'
import { shortDay } from '../kit/format.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'

const DONE = {
  confirmed: 'Your address is confirmed. You will be told of answers to your comment; here you choose how.',
  saved: 'Saved.',
  stopped: 'You will get no more emails about answers.',
} as const
export type NoticesDone = keyof typeof DONE
export const isNoticesDone = (value: string | undefined): value is NoticesDone =>
  value !== undefined && Object.hasOwn(DONE, value)

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
    title: `Emails to you · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single notices">
        <h1>Emails to you</h1>
        {done ? (
          <p class="notice" role="status">
            {DONE[done]}
          </p>
        ) : null}
        {address === null ? (
          <p class="empty">
            We have no email address for you here. If you want to know about answers, tick “Tell me about answers by
            email” under your next comment.
          </p>
        ) : (
          <>
            <p class="about">
              What {site.name} emails to {address} about answers to your comments. An email only ever quotes what a
              person has reviewed and readers can see.
            </p>
            <form method="post" action={path} class="choices">
              <Rhythms chosen={choices.rhythm} hour={hour} />
              <Subscriptions site={site} subscriptions={choices.subscriptions} />
              <p class="send">
                <button class="first" type="submit">
                  Save
                </button>
              </p>
            </form>
            {choices.rhythm === 'off' ? null : (
              <form method="post" action={`${path}/stop`} class="stop">
                <p class="send">
                  <button type="submit">Stop all of these emails</button>
                  <span class="meta">You can begin again here at any time.</span>
                </p>
              </form>
            )}
          </>
        )}
      </section>
    ),
  })

const RHYTHMS: { value: Rhythm; label: (at: string) => string }[] = [
  { value: 'daily', label: (at) => `Once a day, at ${at}` },
  { value: 'weekly', label: (at) => `Once a week, on Monday at ${at}` },
  { value: 'at once', label: () => 'As answers come' },
  { value: 'off', label: () => 'Not at all' },
]

const Rhythms = ({ chosen, hour }: { chosen: Rhythm; hour: number }) => (
  <fieldset>
    <legend>How often</legend>
    {RHYTHMS.map(({ value, label }) => (
      <label class="choice">
        <input type="radio" name="rhythm" value={value} checked={chosen === value} />{' '}
        {label(`${String(hour).padStart(2, '0')}:00`)}
      </label>
    ))}
  </fieldset>
)

const SCOPES = [
  { value: 'answers', label: 'Answers to it' },
  { value: 'thread', label: 'All that is said below it' },
  { value: 'none', label: 'Nothing' },
] as const

function Subscriptions({ site, subscriptions }: { site: Site; subscriptions: readonly Subscription[] }) {
  if (subscriptions.length === 0) return <p class="empty">We don’t email you about answers to any of your comments.</p>
  return (
    <fieldset>
      <legend>About which of your comments</legend>
      <ul class="plain lines">
        {subscriptions.map(({ commentId, scope, since, story }) => (
          <li>
            <label for={`scope-${commentId}`}>
              {story ? (
                <>
                  On <a href={`${story.path}#c-${commentId}`}>{story.headline}</a>
                </>
              ) : (
                'On a story that is not on the site any more'
              )}{' '}
              <span class="hint">Since {shortDay(site, since)}</span>
            </label>
            <select id={`scope-${commentId}`} name={`scope-${commentId}`}>
              {SCOPES.map(({ value, label }) => (
                <option value={value} selected={value === scope}>
                  {label}
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
    title: `Shall we tell you of answers? · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single notices">
        <h1>Shall we tell you of answers?</h1>
        <p class="standfirst">
          Somebody wrote a comment {story ? <>on “{story.headline}” </> : ''}and asked that <bdi>{address}</bdi> be told
          of answers to it.
        </p>
        {account === 'this' ? (
          <p>It becomes the address of your account, too: whoever reads its mail can sign in by a link.</p>
        ) : account === 'other' ? (
          <p>That address already has an account, which stays separate from the one you are signed in with.</p>
        ) : null}
        <form method="post" action={path}>
          <p class="send">
            <button class="first" type="submit">
              That was me: tell me
            </button>
            <span class="meta">At most once a day, and every email lets you stop it.</span>
          </p>
        </form>
        <form method="post" action={stopPath} class="stop">
          <h2>That wasn’t you?</h2>
          <p>Then there is nothing to do: unless you press the button above, you get no emails.</p>
          <p class="send">
            <button type="submit">Never write to this address again</button>
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
    title: `Emails from ${site.name}`,
    noIndex: true,
    children: (
      <section class="single notices">
        <h1>{unwanted ? 'You are not written to' : 'Shall we stop writing to you?'}</h1>
        {done ? (
          <p class="notice" role="status">
            {unwanted ? 'Noted. Nobody can have an email sent to you from here.' : 'Emails can reach you again.'}
          </p>
        ) : null}
        <p>
          {unwanted
            ? 'To the address that this link went to, this site sends nothing that readers can ask for. Only a hash of the address is kept, to know it by.'
            : 'To the address that this link went to, this site will send nothing that readers can ask for, whoever types it into a form. Only a hash of the address is kept, to know it by.'}
        </p>
        <form method="post" action={path}>
          <input type="hidden" name="write" value={unwanted ? 'again' : 'never'} />
          <p class="send">
            <button class={unwanted ? undefined : 'first'} type="submit">
              {unwanted ? 'Write to me again' : 'Never write to me again'}
            </button>
          </p>
        </form>
      </section>
    ),
  })
