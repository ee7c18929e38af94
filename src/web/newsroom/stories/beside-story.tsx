import { storyMessages as m } from '../../../messages/index.ts'
import type { StoryEditPageProps } from '../kit/props.ts'

/** What the copy desk found in the draft as it was saved, and how much of it is somebody's own words. */
export const DeskFindings = ({ findings, quoted }: Pick<StoryEditPageProps, 'findings' | 'quoted'>) => (
  <section>
    <h2>{m.copyDesk}</h2>
    {findings.length === 0 ? <p class="empty">{m.noProblems}</p> : null}
    <ul class="plain lines">
      {findings.map(({ severity, sentence }) => (
        <li>
          <span class={`label severity-${severity}`}>{m.severities[severity]}</span>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
    {quoted > 0 ? <p class="meta">{m.quoted(Math.round(quoted * 100))}</p> : null}
  </section>
)

/** In one line who says what in the draft as it was saved; all of it stands on a page of its own. */
export const WhoSaysWhat = ({ path, said }: { path: string; said: StoryEditPageProps['said'] }) => (
  <section>
    <h2>{m.whoSaysWhat}</h2>
    {said.statements === 0 ? (
      <p class="empty">{m.noStatements}</p>
    ) : (
      <p>{m.statements(said.statements, said.withoutSpeaker, said.withoutSource)}</p>
    )}
    <p>
      <a href={`${path}/reading`}>{m.openReading}</a>
    </p>
  </section>
)
