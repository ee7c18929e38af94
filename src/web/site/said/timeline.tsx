/** When a name spoke, drawn: a column for each day, month or year. The list under it says the same in words. */

import { saidMessages as m } from '../../../messages/index.ts'
import type { Site } from '../kit/props.ts'
import { edtfWords } from './edtf-words.ts'
import { type Bin, binsOf } from './timeline-bins.ts'

/** In CSS pixels; widths are in per cent, so that letters keep their size on every screen. */
const TOP = 20
/** The most that columns rise. */
const TALLEST = 56
const UNDER = 20
/** One statement alone is no tower. */
const TALLEST_EACH = 14

/** Nothing where everything was said on one day. `times`: when each statement came out, in ms. */
export const Timeline = ({ site, name, times }: { site: Site; name: string; times: readonly number[] }) => {
  const found = binsOf(site, times)
  if (!found) return null
  const { bins, first, last } = found
  const most = bins.reduce((a, b) => (b.count > a.count ? b : a))
  const column = 100 / bins.length
  const thick = Math.min(column * 0.7, 3)
  const each = Math.min(TALLEST_EACH, TALLEST / most.count)
  const ground = TOP + Math.round(most.count * each)
  const height = (count: number) => Math.max(4, Math.round(count * each))
  const peak = bins.indexOf(most)
  const at = (index: number) => column * (index + 0.5)
  return (
    <svg
      class="timeline"
      role="img"
      width="100%"
      height={ground + UNDER}
      aria-labelledby="timeline-title timeline-words"
    >
      <title id="timeline-title">{m.whenSpoke(name)}</title>
      <desc id="timeline-words">
        {most.count > 1
          ? m.spokeMost(times.length, edtfWords(site, first), edtfWords(site, last), {
              count: most.count,
              when: edtfWords(site, most.from),
              unit: most.from.length === 10 ? 'day' : 'longer',
            })
          : m.spoke(times.length, edtfWords(site, first), edtfWords(site, last))}
      </desc>
      {bins.map(({ count }, index) =>
        count > 0 ? (
          <rect
            x={percent(at(index) - thick / 2)}
            y={ground - height(count)}
            width={percent(thick)}
            height={height(count)}
          />
        ) : null,
      )}
      {most.count > 1 ? (
        <text x={percent(at(peak))} y={ground - height(most.count) - 6} text-anchor={anchorAt(peak, bins)}>
          {most.count}
        </text>
      ) : null}
      <line x1="0" x2="100%" y1={ground + 0.5} y2={ground + 0.5} />
      <text x="0" y={ground + UNDER - 4}>
        {edtfWords(site, first)}
      </text>
      <text x="100%" y={ground + UNDER - 4} text-anchor="end">
        {edtfWords(site, last)}
      </text>
    </svg>
  )
}

/** At the edges the number stays inside the picture. */
const anchorAt = (index: number, bins: readonly Bin[]): 'start' | 'middle' | 'end' =>
  index === 0 ? 'start' : index === bins.length - 1 ? 'end' : 'middle'

const percent = (share: number): string => `${Math.round(share * 100) / 100}%`
