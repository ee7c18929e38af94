/** What became of a page that was pasted: what is known of its date, what was left out and why. */

import type { Dropped, ImportedPage } from '../../../exchange/page/index.ts'
import { importReportMessages as m } from '../../../messages/index.ts'
import type { SourcePage } from '../kit/props.ts'

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
      <h2>{m.title}</h2>
      {report.date.sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {canSetDate ? <UseDate edtf={report.date.edtf} /> : null}
      {report.warnings.map((warning) => (
        <p class="look">{warning}</p>
      ))}
      {groups.map(([what, parts]) => (
        <details>
          <summary>{m.leftOut[what](parts.length)}</summary>
          <ul class="plain lines">
            {parts.map(({ text, why, lines }) => (
              <li>
                <span class="excerpt" dir="auto">
                  {text}
                </span>
                <span class="meta">
                  {why} {lines ? m.lines(lines.from, lines.to) : null}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {report.houseRule ? (
        <div class="rule">
          <p>{m.pageHadRules}</p>
          <blockquote dir="auto">{report.houseRule}</blockquote>
          {houseRule === report.houseRule ? (
            <p class="meta">{m.rulesTaken}</p>
          ) : canSetRule ? (
            <form method="post" action="/newsroom/settings/house-rule">
              <input type="hidden" name="rule" value={report.houseRule} />
              <button type="submit">{m.takeRules}</button>
            </form>
          ) : null}
        </div>
      ) : null}
      <p>
        <a href={`${storyPath}/source/${source.id}`}>{m.viewOriginal}</a>
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
        {m.useDate(shown)}
      </button>
    </p>
  )
}

function groupsOf(parts: readonly Dropped[]): [Dropped['what'], Dropped[]][] {
  const groups = new Map<Dropped['what'], Dropped[]>()
  for (const part of parts) {
    // Reports kept by older versions have spaces in it.
    const what = part.what.replaceAll(' ', '-') as Dropped['what']
    groups.set(what, [...(groups.get(what) ?? []), part])
  }
  return [...groups]
}
