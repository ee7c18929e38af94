/** A story's versions, and what changed from one to the next. */
import type { Embargo, PutAway } from '../../../embargo/index.ts'
import {
  draftingMessages as drafting,
  embargoPageMessages as embargo,
  storyMessages as m,
} from '../../../messages/index.ts'
import { bodyToMarkup, type StoryContent } from '../../../story/index.ts'
import { Difference } from '../../site/kit/difference.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { newsroomDocument } from '../kit/layout.tsx'
import type { Frame, StoryHead, VersionLine } from '../kit/props.ts'

export const renderVersionsPage = ({
  story,
  versions,
  held,
  putAway,
  ...frame
}: Frame & {
  story: StoryHead
  versions: readonly VersionLine[]
  /** The version under embargo, and those that never went live. */
  held: Embargo | null
  putAway: readonly PutAway[]
}): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.versions,
    here: 'stories',
    children: (
      <>
        <p class="label">
          <a href={`/newsroom/stories/${story.id}`}>{story.headline}</a>
        </p>
        <h1>{m.versions}</h1>
        <p>{drafting.everyChange(<a href={`/newsroom/stories/${story.id}/history`}>{drafting.history}</a>)}</p>
        {held ? (
          <p class="notice">
            {embargo.waits(<When site={frame.site} at={held.until} />)}{' '}
            <a href={`/newsroom/stories/${story.id}/embargo`}>{held.content.headline}</a>
          </p>
        ) : null}
        {versions.length === 0 ? <p class="empty">{m.noVersions}</p> : null}
        <ol class="plain lines">
          {versions.map((version) => (
            <li>
              <a href={`/newsroom/stories/${story.id}/versions/${version.number}`}>
                {m.versionHeadline(version.number, version.content.headline)}
              </a>
              <span class="meta">
                {m.publishedBy(<When site={frame.site} at={version.publishedAt} />, version.publishedBy)}
              </span>
            </li>
          ))}
        </ol>
        {putAway.length === 0 ? null : (
          <ul class="plain lines">
            {putAway.map(({ ending, content, endedAt }) => (
              <li>
                <span dir="auto">
                  {(ending === 'withdrawn' ? embargo.withdrawn : embargo.replaced)(content.headline)}
                </span>
                <span class="meta">{embargo.never(dayAndTime(frame.site, endedAt))}</span>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  })

export const renderVersionPage = ({
  story,
  version,
  before,
  ...frame
}: Frame & { story: StoryHead; version: VersionLine; before: VersionLine | null }): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.version(version.number),
    here: 'stories',
    children: (
      <>
        <p class="label">
          <a href={`/newsroom/stories/${story.id}/versions`}>{story.headline}</a>
        </p>
        <h1>{m.version(version.number)}</h1>
        <p class="meta">
          {m.publishedBy(<When site={frame.site} at={version.publishedAt} />, version.publishedBy)}.{' '}
          {before ? m.changesMarked(before.number) : m.firstVersion}
        </p>
        <Difference from={before ? asText(before.content) : null} to={asText(version.content)} />
      </>
    ),
  })

const When = ({ site, at }: { site: Site; at: number }) => <time datetime={instant(at)}>{dayAndTime(site, at)}</time>

function asText(content: StoryContent): string {
  const { headline, searchHeadline, shareHeadline, standfirst, byline, dateline, picture, body } = content
  const heads = [headline, searchHeadline, shareHeadline, standfirst, byline, dateline]
  return [...heads, picture?.caption ?? '', bodyToMarkup(body)].filter(Boolean).join('\n\n')
}
