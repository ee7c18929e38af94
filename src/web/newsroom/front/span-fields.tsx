import { frontEditorMessages as m } from '../../../messages/index.ts'
import { dayAndTime } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import type { Span } from './time-span.ts'

const SPANS = Object.keys(m.spans) as Span[]

/** How long: a few usual spans, and a date. `id` sets its fields apart from others on the page; `end` is what holds now. */
export const SpanFields = ({
  site,
  id,
  spans = SPANS,
  chosen,
  end,
  date = '',
}: {
  site: Site
  id: string
  spans?: readonly Span[]
  chosen?: Span
  end?: number
  date?: string
}) => (
  <div class="pair">
    <div>
      <label for={`span-${id}`}>{m.howLong}</label>
      <select id={`span-${id}`} name="span">
        {end === undefined ? null : <option value="as it is">{m.asItIs(dayAndTime(site, end))}</option>}
        {spans.map((span) => (
          <option value={span} selected={end === undefined && span === chosen}>
            {m.spans[span]}
          </option>
        ))}
      </select>
    </div>
    <div>
      <label for={`date-${id}`}>
        {m.date} <span class="hint">{m.dateHint(site.timeZone)}</span>
      </label>
      <input id={`date-${id}`} name="date" type="datetime-local" value={date} />
    </div>
  </div>
)

/** "Until 1 December 2026, 06:00", or until somebody lets it go. */
export const untilInWords = (site: Site, until: number | null): string =>
  until === null ? m.untilLetGo : m.until(dayAndTime(site, until))
