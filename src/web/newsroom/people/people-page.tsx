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

const MEANS: Record<(typeof SWITCHES)[number], string> = {
  write: 'write stories and change their own',
  'edit others': 'change colleagues’ stories',
  publish: 'publish and take off the site',
  moderate: 'review comments',
  settings: 'change settings and people',
}

const Switches = ({ chosen }: { chosen: readonly string[] }) => (
  <>
    {SWITCHES.map((one) => (
      <label class="check">
        <input type="checkbox" name="switches" value={one} checked={chosen.includes(one)} /> {MEANS[one]}
      </label>
    ))}
  </>
)

export const renderPeoplePage = ({ people, problem, newLink, form, ...frame }: PeoplePageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: 'People',
    here: 'people',
    children: (
      <>
        <h1>People</h1>
        <Problem sentence={problem} />
        {newLink ? (
          <section class="notice" role="status">
            <label for="new-link">
              A sign-in link for {newLink.name}{' '}
              <span class="hint">It works once, for 24 hours, and is shown only here. Send it to them yourself.</span>
            </label>
            <input id="new-link" value={newLink.url} readonly dir="ltr" />
            {newLink.letter === null ? null : frame.site.mailLeaves ? (
              <p class="meta">
                We’re also emailing a link to {newLink.letter}; <a href="/newsroom/letters">Emails</a> shows whether it
                was sent.
              </p>
            ) : (
              <p class="meta">
                Nothing is emailed to {newLink.letter}, because <a href="/newsroom/letters">no mail server is set up</a>
                .
              </p>
            )}
          </section>
        ) : null}
        <ul class="plain lines">
          {people.map((person) => (
            <li class="person">
              <div>
                <strong>{person.name}</strong> {person.mail ? <span class="meta">{person.mail}</span> : null}
                <p class="meta">
                  {person.disabled
                    ? 'Suspended: can’t sign in'
                    : `May ${person.switches.map((one) => MEANS[one]).join(', ')}`}
                </p>
                <p class="meta">
                  <a href={`/newsroom/log?by=${person.id}`}>
                    Activity<span class="visually-hidden">: {person.name}</span>
                  </a>
                </p>
                {person.disabled ? null : (
                  <details>
                    <summary>
                      Change what they may do<span class="visually-hidden">: {person.name}</span>
                    </summary>
                    <form method="post" action={`/newsroom/people/${person.id}/switches`}>
                      {person.switches.map((one) => (
                        <input type="hidden" name="shown-switches" value={one} />
                      ))}
                      <Switches chosen={person.switches} />
                      <button type="submit">
                        Save<span class="visually-hidden"> for {person.name}</span>
                      </button>
                    </form>
                  </details>
                )}
              </div>
              <div class="acts">
                {person.disabled ? (
                  <form method="post" action={`/newsroom/people/${person.id}/enable`}>
                    <button type="submit">
                      Let in again<span class="visually-hidden">: {person.name}</span>
                    </button>
                  </form>
                ) : (
                  <>
                    <form method="post" action={`/newsroom/people/${person.id}/link`}>
                      <button type="submit">
                        New sign-in link<span class="visually-hidden"> for {person.name}</span>
                      </button>
                    </form>
                    <form method="post" action={`/newsroom/people/${person.id}/disable`}>
                      <button type="submit">
                        Suspend<span class="visually-hidden">: {person.name}</span>
                      </button>
                    </form>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
        <h2>Add someone</h2>
        <form method="post" action="/newsroom/people" class="stack">
          <div class="pair">
            <div>
              <label for="name">Name</label>
              <input id="name" name="name" required maxlength={80} value={form?.name ?? ''} />
            </div>
            <div>
              <label for="mail">Email (optional)</label>
              <input id="mail" name="mail" type="email" value={form?.mail ?? ''} />
            </div>
          </div>
          <fieldset>
            <legend>May</legend>
            <Switches chosen={form?.switches ?? []} />
          </fieldset>
          <p>
            <button class="first" type="submit">
              Add, and make a sign-in link
            </button>
          </p>
        </form>
      </>
    ),
  })
