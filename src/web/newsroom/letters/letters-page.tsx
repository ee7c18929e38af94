/** Letters: how they leave, what waits, what failed and why, what left. Never what they say. */
import type { LetterLists, ListedLetter } from '../../../mail/index.ts'
import type { LetterWay } from '../../letters/way.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from '../settings/settings-places.tsx'
import { Shown, Theirs } from '../settings/shown.tsx'

interface LettersPageProps extends Frame {
  way: LetterWay
  lists: LetterLists
  /** As it was typed. */
  digestHour: string
  /** The hour that the form's sender has seen, and another that somebody else has saved meanwhile. */
  shownHour: string
  theirHour?: string
  done?: string
  problem?: { field: 'digestHour' | null; sentence: string }
}

export const renderLettersPage = ({
  way,
  lists,
  digestHour,
  shownHour,
  theirHour,
  done,
  problem,
  ...frame
}: LettersPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: 'Emails',
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="emails" />
        <h1>Emails</h1>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem?.sentence} />
        <Way way={way} />
        <form method="post" action="/newsroom/letters/test">
          <p>
            <button type="submit">Send me a test email</button>
          </p>
        </form>
        <form method="post" action="/newsroom/letters" class="stack">
          <Shown fields={{ digestHour: shownHour }} />
          <label for="digestHour">
            Hour at which daily and weekly emails are sent{' '}
            <span class="hint">
              0 to 23, as the clock shows in {frame.site.timeZone}. Emails that are waiting already keep their hour.
            </span>
          </label>
          <input
            id="digestHour"
            name="digestHour"
            inputmode="numeric"
            required
            value={digestHour}
            {...(problem?.field === 'digestHour'
              ? {
                  'aria-invalid': 'true' as const,
                  'aria-describedby': theirHour === undefined ? 'problem' : 'problem their-hour',
                }
              : {})}
          />
          <Theirs id="their-hour" value={theirHour} />
          <p>
            <button type="submit">Save</button>
          </p>
        </form>
        <Failed site={frame.site} letters={lists.failed} count={lists.counts.failed} />
        <Waiting site={frame.site} now={frame.now} letters={lists.waiting} count={lists.counts.waiting} />
        <Sent site={frame.site} letters={lists.sent} count={lists.counts.sent} />
      </>
    ),
  })

const Way = ({ way }: { way: LetterWay }) =>
  way.way === 'smtp' ? (
    <p>
      Emails are sent through the mail server <code>{way.where}</code>, from <code>{way.from}</code>.
    </p>
  ) : (
    <div class="notice">
      <p>
        No mail server is set up, so no email leaves this machine: each is written as an .eml file into{' '}
        <code>{way.where}</code>, for any mail program to open and send. They come from <code>{way.from}</code>.
      </p>
      <p>
        To have them sent, start Courant with <code>COURANT_SMTP</code> and <code>COURANT_MAIL_FROM</code>.
      </p>
    </div>
  )

const KINDS: Record<string, string> = {
  invitation: 'Sign-in link for the newsroom',
  account: 'Sign-in link for a reader',
  verify: 'Confirmation of an address',
  replies: 'Answers to a reader’s comments',
  waiting: 'Comments that wait',
  decision: 'Decision on a comment',
  report: 'Receipt of a report',
  'report answer': 'Decision on a report',
  ban: 'Ban',
  appeal: 'Appeal',
  test: 'Test',
}

const Head = ({ letter }: { letter: ListedLetter }) => (
  <p>
    <strong>{KINDS[letter.kind] ?? letter.kind}</strong> <span class="meta">to</span> <bdi>{letter.to}</bdi>
  </p>
)

const More = ({ shown, count }: { shown: number; count: number }) =>
  count > shown ? <p class="meta">And {(count - shown).toLocaleString('en')} more.</p> : null

const Failed = ({ site, letters, count }: { site: Site; letters: readonly ListedLetter[]; count: number }) => (
  <section>
    <h2>Failed</h2>
    {letters.length === 0 ? (
      <p class="empty">None. An email has failed when its address is refused, or after two days of trying.</p>
    ) : (
      <ul class="plain lines">
        {letters.map((letter) => (
          <li class="person">
            <div>
              <Head letter={letter} />
              <p class="meta">
                {letter.problem} <When site={site} at={letter.givenUpAt} />
              </p>
            </div>
            <form method="post" action={`/newsroom/letters/${letter.id}/again`}>
              <button type="submit">
                Try again<span class="visually-hidden">: to {letter.to}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    )}
    <More shown={letters.length} count={count} />
  </section>
)

const Waiting = ({
  site,
  now,
  letters,
  count,
}: {
  site: Site
  now: number
  letters: readonly ListedLetter[]
  count: number
}) => (
  <section>
    <h2>Waiting</h2>
    {letters.length === 0 ? (
      <p class="empty">None waiting.</p>
    ) : (
      <ul class="plain lines">
        {letters.map((letter) => (
          <li>
            <Head letter={letter} />
            <p class="meta">
              {letter.problem ? `${letter.problem} Tried ${letter.attempts} times, next ` : 'To be sent '}
              {Math.max(letter.notBefore, letter.againAt ?? 0) <= now ? (
                'in a moment'
              ) : (
                <When site={site} at={Math.max(letter.notBefore, letter.againAt ?? 0)} />
              )}
            </p>
          </li>
        ))}
      </ul>
    )}
    <More shown={letters.length} count={count} />
  </section>
)

const Sent = ({ site, letters, count }: { site: Site; letters: readonly ListedLetter[]; count: number }) => (
  <section>
    <h2>Sent in the last thirty days</h2>
    {letters.length === 0 ? (
      <p class="empty">None yet.</p>
    ) : (
      <ul class="plain lines">
        {letters.map((letter) => (
          <li>
            <Head letter={letter} />
            <p class="meta">
              {letter.way === 'file' ? 'Written as a file' : 'Sent'} <When site={site} at={letter.sentAt} />
            </p>
          </li>
        ))}
      </ul>
    )}
    <More shown={letters.length} count={count} />
  </section>
)

const When = ({ site, at }: { site: Site; at: number | null }) =>
  at === null ? null : <time datetime={instant(at)}>{dayAndTime(site, at)}</time>
