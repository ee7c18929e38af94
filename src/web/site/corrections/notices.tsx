/** Corrections where readers meet them: under the byline, and at the place in the text. */
import type { Child } from 'hono/jsx'
import type { CorrectionNotice } from '../../../corrections/index.ts'
import { publicCorrectionMessages as m, wrongMessages as wrong } from '../../../messages/index.ts'
import type { Block } from '../../../story/index.ts'
import { dayAndTime, dayWithoutYear, instant } from '../kit/format.ts'
import type { Site, StoryCorrections } from '../kit/props.ts'
import type { LanguageAttributes } from '../story/own-language.ts'
import { isRetracted } from './correction-data.ts'

/** All but updates that a later one has overtaken. */
export const noticesShown = (notices: readonly CorrectionNotice[]): CorrectionNotice[] => {
  const update = notices.find(({ kind }) => kind === 'update')
  return notices.filter((one) => one.kind !== 'update' || one === update)
}

/** “Correction, 30 November 2026, 11:07: …” */
export const NoticeWords = ({
  site,
  notice: { id, kind, at, cause },
  after = null,
}: {
  site: Site
  notice: Pick<CorrectionNotice, 'id' | 'kind' | 'at' | 'cause'>
  after?: Child
}) => (
  <p id={`correction-${id}`} class="correction">
    {m.notice(
      m.kinds[kind],
      <time datetime={instant(at)}>{dayAndTime(site, at)}</time>,
      <span dir="auto">{cause}</span>,
    )}
    {after}
  </p>
)

/** Under the byline, the newest first; over a retracted story also that its words are gone. */
export function Notices({
  site,
  body,
  corrections,
  own,
}: {
  site: Site
  body: readonly Block[]
  corrections: StoryCorrections
  /** Of the site's words in a story of another language. */
  own: LanguageAttributes
}) {
  const shown = noticesShown(corrections.notices)
  if (shown.length === 0) return null
  const marked = markedBlocks(corrections)
  const placeOf = (notice: CorrectionNotice) => body.find(({ id }) => marked.get(id) === notice)
  return (
    <div class="corrections" {...own}>
      {shown.map((notice) => {
        const place = placeOf(notice)
        return (
          <NoticeWords
            site={site}
            notice={notice}
            after={
              place ? (
                <>
                  {' '}
                  <a href={`#corrected-${place.id}`}>{m.inTheText}</a>
                </>
              ) : null
            }
          />
        )
      })}
      {isRetracted(corrections) ? <p class="withheld">{m.withheld}</p> : null}
    </div>
  )
}

/** The blocks that a correction has changed, each with the last that did. */
function markedBlocks({ notices }: StoryCorrections): Map<string, CorrectionNotice> {
  const marked = new Map<string, CorrectionNotice>()
  for (const notice of [...notices].reverse()) {
    if (notice.kind !== 'correction') continue
    for (const { block, after } of notice.changes) if (after !== null) marked.set(block, notice)
  }
  return marked
}

/** What stands behind a block of the text: that it was corrected and when, leading to what was wrong. */
export function correctedMarks(site: Site, corrections: StoryCorrections): (blockId: string) => Child {
  const marked = markedBlocks(corrections)
  return (blockId) => {
    const notice = marked.get(blockId)
    return notice ? (
      <p class="corrected" id={`corrected-${blockId}`}>
        <a href={`#correction-${notice.id}`}>
          {m.mark(<time datetime={instant(notice.at)}>{dayWithoutYear(site, notice.at)}</time>)}
        </a>
      </p>
    ) : null
  }
}

/** At the story's end: the way to its versions, where there is more than one, and to say that something is wrong. */
export const StoryRecordLinks = ({ storyPath, version }: { storyPath: string; version: number }) => (
  <p class="versions-link">
    {version > 1 ? (
      <>
        <a href={`${encodeURI(storyPath)}/versions`}>{m.versions}</a>
        {' · '}
      </>
    ) : null}
    <a href={`${encodeURI(storyPath)}/wrong`} rel="nofollow">
      {wrong.link}
    </a>
  </p>
)
