/** All sections, topics or authors, and the form for a new one. */
import { filingMessages as m } from '../../../messages/index.ts'
import { type Term, type TermKind, termPath } from '../../../paper/index.ts'
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
}

export const deskPathOf = (kind: TermKind): string => `/newsroom/${kind}s`

export const renderTermsPage = (props: TermsPageProps): string => {
  const { kind, terms, stories, withoutPage, name, problem, done, ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.kinds[kind],
    here: 'paper',
    children: (
      <>
        <PaperPlaces here={kind} person={frame.person} />
        <h1>{m.kinds[kind]}</h1>
        <p class="hint">{m.leads[kind]}</p>
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
          <ol class="plain terms">
            {terms.map((term, place) => (
              <Line term={term} count={stories.get(term.id) ?? 0} place={place + 1} last={terms.length} />
            ))}
          </ol>
        )}
        {withoutPage.length > 0 ? <WithoutPage names={withoutPage} /> : null}
      </>
    ),
  })
}

const Line = ({ term, count, place, last }: { term: Term; count: number; place: number; last: number }) => {
  const { id, kind, name, accent, tone, role } = term
  return (
    <li id={`t-${id}`} class={accent ? `accent-${accent}` : undefined}>
      {kind === 'section' ? <span class="swatch" aria-hidden="true" /> : null}
      <div class="what">
        <h2 dir="auto">
          <a href={`${deskPathOf(kind)}/${id}`}>{name}</a>
        </h2>
        <p class="meta">
          {tone === 'news' ? null : <span class="label">{m.tones[tone]}</span>}
          {role ? <bdi>{role}</bdi> : null}
          <span>{m.stories(count)}</span>
          <a href={termPath(term)}>{m.viewOnSite}</a>
        </p>
      </div>
      {kind === 'section' && last > 1 ? (
        <form method="post" action={`${deskPathOf(kind)}/${id}/move`} class="moves">
          <Move to={place - 1} label={m.up(name)} sign="↑" possible={place > 1} />
          <Move to={place + 1} label={m.down(name)} sign="↓" possible={place < last} />
        </form>
      ) : null}
    </li>
  )
}

const Move = ({ to, label, sign, possible }: { to: number; label: string; sign: string; possible: boolean }) => (
  <button type="submit" name="to" value={String(to)} aria-label={label} disabled={!possible}>
    <span aria-hidden="true">{sign}</span>
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
