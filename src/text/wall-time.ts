/** A clock's time in a place, and the moments at which its clocks show it. */

/** Whether it is the name of a time zone, as IANA has them or as an offset from UTC. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name !== ''
  } catch {
    return false
  }
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
export function aheadOfUtc(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA-u-ca-iso8601-nu-latn-hc-h23', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(at / 1000) * 1000
  )
}

const DAY = 24 * 60 * 60 * 1000

/**
 * The moments (ms since the epoch, in their order) at which clocks in a zone
 * show a time such as "2026-03-29T02:30": one as a rule, none where clocks skip
 * it, two where they are put back over it; null where it is no such time.
 */
export function momentsOf(time: string, timeZone: string): number[] | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(time)) return null
  const asUtc = Date.parse(`${time}Z`)
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== time) return null
  // Clocks change by at most a few hours, and not twice within two days.
  const distances = new Set([asUtc - DAY, asUtc + DAY].map((near) => aheadOfUtc(near, timeZone)))
  return [...distances]
    .map((ahead) => asUtc - ahead)
    .filter((at) => at + aheadOfUtc(at, timeZone) === asUtc)
    .sort((a, b) => a - b)
}
