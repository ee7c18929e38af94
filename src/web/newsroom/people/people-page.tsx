import { peopleMessages as m, staffMessages as staff } from '../../../messages/index.ts'
import { type Person, SWITCHES } from '../../../people/index.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

/** A sign-in link that was just made, and the address another is mailed to, if there is one. */
export interface NewLink {
  name: string
  url: string
  letter: string | null
}

interface PeoplePageProps extends Frame {
  people: readonly Person[]
  problem?: string
  newLink?: NewLink
  form?: { name: string; mail: string; switches: readonly string[] }
}

const Switches = ({ chosen }: { chosen: readonly string[] }) => (
  <>
    {SWITCHES.map((one) => (
      <label class="check">
        <input type="checkbox" name="switches" value={one} checked={chosen.includes(one)} /> {staff.switches[one]}
      </label>
    ))}
  </>
)

export const renderPeoplePage = ({ people, problem, newLink, form, ...frame }: PeoplePageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'people',
    children: (
      <>
        <h1>{m.title}</h1>
        <Problem sentence={problem} />
        {newLink ? (
          <section class="notice" role="status">
            <label for="new-link">
              {m.newLink(newLink.name)} <span class="hint">{m.newLinkHint}</span>
            </label>
            <input id="new-link" value={newLink.url} readonly dir="ltr" />
            {newLink.letter === null ? null : frame.site.mailLeaves ? (
              <p class="meta">{m.alsoEmailed(newLink.letter, <a href="/newsroom/letters">{m.emails}</a>)}</p>
            ) : (
              <p class="meta">{m.notEmailed(newLink.letter, <a href="/newsroom/letters">{m.noServer}</a>)}</p>
            )}
          </section>
        ) : null}
        <ul class="plain lines">
          {people.map((person) => (
            <li class="person">
              <div>
                <strong>{person.name}</strong> {person.mail ? <span class="meta">{person.mail}</span> : null}
                <p class="meta">
                  {person.disabled ? m.suspended : m.may(person.switches.map((one) => staff.switches[one]))}
                </p>
                <p class="meta">
                  <a href={`/newsroom/log?by=${person.id}`}>
                    {m.activity}
                    <span class="visually-hidden">: {person.name}</span>
                  </a>
                </p>
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
          <div class="pair">
            <div>
              <label for="name">{m.name}</label>
              <input id="name" name="name" required maxlength={80} value={form?.name ?? ''} />
            </div>
            <div>
              <label for="mail">{m.email}</label>
              <input id="mail" name="mail" type="email" value={form?.mail ?? ''} />
            </div>
          </div>
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
