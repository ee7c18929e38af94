/** How long something stays, as an editor chooses it, in the site's time zone. */
import { frontEditorMessages as m } from '../../../messages/index.ts'
import { readDateField } from '../stories/story-form.ts'

const HOUR = 60 * 60 * 1000

export type Span = keyof typeof m.spans

/**
 * When it is over, in milliseconds since the epoch; null for never. A date, where one is given, counts before the
 * choice. `undefined` where nothing is chosen.
 */
export function endOfSpan(
  { span, date }: { span: string; date: string },
  { now, timeZone }: { now: number; timeZone: string },
): number | null | undefined | { problem: string } {
  const typed = readDateField(date, timeZone)
  if (typed === null) return { problem: m.notADate }
  if (typed !== undefined) return typed > now ? typed : { problem: m.isOver }
  if (span === '2h') return now + 2 * HOUR
  if (span === 'open') return null
  if (span === 'tonight') return startOfTomorrow('T00:00', now, timeZone)
  return span === 'tomorrow' ? startOfTomorrow('T06:00', now, timeZone) : undefined
}

function startOfTomorrow(time: string, now: number, timeZone: string): number | undefined {
  const today = new Intl.DateTimeFormat('en-CA-u-ca-iso8601-nu-latn', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
  }).format(now)
  const tomorrow = new Date(Date.parse(today) + 24 * HOUR).toISOString().slice(0, 10)
  return readDateField(`${tomorrow}${time}`, timeZone) ?? undefined
}
