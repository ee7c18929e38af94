/** "Who says so": under a story, each speaker with what they say in it. */
import { saidMessages as m } from '../../../messages/index.ts'
import type { Site } from '../kit/props.ts'
import type { SaidView, SpeakerView, WhoSaysSo } from './said-props.ts'
import { Said } from './said-view.tsx'

/** What stands open; the rest unfolds. */
const OPEN_SPEAKERS = 6
const OPEN_STATEMENTS = 3

/** Nothing where the story has no statement: an empty heading would say that nobody knows anything. */
export const SaidPanel = ({ site, said: { speakers } }: { site: Site; said: WhoSaysSo }) => {
  if (speakers.length === 0) return null
  const statements = speakers.reduce((sum, speaker) => sum + speaker.statements.length, 0)
  const named = speakers.filter(({ label }) => label !== '').length
  const later = speakers.slice(OPEN_SPEAKERS)
  return (
    <section class="said" aria-labelledby="who-says-so">
      <h2 id="who-says-so">{m.whoSaysSo}</h2>
      <p class="meta">{named === 0 ? m.inThisStoryUnnamed(statements) : m.inThisStory(statements, named)}</p>
      <Speakers site={site} speakers={speakers.slice(0, OPEN_SPEAKERS)} />
      {later.length > 0 ? (
        <details>
          <summary>{m.moreSpeakers(later.length)}</summary>
          <Speakers site={site} speakers={later} />
        </details>
      ) : null}
      <p class="meta elsewhere">
        <a href="/said">{m.searchAll}</a>
      </p>
    </section>
  )
}

const Speakers = ({ site, speakers }: { site: Site; speakers: readonly SpeakerView[] }) => (
  <ul class="plain speakers">
    {speakers.map((speaker) => (
      <li>
        <h3>
          {speaker.path ? <a href={speaker.path}>{speaker.label}</a> : speaker.label || m.speakerUnknown}{' '}
          {speaker.roles.length > 0 ? <span class="meta">{speaker.roles.join(', ')}</span> : null}
        </h3>
        <Statements site={site} statements={speaker.statements} of={speaker.label} />
      </li>
    ))}
  </ul>
)

const Statements = ({ site, statements, of }: { site: Site; statements: readonly SaidView[]; of: string }) => {
  // One that would unfold alone takes as little room unfolded.
  const open = statements.length === OPEN_STATEMENTS + 1 ? statements.length : OPEN_STATEMENTS
  return (
    <>
      <List site={site} statements={statements.slice(0, open)} />
      {statements.length > open ? (
        <details>
          <summary>
            {m.moreStatements(statements.length - open)}
            {of ? <span class="visually-hidden">{m.byName(of)}</span> : null}
          </summary>
          <List site={site} statements={statements.slice(open)} />
        </details>
      ) : null}
    </>
  )
}

const List = ({ site, statements }: { site: Site; statements: readonly SaidView[] }) => (
  <ol class="plain">
    {statements.map((said) => (
      <li>
        <Said site={site} said={said} />
      </li>
    ))}
  </ol>
)
