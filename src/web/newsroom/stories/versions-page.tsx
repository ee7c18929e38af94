/** A story's versions, and what changed from one to the next. */
import { bodyToMarkup, type StoryContent } from '../../../story/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
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
    title: 'Versions',
    here: 'stories',
    children: (
      <>
        <p class="label">
          <a href={`/newsroom/stories/${story.id}`}>{story.headline}</a>
        </p>
        <h1>Versions</h1>
        {versions.length === 0 ? (
          <p class="empty">It has not been published yet. Every publication leaves a version here, for good.</p>
        ) : null}
        <ol class="plain lines">
          {versions.map((version) => (
            <li>
              <a href={`/newsroom/stories/${story.id}/versions/${version.number}`}>
                Version {version.number}: {version.content.headline}
              </a>
              <span class="meta">
                <time datetime={instant(version.publishedAt)}>{dayAndTime(frame.site, version.publishedAt)}</time>, by{' '}
                {version.publishedBy ?? 'the command line'}
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
    title: `Version ${version.number}`,
    here: 'stories',
    children: (
      <>
        <p class="label">
          <a href={`/newsroom/stories/${story.id}/versions`}>{story.headline}</a>
        </p>
        <h1>Version {version.number}</h1>
        <p class="meta">
          <time datetime={instant(version.publishedAt)}>{dayAndTime(frame.site, version.publishedAt)}</time>, by{' '}
          {version.publishedBy ?? 'the command line'}.{' '}
          {before ? `What changed since version ${before.number} is marked.` : 'The first one.'}
        </p>
        <Difference from={before ? asText(before.content) : null} to={asText(version.content)} />
      </>
    ),
  })

function asText(content: StoryContent): string {
  const { headline, standfirst, byline, dateline, picture, body } = content
  return [headline, standfirst, byline, dateline, picture?.caption ?? '', bodyToMarkup(body)]
    .filter(Boolean)
    .join('\n\n')
}
