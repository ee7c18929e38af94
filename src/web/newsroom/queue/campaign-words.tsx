/** How campaigns are spoken of, on their list and on their own page. */
import type { Campaign, CampaignDecision } from '../../../moderation/campaigns/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'

/** "12 comments from 9 networks". */
export function sizeInWords({ size, more, networks }: Campaign): string {
  const comments = size === 1 ? 'One comment' : `${more ? 'More than ' : ''}${size.toLocaleString('en')} comments`
  return `${comments} from ${networks === 1 ? 'one network' : `${networks.toLocaleString('en')} networks`}`
}

/** "rejected (Spam)": the reason as the site worded it then. */
export const outcomeInWords = ({ action, reason }: CampaignDecision): string =>
  action === 'approve' ? 'approved' : `rejected (${reason?.title ?? 'no reason kept'})`

/** Where it stands: what waits, and what was decided. */
export const Standing = ({ site, campaign }: { site: Site; campaign: Campaign }) => {
  const { waiting, decision } = campaign
  const wait = waiting === 1 ? 'one waits' : `${waiting.toLocaleString('en')} wait`
  if (!decision)
    return <>{waiting === 0 ? 'Nothing waits; each was decided by itself' : `${capital(wait)} for a decision`}</>
  return (
    <>
      {capital(outcomeInWords(decision))} by {decision.by.name},{' '}
      <time datetime={instant(decision.at)}>{dayAndTime(site, decision.at)}</time>
      {waiting === 0 ? '' : `; ${waiting === 1 ? 'one more waits' : `${waiting.toLocaleString('en')} more wait`}`}
    </>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
