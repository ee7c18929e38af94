/**
 * What a form showed when it was opened goes with it, unseen. So a save changes
 * what was changed in the form and nothing else, and where somebody else has
 * changed the same meanwhile, both are shown.
 */
import { settingsMessages as m } from '../../../messages/index.ts'
import { unixLines } from '../../../text/index.ts'
import type { Form } from '../../kit/form.ts'

type Value = string | number | boolean | null

/** A value as a form sends it: of a box that isn't checked, nothing. */
const textOf = (value: Value): string =>
  value === true ? 'yes' : value === false || value === null ? '' : String(value)

export const Shown = ({ fields }: { fields: Readonly<Record<string, Value>> }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={`shown-${name}`} value={textOf(value)} />
    ))}
  </>
)

/** What a form showed in these fields; those of which it says nothing are left out. */
export const shownIn = <Name extends string>(form: Form, names: readonly Name[]): Partial<Record<Name, string>> =>
  Object.fromEntries(
    names.flatMap((name) =>
      form
        .all(`shown-${name}`)
        .slice(0, 1)
        .map((text) => [name, unixLines(text)]),
    ),
  ) as Partial<Record<Name, string>>

/** Why nothing was kept, where somebody else has changed these meanwhile; what they put there stands by each field. */
export const changedMeanwhile = (labels: readonly string[]): string => m.changedMeanwhile(labels)

/** What somebody else has put into a field meanwhile. */
export const Theirs = ({ id, value }: { id: string; value: string | undefined }) =>
  value === undefined ? null : (
    <div class="theirs" id={id}>
      <p class="meta">{m.theirs}</p>
      {value === '' ? <p class="empty">{m.emptied}</p> : <blockquote dir="auto">{value}</blockquote>}
    </div>
  )
