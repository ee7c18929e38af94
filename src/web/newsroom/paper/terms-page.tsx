/** All sections, topics or authors, and the form for a new one. */
import { filingMessages as m } from '../../../messages/index.ts'
import { type Term, type TermKind, termPath } from '../../../paper/index.ts'
import { Handle } from '../kit/handle.tsx'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { PaperPlaces } from './paper-places.tsx'

export interface TermsPageProps extends Frame {
  kind: TermKind
  terms: readonly Term[]
  /** Published stories, by id. */
  stories: ReadonlyMap<string, number>
  /** Names in bylines that have no page. */
  withoutPage: readonly { name: string; stories: number }[]
  /** The name that was typed. */
  name: string
  problem?: { sentence: string; other?: Term }
  done?: string
  /** The section that was moved, and which way, so that the same key moves it on. */
  moved?: { id: string; way: 'up' | 'down' }
  script: string
}

export const deskPathOf = (kind: TermKind): string => `/newsroom/${kind}s`

export const renderTermsPage = (props: TermsPageProps): string => {
  const { kind, terms, stories, withoutPage, name, problem, done, moved, script, ...frame } = props
  const isOrdered = kind === 'section' && terms.length > 1
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.kinds[kind],
    here: 'paper',
    ...(isOrdered ? { script } : {}),
    children: (
      <>
        <PaperPlaces person={frame.person} here={kind} />
        <h1>{m.kinds[kind]}</h1>
        <p class="hint">
          {m.leads[kind]} {isOrdered ? m.orderHint : null}
        </p>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem?.sentence} />
        {problem?.other ? (
          <p>
            <a href={`${deskPathOf(kind)}/${problem.other.id}`}>{problem.other.name}</a>
          </p>
        ) : null}
        <form method="post" action={deskPathOf(kind)} class="add-term">
          <label for="name">{m.newOne[kind]}</label>
          <input
            id="name"
            name="name"
            value={name}
            dir="auto"
            autocomplete="off"
            {...(problem ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const) : {})}
          />
          <button class="first" type="submit">
            {m.add[kind]}
          </button>
        </form>
        {terms.length === 0 ? (
          <p class="empty">{m.none[kind]}</p>
        ) : (
          <drag-order>
            {isOrdered ? (
              <form method="post" action="/newsroom/sections/move" id="order">
                <input type="hidden" name="line" value="" />
                <input type="hidden" name="to" value="" />
              </form>
            ) : null}
            <ol class="plain terms">
              {terms.map((term, place) => (
                <Line
                  term={term}
                  count={stories.get(term.id) ?? 0}
                  place={place + 1}
                  last={isOrdered ? terms.length : 1}
                  way={moved?.id === term.id ? moved.way : null}
                />
              ))}
            </ol>
          </drag-order>
        )}
        {withoutPage.length > 0 ? <WithoutPage names={withoutPage} /> : null}
      </>
    ),
  })
}

interface LineProps {
  term: Term
  count: number
  /** From 1, of so many; of one alone where there is no order. */
  place: number
  last: number
  /** Which way it was moved last. */
  way: 'up' | 'down' | null
}

const Line = ({ term, count, place, last, way }: LineProps) => {
  const inHand = way === 'up' && place === 1 ? 'down' : way === 'down' && place === last ? 'up' : way
  const { id, kind, name, accent, tone, role } = term
  return (
    <li id={`t-${id}`} class={accent ? `accent-${accent}` : undefined} data-line={id}>
      {last > 1 ? <Handle /> : null}
      {kind === 'section' ? <span class="swatch" aria-hidden="true" /> : null}
      <div class="what">
        <h2 dir="auto">
          <a href={`${deskPathOf(kind)}/${id}`}>{name}</a>
        </h2>
        <p class="meta">
          {tone === 'news' || name === m.tones[tone] ? null : <span class="label">{m.tones[tone]}</span>}
          {role ? <bdi>{role}</bdi> : null}
          <span>{m.stories(count)}</span>
          <a href={termPath(term)}>{m.viewOnSite}</a>
        </p>
      </div>
      {last > 1 ? (
        <span class="moves">
          <Move id={id} way="up" label={m.up(name)} possible={place > 1} isInHand={inHand === 'up'} />
          <Move id={id} way="down" label={m.down(name)} possible={place < last} isInHand={inHand === 'down'} />
        </span>
      ) : null}
    </li>
  )
}

interface MoveProps {
  id: string
  way: 'up' | 'down'
  label: string
  possible: boolean
  isInHand: boolean
}

const Move = ({ id, way, label, possible, isInHand }: MoveProps) => (
  <button
    type="submit"
    form="order"
    name="move"
    value={`${way} ${id}`}
    aria-label={label}
    disabled={!possible}
    autofocus={isInHand}
  >
    <span aria-hidden="true">{way === 'up' ? '↑' : '↓'}</span>
  </button>
)

const WithoutPage = ({ names }: { names: TermsPageProps['withoutPage'] }) => (
  <section>
    <h2>{m.withoutPage}</h2>
    <ul class="plain terms">
      {names.map(({ name, stories }) => (
        <li>
          <div class="what">
            <bdi>{name}</bdi> <span class="meta">{m.stories(stories)}</span>
          </div>
          <form method="post" action={deskPathOf('author')}>
            <input type="hidden" name="name" value={name} />
            <button type="submit" aria-label={m.makePageFor(name)}>
              {m.makePage}
            </button>
          </form>
        </li>
      ))}
    </ul>
  </section>
)
