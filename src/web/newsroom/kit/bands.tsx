/** The bands of the queue in words, each with a mark of its own: nothing is told by colour alone. */
import { frameMessages as m } from '../../../messages/index.ts'
import type { Place } from '../../../moderation/queue/index.ts'

export const BANDS: Readonly<Record<Place, { words: string; mark: string }>> = {
  fine: { words: m.bands.fine, mark: '●' },
  thought: { words: m.bands.thought, mark: '◐' },
  spam: { words: m.bands.spam, mark: '○' },
  unexamined: { words: m.bands.unexamined, mark: '…' },
}

export const Band = ({ band }: { band: Place }) => (
  <span class={`band band-${band}`}>
    <span aria-hidden="true">{BANDS[band].mark}</span> {BANDS[band].words}
  </span>
)
