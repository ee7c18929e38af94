/** Colleagues at a draft: who has it open, who writes where, and that a save would have gone over their words. */
import { draftingMessages as m } from '../../../messages/index.ts'
import { Face } from '../people/face.tsx'
import type { Colleague } from './draft-people.ts'

/** The editor's script goes on with this list as they come, go and write. */
export const WhoIsHere = ({ here }: { here: readonly Colleague[] }) => (
  <ul class="here-too plain" aria-label={m.alsoHere} hidden={here.length === 0}>
    {here.map(({ name, face, where }) => (
      <li>
        <Face name={name} face={face} />
        <bdi>{name}</bdi> <span class="meta">{where === null ? m.hasItOpen : m.writingIn(where)}</span>
      </li>
    ))}
  </ul>
)

/** What was typed is in the form below; who sends it says whether it goes over a colleague's words. */
export const ColleaguesWriting = ({ locked, form }: { locked: readonly Colleague[]; form: string }) => (
  <section class="alert" role="alert">
    <p>{m.writtenByOthers}</p>
    <ul>
      {locked.map(({ name, where }) => (
        <li>
          <bdi>{name}</bdi> {m.writingIn(where ?? m.otherPlace)}
        </li>
      ))}
    </ul>
    <label class="check">
      <input type="checkbox" name="overColleagues" value="1" form={form} /> {m.saveOver}
    </label>
  </section>
)
