import { schedulingMessages as m } from '../../../messages/index.ts'
import type { Site } from '../../site/kit/props.ts'
import type { Asked } from './chosen-moment.ts'

interface TimeFieldsProps {
  site: Site
  /** Sets the field apart from others on the page. */
  id: string
  label: string
  /** What stands in it while nothing was typed. */
  value?: string
  asked?: Asked | undefined
}

/** What has to be put right, a day and a time, and which of two moments it means. */
export const TimeFields = ({ site, id, label, value = '', asked }: TimeFieldsProps) => {
  const isTwice = asked !== undefined && asked.moments.length > 1
  return (
    <>
      {asked ? (
        <p class="alert" role="alert" id={`${id}-problem`}>
          {asked.problem}
        </p>
      ) : null}
      <label for={`${id}-at`}>
        {label} <span class="hint">{m.timeZone(site.timeZone)}</span>
      </label>
      <input
        id={`${id}-at`}
        name="at"
        type="datetime-local"
        required
        value={asked?.time ?? value}
        {...(asked ? ({ 'aria-invalid': 'true', 'aria-describedby': `${id}-problem` } as const) : {})}
      />
      {isTwice
        ? [m.first, m.second].map((choice, index) => (
            <label class="check">
              <input type="radio" name="moment" value={String(asked.moments[index])} required /> {choice}
            </label>
          ))
        : null}
    </>
  )
}
