/** The list of campaigns: comments that say the same, from several hands. */
import { campaignMessages as m } from '../../../messages/index.ts'
import { type Campaign, MOST_MEMBERS } from '../../../moderation/campaigns/index.ts'
import { beginningOf } from '../../../text/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { newsroomDocument } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { Standing, sizeInWords } from './campaign-words.tsx'
import { ReviewPlaces } from './review-places.tsx'

/** As much of a sample stands in the list. */
const SAMPLE = 220

export interface CampaignsPageProps extends Frame {
  /** Null on the further pages of past ones. */
  open: readonly Campaign[] | null
  past: readonly Campaign[]
  /** The id that the next page of past ones goes on after. */
  next: string | null
}

export const renderCampaignsPage = ({ open, past, next, ...frame }: CampaignsPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="campaigns" />
        <div class="head">
          <h1>{m.title}</h1>
        </div>
        {open ? (
          <section>
            <h2>{m.waiting}</h2>
            {open.length === 0 ? <p class="empty">{m.noneWaiting}</p> : <List site={frame.site} campaigns={open} />}
          </section>
        ) : null}
        <section>
          <h2>{m.decided}</h2>
          {past.length === 0 ? <p class="empty">{m.noneDecided}</p> : <List site={frame.site} campaigns={past} />}
          {next ? (
            <p>
              <a class="button" href={`/newsroom/review/campaigns?after=${next}`}>
                {m.earlier}
              </a>
            </p>
          ) : null}
        </section>
        <p class="hint">{m.howCounted(MOST_MEMBERS)}</p>
      </>
    ),
  })

const List = ({ site, campaigns }: { site: Site; campaigns: readonly Campaign[] }) => (
  <ol class="plain campaigns">
    {campaigns.map((campaign) => (
      <li>
        <h3>
          <a href={`/newsroom/review/campaigns/${campaign.id}`}>{sizeInWords(campaign)}</a>
          {campaign.short ? <span class="label"> {m.short}</span> : null}
        </h3>
        <blockquote dir="auto">{beginningOf(campaign.sample, SAMPLE)}</blockquote>
        <p class="meta">
          <Standing site={site} campaign={campaign} />{' '}
          {m.firstAndLast(
            <time datetime={instant(campaign.firstAt)}>{dayAndTime(site, campaign.firstAt)}</time>,
            <time datetime={instant(campaign.lastAt)}>{dayAndTime(site, campaign.lastAt)}</time>,
          )}
        </p>
      </li>
    ))}
  </ol>
)
