/** What the doors of the newsroom and of readers' accounts are made of. */
import type { Child } from 'hono/jsx'
import { errorMessages as m } from '../../messages/index.ts'

/**
 * A form whose answer a device gives; hidden until the browser has said that
 * it can. `ask` is the address that begins it, `action` takes the answer.
 */
export const PasskeyDoor = ({
  ask,
  action,
  way,
  label,
  children,
}: {
  ask: string
  action: string
  way: 'make' | 'sign'
  label: string
  children?: Child
}) => (
  <passkey-door data-ask={ask} data-way={way} hidden>
    <form method="post" action={action} enctype="multipart/form-data" class="stack">
      <input type="hidden" name="step" value="" />
      <input type="hidden" name="answer" value="" />
      {children}
      <p>
        <button type="submit">{label}</button>
      </p>
      <p class="alert" role="alert" data-problem hidden></p>
    </form>
  </passkey-door>
)

/** A box that shows what is typed in the field of that id. */
export const ShowPassword = ({ field }: { field: string }) => (
  <show-password data-for={field} hidden>
    <label class="check">
      <input type="checkbox" /> {m.showPassword}
    </label>
  </show-password>
)
