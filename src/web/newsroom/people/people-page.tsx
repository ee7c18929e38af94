import { peopleMessages as m, staffMessages as staff } from '../../../messages/index.ts'
import type { Person } from '../../../people/index.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { Face, FaceForm } from './face.tsx'
import { type NewLink, NewLinkShown } from './new-link.tsx'
import { NameAndMail, type PersonField, Switches } from './person-fields.tsx'

export interface PeoplePageProps extends Frame {
  people: readonly Person[]
  /** Where their pictures are shown from. */
  faces: ReadonlyMap<string, string>
  problem?: string
  newLink?: NewLink
  form?: { name: string; mail: string; switches: readonly string[] }
  /** Somebody's name and address as they were typed, with the field that is wrong. */
  changed?: { id: string; name: string; mail: string; wrong: PersonField }
}

export const renderPeoplePage = ({
  people,
  faces,
  problem,
  newLink,
  form,
  changed,
  ...frame
}: PeoplePageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'people',
    children: (
      <>
        <h1>{m.title}</h1>
        <Problem sentence={problem} />
        {newLink ? <NewLinkShown link={newLink} mailLeaves={frame.site.mailLeaves} /> : null}
        <ul class="plain lines">
          {people.map((person) => (
            <li class="person">
              <div>
                <Face name={person.name} face={faces.get(person.id)} /> <strong>{person.name}</strong>{' '}
                {person.mail ? <span class="meta">{person.mail}</span> : null}
                <p class="meta">
                  {person.disabled ? m.suspended : m.may(person.switches.map((one) => staff.switches[one]))}
                </p>
                <p class="meta">
                  <a href={`/newsroom/log?by=${person.id}`}>
                    {m.activity}
                    <span class="visually-hidden">: {person.name}</span>
                  </a>
                </p>
                <details open={changed?.id === person.id}>
                  <summary>
                    {m.changeDetails}
                    <span class="visually-hidden">: {person.name}</span>
                  </summary>
                  <form method="post" action={`/newsroom/people/${person.id}/details`} class="stack">
                    <NameAndMail
                      at={`${person.id}-`}
                      {...(changed?.id === person.id ? changed : { name: person.name, mail: person.mail ?? '' })}
                    />
                    <p>
                      <button type="submit">
                        {m.save}
                        <span class="visually-hidden">: {person.name}</span>
                      </button>
                    </p>
                  </form>
                  <FaceForm
                    action={`/newsroom/people/${person.id}/picture`}
                    face={faces.has(person.id)}
                    id={`${person.id}-picture`}
                    of={person.name}
                  />
                </details>
                {person.disabled ? null : (
                  <details>
                    <summary>
                      {m.changePermissions}
                      <span class="visually-hidden">: {person.name}</span>
                    </summary>
                    <form method="post" action={`/newsroom/people/${person.id}/switches`}>
                      {person.switches.map((one) => (
                        <input type="hidden" name="shown-switches" value={one} />
                      ))}
                      <Switches chosen={person.switches} />
                      <button type="submit">
                        {m.save}
                        <span class="visually-hidden">: {person.name}</span>
                      </button>
                    </form>
                  </details>
                )}
              </div>
              <div class="acts">
                {person.disabled ? (
                  <form method="post" action={`/newsroom/people/${person.id}/enable`}>
                    <button type="submit">
                      {m.letInAgain}
                      <span class="visually-hidden">: {person.name}</span>
                    </button>
                  </form>
                ) : (
                  <>
                    <form method="post" action={`/newsroom/people/${person.id}/link`}>
                      <button type="submit">
                        {m.anotherLink}
                        <span class="visually-hidden">: {person.name}</span>
                      </button>
                    </form>
                    <form method="post" action={`/newsroom/people/${person.id}/disable`}>
                      <button type="submit">
                        {m.suspend}
                        <span class="visually-hidden">: {person.name}</span>
                      </button>
                    </form>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
        <h2>{m.add}</h2>
        <form method="post" action="/newsroom/people" class="stack">
          <NameAndMail name={form?.name ?? ''} mail={form?.mail ?? ''} />
          <fieldset>
            <legend>{m.permissions}</legend>
            <Switches chosen={form?.switches ?? []} />
          </fieldset>
          <p>
            <button class="first" type="submit">
              {m.addAndLink}
            </button>
          </p>
        </form>
      </>
    ),
  })
