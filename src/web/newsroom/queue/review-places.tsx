/** The places of the review desk, above each of its pages. */
import { queueMessages as m, frameMessages as shared } from '../../../messages/index.ts'
import { may } from '../../../people/index.ts'
import { objectionsInWords } from '../kit/counts.ts'
import type { Frame } from '../kit/props.ts'

const PLACES = [
  { name: 'queue', href: '/newsroom/review', needs: 'moderate' },
  { name: 'appeals', href: '/newsroom/review/appeals', needs: 'moderate' },
  { name: 'reports', href: '/newsroom/review/reports', needs: 'moderate' },
  { name: 'tickets', href: '/newsroom/tickets', needs: 'publish' },
  { name: 'campaigns', href: '/newsroom/review/campaigns', needs: 'moderate' },
  { name: 'search', href: '/newsroom/review/search', needs: 'moderate' },
  { name: 'week', href: '/newsroom/review/week', needs: 'moderate' },
  { name: 'bans', href: '/newsroom/review/bans', needs: 'moderate' },
  { name: 'readers', href: '/newsroom/readers', needs: 'moderate' },
  { name: 'rules', href: '/newsroom/review/rules', needs: 'settings' },
  { name: 'reasons', href: '/newsroom/review/reasons', needs: 'settings' },
  { name: 'model', href: '/newsroom/review/model', needs: 'settings' },
] as const

export type ReviewPlace = (typeof PLACES)[number]['name']

export const ReviewPlaces = ({ frame, here }: { frame: Frame; here?: ReviewPlace }) => (
  <nav class="places" aria-label={shared.review}>
    {PLACES.filter(({ needs }) => may(frame.person, needs)).map(({ name, href }) => (
      <a href={href} {...(here === name ? { 'aria-current': 'page' as const } : {})}>
        {m.places[name]}
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
      <span class="count objections">{shared.count(count, false)}</span>
      <span class="visually-hidden"> {shared.waiting}</span>
    </>
  ) : null

/** "2 appeals and 1 reported comment are waiting for an answer.", with links; nothing where none waits. */
export const ObjectionsWait = ({ frame: { objections } }: { frame: Frame }) => {
  const links = objectionsInWords(objections).map(({ words, href }) => <a href={href}>{words}</a>)
  if (links.length === 0) return null
  return (
    <p class={objections.notices > 0 ? 'alert' : 'notice'}>
      {m.answersWanted(links, objections.appeals + objections.reported)}
    </p>
  )
}
