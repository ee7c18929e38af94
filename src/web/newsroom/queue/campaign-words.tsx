/** How campaigns are spoken of, on their list and on their own page. */
import { campaignMessages as m } from '../../../messages/index.ts'
import type { Campaign, CampaignDecision } from '../../../moderation/campaigns/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'

/** "12 comments from 9 networks". */
export const sizeInWords = ({ size, more, networks }: Campaign): string => m.size(size, more, networks)

/** "12 comments rejected (Spam).": the reason as the site worded it then. */
export const outcomeInWords = ({ action, reason, count }: CampaignDecision): string =>
  action === 'approve' ? m.approved(count) : m.rejected(count, reason?.title)

/** Where it stands: what waits, and what was decided. */
export const Standing = ({ site, campaign }: { site: Site; campaign: Campaign }) => {
  const { waiting, decision } = campaign
  if (!decision) return <>{m.waitingForReview(waiting)}</>
  const at = <time datetime={instant(decision.at)}>{dayAndTime(site, decision.at)}</time>
  return decision.action === 'approve'
    ? m.approvedBy(decision.by.name, at, waiting)
    : m.rejectedBy(decision.by.name, at, decision.reason?.title, waiting)
}
