/** What somebody of the staff is told by mail. */

import type { ThresholdKind } from '../../../letters/index.ts'
import { emailsMessages as m } from '../../../messages/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

/** As typed. */
export interface NoticesForm {
  told: boolean
  atLeast: string
  minutes: string
  quietFrom: string
  quietUntil: string
  /** Those that this person may answer. */
  kinds: readonly { kind: ThresholdKind; atLeast: string; hours: string }[]
  /** Whether they may review comments. */
  mayReview: boolean
}

interface StaffNoticesPageProps extends Frame {
  form: NoticesForm
  saved: boolean
  problem?: { field: string; sentence: string }
}

export const renderStaffNoticesPage = ({ form, saved, problem, ...frame }: StaffNoticesPageProps): string => {
  const field = (name: 'atLeast' | 'minutes' | 'quietFrom' | 'quietUntil') => ({
    id: name,
    name,
    inputmode: 'numeric' as const,
    value: form[name],
    ...(problem?.field === name ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'problem' } : {}),
  })
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.toYou,
    here: 'account',
    children: (
      <>
        <p class="meta">
          <a href="/newsroom/account">{m.yourAccount}</a>
        </p>
        <h1>{m.toYou}</h1>
        {saved ? <Done>{m.saved}</Done> : null}
        <Problem sentence={problem?.sentence} />
        {frame.site.mailLeaves ? null : <p class="notice">{m.noServer}</p>}
        {frame.person.mail === null ? <p class="notice">{m.noAddress}</p> : <p>{m.whatTheySay(frame.person.mail)}</p>}
        <form method="post" action="/newsroom/notices" class="stack">
          {form.mayReview ? (
            <>
              <label class="check">
                <input type="checkbox" name="told" value="yes" checked={form.told} /> {m.tellMe}
              </label>
              <div class="pair">
                <div>
                  <label for="atLeast">{m.atLeast}</label>
                  <input {...field('atLeast')} />
                </div>
                <div>
                  <label for="minutes">{m.minutes}</label>
                  <input {...field('minutes')} />
                </div>
              </div>
            </>
          ) : null}
          {form.kinds.length > 0 ? (
            <fieldset>
              <legend>
                {m.alsoOf} <span class="hint">{m.alsoOfHint}</span>
              </legend>
              {form.kinds.map(({ kind, atLeast, hours }) => (
                <div class="pair">
                  <Figure
                    name={`${kind}AtLeast`}
                    label={m.fromNumber(m.told[kind])}
                    value={atLeast}
                    wrong={problem?.field}
                  />
                  <Figure
                    name={`${kind}Hours`}
                    label={m.afterHours(m.told[kind])}
                    value={hours}
                    wrong={problem?.field}
                  />
                </div>
              ))}
              {form.mayReview ? <p class="hint">{m.noticesAtOnce}</p> : null}
            </fieldset>
          ) : null}
          <fieldset>
            <legend>
              {m.quiet} <span class="hint">{m.quietHint(frame.site.timeZone)}</span>
            </legend>
            <div class="pair">
              <div>
                <label for="quietFrom">{m.from}</label>
                <input {...field('quietFrom')} />
              </div>
              <div>
                <label for="quietUntil">{m.until}</label>
                <input {...field('quietUntil')} />
              </div>
            </div>
          </fieldset>
          <p>
            <button class="first" type="submit">
              {m.save}
            </button>
          </p>
        </form>
      </>
    ),
  })
}

const Figure = ({
  name,
  label,
  value,
  wrong,
}: {
  name: string
  label: string
  value: string
  wrong: string | undefined
}) => (
  <div>
    <label for={name}>{label}</label>
    <input
      id={name}
      name={name}
      inputmode="numeric"
      value={value}
      {...(wrong === name ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'problem' } : {})}
    />
  </div>
)
