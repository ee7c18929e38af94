/** Access for programs: who has it, the form to give it, and the token of one that was just made. */
import { programsPageMessages as m, programMessages } from '../../../messages/index.ts'
import type { Person } from '../../../people/index.ts'
import { LIVES, LONGEST_PROGRAM_NAME, mayThrough, type Program, SCOPES, type Scope } from '../../../programs/index.ts'
import { dayAndTime, shortDay } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from './settings-places.tsx'

export interface ProgramsProps extends Frame {
  programs: readonly Program[]
  /** The staff, by whom programs were made. */
  people: readonly Person[]
  done?: string
  problem?: string
  /** The one that was just made: its token is shown here and nowhere else. */
  made?: { name: string; token: string }
  /** What was typed and could not be taken. */
  typed?: { name: string; scopes: readonly Scope[]; days: number | null | undefined }
}

/** What is chosen where nobody has chosen: long enough to be of use, short enough not to be forgotten. */
const USUAL_LIFE = 90

export const renderProgramsPage = (props: ProgramsProps): string => {
  const { programs, people, done, problem, made, typed, ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="programs" />
        <h1>{m.title}</h1>
        <p>{m.lead}</p>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        {made ? (
          <section class="notice" role="status">
            <label for="new-token">
              {m.newToken(made.name)} <span class="hint">{m.newTokenHint}</span>
            </label>
            <input id="new-token" value={made.token} readonly dir="ltr" autocomplete="off" spellcheck={false} />
          </section>
        ) : null}
        {programs.length === 0 ? <p class="empty">{m.none}</p> : null}
        <ul class="plain lines">
          {programs.map((program) => (
            <ProgramLine
              program={program}
              person={people.find(({ id }) => id === program.madeBy)}
              now={frame.now}
              site={frame.site}
            />
          ))}
        </ul>
        <section class="part">
          <h2>{m.add}</h2>
          <form method="post" action="/newsroom/programs" class="stack">
            <label for="name">
              {m.name} <span class="hint">{m.nameHint}</span>
            </label>
            <input
              id="name"
              name="name"
              required
              maxlength={LONGEST_PROGRAM_NAME}
              autocomplete="off"
              dir="auto"
              value={typed?.name ?? ''}
            />
            <fieldset>
              <legend>{m.itCan}</legend>
              {SCOPES.map((scope) => (
                <label class="check">
                  <input type="checkbox" name="scopes" value={scope} checked={typed?.scopes.includes(scope) ?? false} />{' '}
                  {programMessages.scopes[scope]}
                </label>
              ))}
            </fieldset>
            <label for="days">{m.ends}</label>
            <select id="days" name="days">
              {LIVES.map((life) => (
                <option
                  value={life ?? 'never'}
                  selected={life === (typed?.days === undefined ? USUAL_LIFE : typed.days)}
                >
                  {m.lives[life ?? 'never']}
                </option>
              ))}
            </select>
            <p>
              <button class="first" type="submit">
                {m.make}
              </button>
            </p>
          </form>
        </section>
      </>
    ),
  })
}

const ProgramLine = ({
  program,
  person,
  now,
  site,
}: {
  program: Program
  person: Person | undefined
  now: number
  site: Frame['site']
}) => {
  const { name, scopes, madeAt, endsAt, seenAt } = program
  const maker = person?.name ?? m.someone
  const lost = person && !person.disabled ? scopes.filter((scope) => !mayThrough(person, scope)) : []
  return (
    <li class="draft-line">
      <div>
        <strong dir="auto">{name}</strong>
        <p class="meta">{scopes.map((scope) => m.can(programMessages.scopes[scope])).join(' ')}</p>
        {person?.disabled ? <p class="meta">{m.suspended(maker)}</p> : null}
        {lost.map((scope) => (
          <p class="meta">{m.noLonger(maker, programMessages.scopes[scope])}</p>
        ))}
        <p class="meta">
          {m.madeBy(maker, shortDay(site, madeAt))}{' '}
          {seenAt === null ? m.neverUsed : m.lastUsed(dayAndTime(site, seenAt))}{' '}
          {endsAt === null
            ? m.noEnd
            : endsAt <= now
              ? m.endedOn(shortDay(site, endsAt))
              : m.endsOn(shortDay(site, endsAt))}
        </p>
      </div>
      <form method="post" action={`/newsroom/programs/${program.id}/remove`}>
        <button type="submit" class="quiet">
          {m.remove}
          <span class="visually-hidden">: {name}</span>
        </button>
      </form>
    </li>
  )
}
