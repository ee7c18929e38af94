/** What became of a page that was pasted: what is known of its date, what was left out and why. */
import type { ImportedPage } from '../../../exchange/index.ts'
import type { SourcePage } from '../../../story/index.ts'

interface ReportProps {
  storyPath: string
  source: SourcePage
  canSetRule: boolean
  /** The site's rule as it is. */
  houseRule: string
}

export const ImportReport = ({ storyPath, source, canSetRule, houseRule }: ReportProps) => {
  const report = source.report as Omit<ImportedPage, 'content'>
  const groups = groupsOf(report.dropped)
  return (
    <section class="report">
      <h2>The page it came from</h2>
      {report.date.sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
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

function groupsOf<T extends { what: string }>(parts: readonly T[]): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const part of parts) groups.set(part.what, [...(groups.get(part.what) ?? []), part])
  return [...groups]
}
