/** A story's versions, and what changed from one to the next. */
import { draftingMessages as drafting, storyMessages as m } from '../../../messages/index.ts'
import { bodyToMarkup, type StoryContent } from '../../../story/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Difference } from '../kit/difference.tsx'
import { newsroomDocument } from '../kit/layout.tsx'
import type { Frame, StoryHead, VersionLine } from '../kit/props.ts'

export const renderVersionsPage = ({
  story,
  versions,
  ...frame
}: Frame & { story: StoryHead; versions: readonly VersionLine[] }): string =>
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
