/** Bans: who may not comment, and banning the author of a comment. */

import { LONGEST_SENTENCE, type Reason } from '../../../house-rules/index.ts'
import { bansMessages as m, frameMessages as shared } from '../../../messages/index.ts'
import { may } from '../../../people/index.ts'
import { BAN_TERMS, type Ban } from '../../../readers/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
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
    title: m.title,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="bans" />
        <div class="head">
          <h1>{m.title}</h1>
        </div>
        <p>{frame.site.mailLeaves ? m.leadWithMail : m.lead}</p>
        {contact ? null : (
          <p class="notice">
            {m.noContact(
              may(frame.person, 'settings') ? <a href="/newsroom/settings">{shared.settings}</a> : shared.settings,
            )}
          </p>
        )}
        {standing.length === 0 ? <p class="empty">{m.none}</p> : <Lines frame={frame} bans={standing} />}
        {over.length > 0 ? (
          <details>
            <summary>{m.over}</summary>
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
            {ban.story
              ? m.onStory(<Whom ban={ban} />, ban.story.headline, ban.reasonTitle)
              : m.onSite(<Whom ban={ban} />, ban.reasonTitle)}
          </p>
          <p class="meta">
            <HowLong site={frame.site} ban={ban} />
          </p>
          {ban.note ? <p class="meta">{m.note(<bdi>{ban.note}</bdi>)}</p> : null}
        </div>
        {ban.liftedAt === null && (ban.endsAt === null || ban.endsAt > frame.now) ? (
          <form method="post" action={`/newsroom/review/bans/${ban.id}/lift`}>
            <button type="submit">
              {m.lift}
              <span class="visually-hidden">
                {ban.whom === 'network'
                  ? m.liftWhose.network
                  : ban.readerName
                    ? m.liftWhose.named(ban.readerName)
                    : m.liftWhose.reader}
              </span>
            </button>
          </form>
        ) : null}
      </li>
    ))}
  </ul>
)

const Whom = ({ ban }: { ban: BanLine }) => {
  const name = ban.whom === 'network' ? m.network : ban.readerName ? <bdi>{ban.readerName}</bdi> : m.reader
  return <strong>{ban.commentId ? <a href={`/newsroom/comments/${ban.commentId}`}>{name}</a> : name}</strong>
}

const HowLong = ({ site, ban }: { site: Site; ban: BanLine }) => {
  const by = ban.madeBy ?? shared.someone
  const at = <time datetime={instant(ban.madeAt)}>{dayAndTime(site, ban.madeAt)}</time>
  if (ban.liftedAt !== null) return m.lifted(by, at, ban.liftedBy ?? shared.someone, dayAndTime(site, ban.liftedAt))
  return ban.endsAt === null ? m.forGood(by, at) : m.until(by, at, dayAndTime(site, ban.endsAt))
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
  const until = standing?.endsAt ? dayAndTime(site, standing.endsAt) : null
  return newsroomDocument({
    site,
    frame,
    title: m.ban(authorName),
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} />
        <div class="head">
          <div>
            <p class="label">
              <a href={`/newsroom/comments/${commentId}`}>{m.backToComment}</a>
            </p>
            <h1>{m.heading(<bdi>{authorName}</bdi>)}</h1>
          </div>
        </div>
        <Problem sentence={problem} />
        {standing ? (
          <p class="notice">
            {standing.story ? m.bannedOnStory(standing.story.headline, until) : m.bannedOnSite(until)}{' '}
            <a href="/newsroom/review/bans">{m.seeAll}</a>
          </p>
        ) : null}
        {known === null ? (
          <p>{m.unknown(<a href="/newsroom/review/rules">{m.rule}</a>)}</p>
        ) : (
          <form method="post" action={`/newsroom/comments/${commentId}/ban`} class="stack">
            <p>
              {known.as === 'reader' ? m.verified(<bdi>{known.name}</bdi>) : m.byNetwork(dayAndTime(site, known.until))}
            </p>
            <fieldset>
              <legend>{m.reason}</legend>
              {reasons.map(({ code, title }) => (
                <label class="check">
                  <input type="radio" name="reason" value={code} required checked={form.reason === code} /> {title}
                </label>
              ))}
            </fieldset>
            <label for="note">
              {m.noteToThem} <span class="hint">{m.noteHint}</span>
            </label>
            <textarea id="note" name="note" rows={2} maxlength={LONGEST_SENTENCE} dir="auto">
              {escapedText(`\n${form.note}`)}
            </textarea>
            <fieldset>
              <legend>{m.where}</legend>
              <label class="check">
                <input type="radio" name="scope" value="story" checked={form.scope === 'story'} />
                <span>{m.thisStory(<bdi>{story.headline}</bdi>)}</span>
              </label>
              <label class="check">
                <input type="radio" name="scope" value="site" checked={form.scope === 'site'} /> {m.wholeSite}
              </label>
            </fieldset>
            {known.as === 'reader' ? (
              <fieldset>
                <legend>{m.howLong}</legend>
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
                {m.ban(authorName)}
              </button>
            </p>
            <p class="hint">
              {m.whatFollows}
              {known.as === 'reader' && frame.site.mailLeaves ? ` ${m.byMailToo}` : ''}
            </p>
          </form>
        )}
      </>
    ),
  })
}
