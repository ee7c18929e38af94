/** The moment that a form means: clocks may skip a time, or show it twice, and then somebody is asked. */
import { schedulingMessages as m } from '../../../messages/index.ts'
import { momentsOf } from '../../../text/index.ts'
import type { Form } from '../../kit/form.ts'

/** What was typed, where it has to be asked about. */
export interface Asked {
  time: string
  problem: string
  /** The moments that the time may stand for. */
  moments: readonly number[]
}

/** Of the field `at`, as in 2026-11-30T06:00, and of `moment`, where the time comes twice. */
export function chosenMoment(form: Form, timeZone: string): { at: number } | Asked {
  const time = typedTime(form)
  const moments = momentsOf(time, timeZone)
  if (moments === null) return { time, problem: m.notATime, moments: [] }
  const hour = time.slice(11)
  if (moments.length === 0) return { time, problem: m.skipped(hour, timeZone), moments }
  const at = moments.length === 1 ? moments[0] : moments.find((one) => String(one) === form.get('moment'))
  return at === undefined ? { time, problem: m.twice(hour), moments } : { at }
}

/** For a time that was understood and can't be taken. */
export const askedAgain = (form: Form, problem: string): Asked => ({ time: typedTime(form), problem, moments: [] })

const typedTime = (form: Form): string => form.get('at').trim().slice(0, 16)
