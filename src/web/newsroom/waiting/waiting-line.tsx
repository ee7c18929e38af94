/** What waits for a person, in one line: on the newsroom's home, in the bar, and as a browser is told of it. */
import { toDoMessages as m } from '../../../messages/index.ts'
import type { Counted, WaitingKind } from '../../../waiting/index.ts'
import { shortCount } from '../kit/counts.ts'

const PLACES: Record<WaitingKind, string> = {
  notices: '/newsroom/review/reports',
  comments: '/newsroom/review',
  appeals: '/newsroom/review/appeals',
  reports: '/newsroom/review/reports',
  tickets: '/newsroom/tickets',
  schedules: '/newsroom#not-published',
  letters: '/newsroom/letters',
  webhooks: '/newsroom/webhooks',
  mentions: '/newsroom#notes-for-you',
}

const wordsOf = ({ kind, count, more }: Counted): string => m.kinds[kind](count, more)

const Links = ({ counted }: { counted: readonly Counted[] }) => (
  <>
    {counted.map((one, index) => (
      <>
        {index > 0 ? ' · ' : ''}
        <a href={PLACES[one.kind]} class={one.kind === 'notices' ? 'held' : undefined}>
          {wordsOf(one)}
        </a>
      </>
    ))}
  </>
)

/** On the home page: everything, or that there is nothing. */
export const WaitingOnHome = ({ counted }: { counted: readonly Counted[] }) => (
  <section class="to-do" aria-label={m.title}>
    <p class="label">{m.title}</p>
    <p data-to-do="home">{counted.length === 0 ? m.nothing : <Links counted={counted} />}</p>
  </section>
)

/** The comments have their number beside Review. */
const inBar = (counted: readonly Counted[]) => counted.filter(({ kind }) => kind !== 'comments')

const commentsIn = (counted: readonly Counted[]): string => {
  const comments = counted.find(({ kind }) => kind === 'comments')
  return shortCount(comments ?? { count: 0, more: false })
}

const totalOf = (counted: readonly Counted[]): number => counted.reduce((sum, { count }) => sum + count, 0)

/** In the bar: nothing where nothing waits. With a script it follows what happens. */
export const WaitingInBar = ({ counted, script }: { counted: readonly Counted[]; script: string }) => (
  <to-do data-total={String(totalOf(counted))}>
    <script type="module" src={script} />
    <p class="to-do-line" data-to-do="bar">
      <Links counted={inBar(counted)} />
    </p>
    <p class="visually-hidden" aria-live="polite" data-to-do="news" />
  </to-do>
)

/** What a browser is told: the same lines, drawn, and how much it is in all. */
export interface WaitingNews {
  home: string
  bar: string
  /** "12", "5,000+": comments alone. */
  comments: string
  total: number
  /** For who doesn't see it. */
  words: string
}

export const newsOf = (counted: readonly Counted[]): WaitingNews => ({
  home: counted.length === 0 ? m.nothing : `${<Links counted={counted} />}`,
  bar: `${<Links counted={inBar(counted)} />}`,
  comments: commentsIn(counted),
  total: totalOf(counted),
  words: counted.length === 0 ? m.nothing : m.news(counted.map(wordsOf)),
})
