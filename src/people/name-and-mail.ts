import { staffMessages as m } from '../messages/index.ts'
import { hidesSomething, NAME_HIDES, showsSomething } from '../text/index.ts'

const LONGEST_NAME = 80

/** A person's name and address as they are kept, or the field that is wrong and a sentence. An empty address is none. */
export function readNameAndMail(typed: {
  name: string
  mail: string
}): { name: string; mail: string | null } | { field: 'name' | 'mail'; problem: string } {
  const name = typed.name.trim()
  const mail = typed.mail.trim().toLowerCase() || null
  if (!showsSomething(name) || name.length > LONGEST_NAME) return { field: 'name', problem: m.needsName }
  if (hidesSomething(name)) return { field: 'name', problem: NAME_HIDES }
  if (mail !== null && !/^[^\s@]+@[^\s@]+$/.test(mail)) return { field: 'mail', problem: m.badAddress(mail) }
  return { name, mail }
}
