/** Letters: how they leave, what waits, what failed and why, what left. Never what they say. */

import type { LetterLists, ListedLetter } from '../../../mail/index.ts'
import { emailsMessages as m } from '../../../messages/index.ts'
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
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="emails" />
        <h1>{m.title}</h1>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem?.sentence} />
        <Way way={way} />
        <form method="post" action="/newsroom/letters/test">
          <p>
            <button type="submit">{m.sendTest}</button>
          </p>
        </form>
        <form method="post" action="/newsroom/letters" class="stack">
          <Shown fields={{ digestHour: shownHour }} />
          <label for="digestHour">
            {m.hour} <span class="hint">{m.hourHint(frame.site.timeZone)}</span>
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
                  'aria-describedby': ['problem', ...(theirHour === undefined ? [] : ['their-hour'])].join(' '),
                }
              : {})}
          />
          <Theirs id="their-hour" value={theirHour} />
          <p>
            <button type="submit">{m.save}</button>
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
    <p>{m.throughServer(<code>{way.where}</code>, <code>{way.from}</code>)}</p>
  ) : (
    <div class="notice">
      <p>{m.asFiles(<code>{way.where}</code>, <code>{way.from}</code>)}</p>
      <p>{m.toSend(<code>COURANT_SMTP</code>, <code>COURANT_MAIL_FROM</code>)}</p>
    </div>
  )

/** Another version of the program may have queued what this one has no name for. */
const nameOfKind = (kind: string): string =>
  Object.hasOwn(m.kinds, kind) ? m.kinds[kind as keyof typeof m.kinds] : kind

const Head = ({ letter }: { letter: ListedLetter }) => (
  <p>{m.to(<strong>{nameOfKind(letter.kind)}</strong>, <bdi>{letter.to}</bdi>)}</p>
)

const More = ({ shown, count }: { shown: number; count: number }) =>
  count > shown ? <p class="meta">{m.more(count - shown)}</p> : null

const Failed = ({ site, letters, count }: { site: Site; letters: readonly ListedLetter[]; count: number }) => (
  <section>
    <h2>{m.failed}</h2>
    {letters.length === 0 ? (
      <p class="empty">{m.noneFailed}</p>
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
                {m.tryAgain}
                <span class="visually-hidden">: {letter.to}</span>
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
    <h2>{m.waiting}</h2>
    {letters.length === 0 ? (
      <p class="empty">{m.noneWaiting}</p>
    ) : (
      <ul class="plain lines">
        {letters.map((letter) => (
          <li>
            <Head letter={letter} />
            <p class="meta">
              {letter.problem
                ? m.triedNext(letter.problem, letter.attempts, <Next site={site} now={now} letter={letter} />)
                : m.toBeSent(<Next site={site} now={now} letter={letter} />)}
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
    <h2>{m.sent}</h2>
    {letters.length === 0 ? (
      <p class="empty">{m.noneSent}</p>
    ) : (
      <ul class="plain lines">
        {letters.map((letter) => (
          <li>
            <Head letter={letter} />
            <p class="meta">
              {letter.way === 'file'
                ? m.writtenAt(<When site={site} at={letter.sentAt} />)
                : m.sentAt(<When site={site} at={letter.sentAt} />)}
            </p>
          </li>
        ))}
      </ul>
    )}
    <More shown={letters.length} count={count} />
  </section>
)

const Next = ({ site, now, letter }: { site: Site; now: number; letter: ListedLetter }) => {
  const at = Math.max(letter.notBefore, letter.againAt ?? 0)
  return at <= now ? m.soon : <When site={site} at={at} />
}

const When = ({ site, at }: { site: Site; at: number | null }) =>
  at === null ? null : <time datetime={instant(at)}>{dayAndTime(site, at)}</time>
