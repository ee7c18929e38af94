import { peopleMessages as m, staffMessages as staff } from '../../../messages/index.ts'
import { SWITCHES } from '../../../people/index.ts'

/** Fields that a problem can be about. */
export type PersonField = 'name' | 'mail'

interface NameAndMailProps {
  name: string
  mail: string
  /** Put before the ids of the fields, where a page has several such forms. */
  at?: string
  wrong?: PersonField | undefined
}

export const NameAndMail = ({ name, mail, at = '', wrong }: NameAndMailProps) => {
  const state = (field: PersonField) =>
    wrong === field ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const) : {}
  return (
    <div class="pair">
      <div>
        <label for={`${at}name`}>{m.name}</label>
        <input
          id={`${at}name`}
          name="name"
          required
          maxlength={80}
          autocomplete="off"
          dir="auto"
          value={name}
          {...state('name')}
        />
      </div>
      <div>
        <label for={`${at}mail`}>{m.email}</label>
        <input id={`${at}mail`} name="mail" type="email" autocomplete="off" dir="ltr" value={mail} {...state('mail')} />
      </div>
    </div>
  )
}

export const Switches = ({ chosen }: { chosen: readonly string[] }) => (
  <>
    {SWITCHES.map((one) => (
      <label class="check">
        <input type="checkbox" name="switches" value={one} checked={chosen.includes(one)} /> {staff.switches[one]}
      </label>
    ))}
  </>
)
