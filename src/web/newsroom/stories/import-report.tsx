/** What became of a page that was pasted: what is known of its date, what was left out and why. */
import type { ImportedPage } from '../../../exchange/index.ts'
import type { SourcePage } from '../../../story/index.ts'

interface ReportProps {
  storyPath: string
  source: SourcePage
  canSetRule: boolean
  /** The site's rule as it is. */
  houseRule: string
  /** Whether the date that was found can still become the story's. */
  canSetDate: boolean
}

export const ImportReport = ({ storyPath, source, canSetRule, houseRule, canSetDate }: ReportProps) => {
  const report = source.report as Omit<ImportedPage, 'content'>
  const groups = groupsOf(report.dropped)
  return (
    <section class="report">
      <h2>The page it came from</h2>
      {report.date.sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {canSetDate ? <UseDate edtf={report.date.edtf} /> : null}
      {report.warnings.map((warning) => (
        <p class="look">{warning}</p>
      ))}
      {groups.map(([what, parts]) => (
        <details>
          <summary>Left out: {parts.length === 1 ? what : `${what}, ${parts.length} times`}</summary>
          <ul class="plain lines">
            {parts.map(({ text, why, lines }) => (
              <li>
                <span class="excerpt" dir="auto">
                  {text}
                </span>
                <span class="meta">
                  {why} {lines ? `(line ${lines.from}${lines.to > lines.from ? ` to ${lines.to}` : ''})` : ''}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {report.houseRule ? (
        <div class="rule">
          <p>The page had a rule for comments:</p>
          <blockquote dir="auto">{report.houseRule}</blockquote>
          {houseRule === report.houseRule ? (
            <p class="meta">It is the site’s rule now.</p>
          ) : canSetRule ? (
            <form method="post" action="/newsroom/settings/house-rule">
              <input type="hidden" name="rule" value={report.houseRule} />
              <button type="submit">Make this the site’s rule</button>
            </form>
          ) : null}
        </div>
      ) : null}
      <p>
        <a href={`${storyPath}/source/${source.id}`}>The page as it came</a>
      </p>
    </section>
  )
}

/** The page's day, to be taken over with one press; the form with the story is saved with it. */
function UseDate({ edtf }: { edtf: string }) {
  const [, year, month, day] = /^(\d{4})\??-(\d{2})-(\d{2})\??$/.exec(edtf) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const shown = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    dateStyle: 'long',
  })
  return (
    <p>
      <button type="submit" form="story-form" name="afterwards" value={`date ${year}-${month}-${day}`}>
        Use {shown} as the publication date
      </button>
    </p>
  )
}

function groupsOf<T extends { what: string }>(parts: readonly T[]): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const part of parts) groups.set(part.what, [...(groups.get(part.what) ?? []), part])
  return [...groups]
}
