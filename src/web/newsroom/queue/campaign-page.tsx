/** One campaign: what its comments say, what differs between them, and one decision for all that wait. */
import { type Campaign, type CampaignMember, typicalText } from '../../../moderation/campaigns/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Difference } from '../kit/difference.tsx'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame, ReasonButton } from '../kit/props.ts'
import { Standing, sizeInWords } from './campaign-words.tsx'
import { ReviewPlaces } from './review-places.tsx'

const STATES: Record<string, string> = {
  held: 'Waiting',
  approved: 'Published',
  rejected: 'Rejected',
  spam: 'Spam',
  withdrawn: 'Withdrawn or replaced by its author',
  removed: 'Taken down',
}

export interface CampaignPageProps extends Frame {
  campaign: Campaign
  /** The latest of each; there may be more. */
  waitingMembers: readonly CampaignMember[]
  decidedMembers: readonly CampaignMember[]
  reasons: readonly ReasonButton[]
  /** What was just decided, as long as it can be taken back; `left` were in someone else’s hands. */
  justDecided?: { groupId: string; count: number; left: number; seconds: number; words: string }
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
    title: `Campaign: ${sizeInWords(campaign)}`,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="campaigns" />
        <div class="head">
          <h1>{sizeInWords(campaign)}</h1>
          <p class="meta">
            <a href="/newsroom/review/campaigns">All campaigns</a>
          </p>
        </div>
        <Problem sentence={problem} />
        {justDecided ? <JustDecided campaign={campaign} {...justDecided} /> : null}
        {justUndone === undefined ? null : (
          <Done>{justUndone === 1 ? 'One comment waits again.' : `${justUndone} comments wait again.`}</Done>
        )}
        <p>
          <Standing site={site} campaign={campaign} />.
          {campaign.short ? ' A few words that many people write: being alike says nothing by itself.' : ''}
        </p>
        <section>
          <h2>A typical one</h2>
          <article class="comment typical">
            <CommentText text={typical} />
          </article>
        </section>
        {campaign.waiting > 0 ? <DecideAll campaign={campaign} shown={waitingMembers} reasons={reasons} /> : null}
        <section>
          <h2>Waiting</h2>
          {waitingMembers.length === 0 ? (
            <p class="empty">
              Nothing of it waits. What comes later joins it and waits here; none is published by itself.
            </p>
          ) : (
            <Members site={site} members={waitingMembers} typical={typical} of={campaign.waiting} />
          )}
        </section>
        {decidedMembers.length > 0 ? (
          <section>
            <h2>Decided before</h2>
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
  count,
  left,
  seconds,
  words,
}: { campaign: Campaign } & NonNullable<CampaignPageProps['justDecided']>) => (
  <form method="post" action={`/newsroom/review/campaigns/${campaign.id}/undo`} class="undo">
    <span role="status">
      {count === 1 ? 'One comment' : `${count.toLocaleString('en')} comments`} {words}.
      {left > 0
        ? ` ${left === 1 ? 'One was left: a colleague has it in hand.' : `${left} were left: colleagues have them in hand.`}`
        : ''}
    </span>
    <input type="hidden" name="group" value={groupId} />
    <button type="submit">
      Undo <span class="meta">({seconds} s)</span>
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
  const many = free.toLocaleString('en')
  if (free === 0)
    return (
      <p class="notice">
        {waiting === 1 ? 'The one that waits is' : `All ${waiting.toLocaleString('en')} that wait are`} in colleagues’
        hands, so there is nothing to decide here just now.
      </p>
    )
  return (
    <section class="decide-all">
      <h2>
        {held > 0
          ? `Decide ${many} of the ${waiting.toLocaleString('en')} that wait`
          : waiting === 1
            ? 'Decide the one that waits'
            : `Decide all ${many} that wait`}
      </h2>
      {held > 0 ? (
        <p>
          {held === 1 ? 'One is in a colleague’s hand and is' : `${held} are in colleagues’ hands and are`} left to
          them.
        </p>
      ) : null}
      <form method="post" action={`/newsroom/review/campaigns/${id}/decide`} class="decide">
        <input type="hidden" name="shown" value={ids.join(' ')} />
        <button class="first" type="submit" name="action" value="approve">
          Approve {free === 1 ? 'it' : all ? (held > 0 ? `these ${many}` : 'all') : `the ${shown.length - held} below`}
        </button>
      </form>
      <form method="post" action={`/newsroom/review/campaigns/${id}/decide`} class="decide reject">
        <input type="hidden" name="action" value="reject" />
        <input type="hidden" name="last" value={last?.revisionId ?? ''} />
        <span class="label">Reject {free === 1 ? 'it' : held > 0 ? `these ${many}` : 'all'}:</span>
        <div class="reasons">
          {reasons.map(({ code, title }) => (
            <button type="submit" name="reason" value={code}>
              {title}
            </button>
          ))}
        </div>
      </form>
      <p class="hint">
        {all
          ? ''
          : `Approving covers what you can read below, the latest ${shown.length}; the others come up next. Rejecting covers all. `}
        Comments that arrive now are not included, nor are those that a colleague has in hand. Each comment gets its own
        decision with your name, and each author is told as if it had been decided alone. You can undo all of it for ten
        seconds.
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
    {members.length < of ? (
      <p class="hint">
        The latest {members.length} of {of.toLocaleString('en')}.
      </p>
    ) : null}
    <ol class="plain members">
      {members.map((member) => (
        <li>
          <p class="meta">
            <bdi class="who">{member.authorName}</bdi> on {member.story.headline},{' '}
            <a href={`/newsroom/comments/${member.commentId}`}>
              <time datetime={instant(member.createdAt)}>{dayAndTime(site, member.createdAt)}</time>
            </a>
            {member.state === 'held' ? '' : ` · ${STATES[member.state] ?? member.state}`}
            {member.holder ? ` · ${member.holder} has it in hand` : ''}
          </p>
          {member.text === typical ? (
            <p class="same">Word for word the typical one.</p>
          ) : (
            <Difference from={typical} to={member.text} />
          )}
        </li>
      ))}
    </ol>
  </>
)
