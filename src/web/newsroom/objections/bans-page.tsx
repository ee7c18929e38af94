/** Bans: who may not comment, and banning the author of a comment. */

import { LONGEST_SENTENCE, type Reason } from '../../../house-rules/index.ts'
import { BAN_TERMS, type Ban } from '../../../readers/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame, StoryHead } from '../kit/props.ts'
import { ReviewPlaces } from '../queue/review-places.tsx'

export interface BanLine extends Ban {
  reasonTitle: string
  /** Where it holds; null for the whole site. */
  story: StoryHead | null
}

interface BansPageProps extends Frame {
  standing: readonly BanLine[]
  over: readonly BanLine[]
  /** How readers reach the newsroom; empty where nothing is known. */
  contact: string
}

export const renderBansPage = ({ standing, over, contact, ...frame }: BansPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: 'Bans',
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="bans" />
        <div class="head">
          <h1>Bans</h1>
        </div>
        <p>
          Whoever is banned is told so when they send a comment, with the statement of reasons; what they wrote is given
          back to them.{frame.site.mailLeaves ? ' Readers with a verified address get it by email too.' : ''} To ban
          someone, open one of their comments.
        </p>
        {contact ? null : (
          <p class="notice">
            They are told to object to the newsroom, and not where: say under <a href="/newsroom/settings">Settings</a>{' '}
            how readers reach you.
          </p>
        )}
        {standing.length === 0 ? <p class="empty">Nobody is banned.</p> : <Lines frame={frame} bans={standing} />}
        {over.length > 0 ? (
          <details>
            <summary>Over or lifted</summary>
            <Lines frame={frame} bans={over} />
          </details>
        ) : null}
      </>
    ),
  })

const Lines = ({ frame, bans }: { frame: Frame; bans: readonly BanLine[] }) => (
  <ul class="plain lines">
    {bans.map((ban) => (
      <li class="person">
        <div>
          <p>
            <Whom ban={ban} />, {ban.story ? <>on {ban.story.headline}</> : 'on the whole site'}: {ban.reasonTitle}
          </p>
          <p class="meta">
            By {ban.madeBy ?? 'someone'},{' '}
            <time datetime={instant(ban.madeAt)}>{dayAndTime(frame.site, ban.madeAt)}</time>
            {ban.liftedAt !== null
              ? `; lifted by ${ban.liftedBy ?? 'someone'}, ${dayAndTime(frame.site, ban.liftedAt)}`
              : ban.endsAt === null
                ? '; for good'
                : `; until ${dayAndTime(frame.site, ban.endsAt)}`}
          </p>
          {ban.note ? (
            <p class="meta">
              To them: “<bdi>{ban.note}</bdi>”
            </p>
          ) : null}
        </div>
        {ban.liftedAt === null && (ban.endsAt === null || ban.endsAt > frame.now) ? (
          <form method="post" action={`/newsroom/review/bans/${ban.id}/lift`}>
            <button type="submit">
              Lift it
              <span class="visually-hidden">
                : the ban of {ban.whom === 'reader' ? (ban.readerName ?? 'a reader') : 'a network'}
              </span>
            </button>
          </form>
        ) : null}
      </li>
    ))}
  </ul>
)

const Whom = ({ ban }: { ban: BanLine }) => {
  const name = ban.whom === 'network' ? 'A network' : ban.readerName ? <bdi>{ban.readerName}</bdi> : 'A reader'
  return <strong>{ban.commentId ? <a href={`/newsroom/comments/${ban.commentId}`}>{name}</a> : name}</strong>
}

/** As typed. */
export interface BanForm {
  reason: string
  scope: string
  term: string
  note: string
}

interface BanPageProps extends Frame {
  commentId: string
  authorName: string
  story: StoryHead
  reasons: readonly Reason[]
  /** How the author is known: as a verified reader, by network until a time, or not any more. */
  known: { as: 'reader'; name: string } | { as: 'network'; until: number } | null
  /** A ban of theirs that holds already. */
  standing: BanLine | null
  form: BanForm
  problem?: string
}

export const renderBanPage = (props: BanPageProps): string => {
  const { commentId, authorName, story, reasons, known, standing, form, problem, ...frame } = props
  const { site } = frame
  return newsroomDocument({
    site,
    frame,
    title: `Ban ${authorName}`,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} />
        <div class="head">
          <div>
            <p class="label">
              <a href={`/newsroom/comments/${commentId}`}>The comment</a>
            </p>
            <h1>
              Ban <bdi>{authorName}</bdi>
            </h1>
          </div>
        </div>
        <Problem sentence={problem} />
        {standing ? (
          <p class="notice">
            Its author is banned {standing.story ? `on ${standing.story.headline}` : 'on the whole site'}
            {standing.endsAt === null ? ' for good' : `, until ${dayAndTime(site, standing.endsAt)}`}.{' '}
            <a href="/newsroom/review/bans">See all bans</a>
          </p>
        ) : null}
        {known === null ? (
          <p>
            Nobody can tell any more who wrote this: it came without an account, and the key of its network is over.
            Slow mode on the story, or a <a href="/newsroom/review/rules">rule</a>, may help.
          </p>
        ) : (
          <form method="post" action={`/newsroom/comments/${commentId}/ban`} class="stack">
            <p>
              {known.as === 'reader' ? (
                <>
                  <bdi>{known.name}</bdi> is a verified reader, and is kept out wherever they sign in.
                </>
              ) : (
                `They wrote without an account, so only their network is known, and that not for long: the ban ends by itself on ${dayAndTime(site, known.until)}. It also keeps out everybody else who writes without an account from that network, such as a school’s or an office’s.`
              )}
            </p>
            <fieldset>
              <legend>The reason, which they are told</legend>
              {reasons.map(({ code, title }) => (
                <label class="check">
                  <input type="radio" name="reason" value={code} required checked={form.reason === code} /> {title}
                </label>
              ))}
            </fieldset>
            <label for="note">
              A note to them <span class="hint">Optional. Sent with the reason.</span>
            </label>
            <textarea id="note" name="note" rows={2} maxlength={LONGEST_SENTENCE} dir="auto">
              {escapedText(`\n${form.note}`)}
            </textarea>
            <fieldset>
              <legend>Where</legend>
              <label class="check">
                <input type="radio" name="scope" value="story" checked={form.scope === 'story'} />
                <span>
                  On this story only: <bdi>{story.headline}</bdi>
                </span>
              </label>
              <label class="check">
                <input type="radio" name="scope" value="site" checked={form.scope === 'site'} /> On the whole site
              </label>
            </fieldset>
            {known.as === 'reader' ? (
              <fieldset>
                <legend>For how long</legend>
                {BAN_TERMS.map(({ code, title }) => (
                  <label class="check">
                    <input type="radio" name="term" value={code} required checked={form.term === code} /> {title}
                  </label>
                ))}
              </fieldset>
            ) : (
              <input type="hidden" name="term" value="day" />
            )}
            <p>
              <button type="submit" class="first">
                {`Ban ${authorName}`}
              </button>
            </p>
            <p class="hint">
              What they wrote before stays where it is. They are told when they send a comment, with the statement of
              reasons, and are given back what they typed
              {known.as === 'reader' && frame.site.mailLeaves ? '; and by email, if they have a verified address' : ''}.
            </p>
          </form>
        )}
      </>
    ),
  })
}
