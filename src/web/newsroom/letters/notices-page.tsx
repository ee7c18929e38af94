/** What a moderator is told by mail. */
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
          <p class="hint">{m.oneIsEnough}</p>
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
