/** The places of the review desk, above each of its pages. */
import { may } from '../../../people/index.ts'
import { objectionsInWords } from '../kit/counts.ts'
import type { Frame } from '../kit/props.ts'

const PLACES = [
  { name: 'queue', href: '/newsroom/review', label: 'Queue', needs: 'moderate' },
  { name: 'appeals', href: '/newsroom/review/appeals', label: 'Appeals', needs: 'moderate' },
  { name: 'reports', href: '/newsroom/review/reports', label: 'Reports', needs: 'moderate' },
  { name: 'campaigns', href: '/newsroom/review/campaigns', label: 'Campaigns', needs: 'moderate' },
  { name: 'search', href: '/newsroom/review/search', label: 'Search', needs: 'moderate' },
  { name: 'week', href: '/newsroom/review/week', label: 'Figures', needs: 'moderate' },
  { name: 'bans', href: '/newsroom/review/bans', label: 'Bans', needs: 'moderate' },
  { name: 'readers', href: '/newsroom/readers', label: 'Readers', needs: 'moderate' },
  { name: 'rules', href: '/newsroom/review/rules', label: 'Rules', needs: 'settings' },
  { name: 'reasons', href: '/newsroom/review/reasons', label: 'Reasons', needs: 'settings' },
  { name: 'model', href: '/newsroom/review/model', label: 'Spam model', needs: 'settings' },
] as const

export type ReviewPlace = (typeof PLACES)[number]['name']

export const ReviewPlaces = ({ frame, here }: { frame: Frame; here?: ReviewPlace }) => (
  <nav class="places" aria-label="Review">
    {PLACES.filter(({ needs }) => may(frame.person, needs)).map(({ name, href, label }) => (
      <a href={href} {...(here === name ? { 'aria-current': 'page' as const } : {})}>
        {label}
        <Waiting
          count={name === 'appeals' ? frame.objections.appeals : name === 'reports' ? frame.objections.reported : 0}
        />
      </a>
    ))}
  </nav>
)

const Waiting = ({ count }: { count: number }) =>
  count > 0 ? (
    <>
      {' '}
      <span class="count objections">{count.toLocaleString('en')}</span>
      <span class="visually-hidden"> waiting</span>
    </>
  ) : null

/** "2 appeals and 1 reported comment wait for an answer.", with links; nothing where none waits. */
export const ObjectionsWait = ({ frame: { objections } }: { frame: Frame }) => {
  const parts = objectionsInWords(objections)
  if (parts.length === 0) return null
  const isOne = objections.appeals + objections.reported === 1
  return (
    <p class={objections.notices > 0 ? 'alert' : 'notice'}>
      {parts.map(({ words, href }, index) => (
        <>
          {index > 0 ? ' and ' : ''}
          <a href={href}>{words}</a>
        </>
      ))}{' '}
      {isOne ? 'waits' : 'wait'} for an answer.
    </p>
  )
}
