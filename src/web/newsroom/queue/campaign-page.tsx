/** One campaign: what its comments say, what differs between them, and one decision for all that wait. */
import { reviewDeskMessages as desk, campaignMessages as m, frameMessages as shared } from '../../../messages/index.ts'
import { type Campaign, type CampaignMember, typicalText } from '../../../moderation/campaigns/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { Difference } from '../../site/kit/difference.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame, ReasonButton } from '../kit/props.ts'
import { Standing, sizeInWords } from './campaign-words.tsx'
import { ReviewPlaces } from './review-places.tsx'

export interface CampaignPageProps extends Frame {
  campaign: Campaign
  /** The latest of each; there may be more. */
  waitingMembers: readonly CampaignMember[]
  decidedMembers: readonly CampaignMember[]
  reasons: readonly ReasonButton[]
  /** What was just decided, in words, as long as it can be taken back; `left` were in someone else’s hands. */
  justDecided?: { groupId: string; left: number; seconds: number; words: string }
  justUndone?: number
  problem?: string
}

export const renderCampaignPage = (props: CampaignPageProps): string => {
  const { campaign, waitingMembers, decidedMembers, reasons, justDecided, justUndone, problem, ...frame } = props
  const { site } = frame
  const typical = typicalText([...waitingMembers, ...decidedMembers].map(({ text }) => text).filter(Boolean))
  return newsroomDocument({
    site,
    frame,
    title: m.pageTitle(sizeInWords(campaign)),
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="campaigns" />
        <div class="head">
          <h1>{sizeInWords(campaign)}</h1>
          <p class="meta">
            <a href="/newsroom/review/campaigns">{m.all}</a>
          </p>
        </div>
        <Problem sentence={problem} />
        {justDecided ? <JustDecided campaign={campaign} {...justDecided} /> : null}
        {justUndone === undefined ? null : <Done>{m.undone(justUndone)}</Done>}
        <p>
          <Standing site={site} campaign={campaign} />
          {campaign.short ? ` ${m.shortHint}` : ''}
        </p>
        <section>
          <h2>{m.typical}</h2>
          <article class="comment typical">
            <CommentText text={typical} />
          </article>
        </section>
        {campaign.waiting > 0 ? <DecideAll campaign={campaign} shown={waitingMembers} reasons={reasons} /> : null}
        <section>
          <h2>{m.waiting}</h2>
          {waitingMembers.length === 0 ? (
            <p class="empty">{m.noneOfItWaiting}</p>
          ) : (
            <Members site={site} members={waitingMembers} typical={typical} of={campaign.waiting} />
          )}
        </section>
        {decidedMembers.length > 0 ? (
          <section>
            <h2>{m.decided}</h2>
            <Members site={site} members={decidedMembers} typical={typical} of={campaign.size - campaign.waiting} />
          </section>
        ) : null}
      </>
    ),
  })
}

const JustDecided = ({
  campaign,
  groupId,
  left,
  seconds,
  words,
}: { campaign: Campaign } & NonNullable<CampaignPageProps['justDecided']>) => (
  <form method="post" action={`/newsroom/review/campaigns/${campaign.id}/undo`} class="undo">
    <span role="status">
      {words}
      {left > 0 ? ` ${m.left(left)}` : ''}
    </span>
    <input type="hidden" name="group" value={groupId} />
    <button type="submit">
      {desk.undo} <span class="meta">{desk.secondsLeft(seconds)}</span>
    </button>
  </form>
)

/** Only what stands on this page is approved: nothing is published that nobody had before their eyes. */
const DecideAll = ({
  campaign: { id, waiting },
  shown,
  reasons,
}: {
  campaign: Campaign
  shown: readonly CampaignMember[]
  reasons: readonly ReasonButton[]
}) => {
  const ids = shown.map(({ revisionId }) => revisionId)
  const last = [...shown].sort((one, other) => one.arrival - other.arrival).at(-1)
  const all = shown.length >= waiting
  // Only of those on the page is it known; the others are left likewise, and told of afterwards.
  const held = shown.filter(({ holder }) => holder !== null).length
  const free = waiting - held
  if (free === 0) return <p class="notice">{m.allHeld(waiting)}</p>
  return (
    <section class="decide-all">
      <h2>{held > 0 ? m.decideSome(free, waiting) : m.decideAll(waiting)}</h2>
      {held > 0 ? <p>{m.held(held)}</p> : null}
      <form method="post" action={`/newsroom/review/campaigns/${id}/decide`} class="decide">
        <input type="hidden" name="shown" value={ids.join(' ')} />
        <button class="first" type="submit" name="action" value="approve">
          {free === 1
            ? m.approveIt
            : !all
              ? m.approveBelow(shown.length - held)
              : held > 0
                ? m.approveThese(free)
                : m.approveAll}
        </button>
      </form>
      <form method="post" action={`/newsroom/review/campaigns/${id}/decide`} class="decide reject">
        <input type="hidden" name="action" value="reject" />
        <input type="hidden" name="last" value={last?.revisionId ?? ''} />
        <span class="label">{free === 1 ? m.rejectIt : held > 0 ? m.rejectThese(free) : m.rejectAll}</span>
        <div class="reasons">
          {reasons.map(({ code, title }) => (
            <button type="submit" name="reason" value={code}>
              {title}
            </button>
          ))}
        </div>
      </form>
      <p class="hint">
        {all ? '' : `${m.coversShown(shown.length)} `}
        {m.whatIsDecided}
      </p>
    </section>
  )
}

const Members = ({
  site,
  members,
  typical,
  of,
}: {
  site: Site
  members: readonly CampaignMember[]
  typical: string
  of: number
}) => (
  <>
    {members.length < of ? <p class="hint">{m.latestOf(members.length, of)}</p> : null}
    <ol class="plain members">
      {members.map((member) => (
        <li>
          <p class="meta">
            {m.member(
              <bdi class="who">{member.authorName}</bdi>,
              member.story.headline,
              <a href={`/newsroom/comments/${member.commentId}`}>
                <time datetime={instant(member.createdAt)}>{dayAndTime(site, member.createdAt)}</time>
              </a>,
            )}
            {member.state === 'held' ? '' : ` · ${shared.states[member.state]}`}
            {member.holder ? ` · ${m.isReviewing(member.holder)}` : ''}
          </p>
          {member.text === typical ? <p class="same">{m.same}</p> : <Difference from={typical} to={member.text} />}
        </li>
      ))}
    </ol>
  </>
)
