/** What a moderator is told by mail. */
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
    title: 'Emails to you',
    here: 'account',
    children: (
      <>
        <p class="meta">
          <a href="/newsroom/account">Your account</a>
        </p>
        <h1>Emails to you</h1>
        {saved ? <Done>Saved.</Done> : null}
        <Problem sentence={problem?.sentence} />
        {frame.site.mailLeaves ? null : (
          <p class="notice">No mail server is set up, so no email reaches you yet, whatever you choose here.</p>
        )}
        {frame.person.mail === null ? (
          <p class="notice">
            There is no email address for you, so we can’t send you any. Someone who may change settings can add people
            with one, under People.
          </p>
        ) : (
          <p>
            They go to {frame.person.mail}, at most once an hour. Each says how many comments wait and on which stories,
            with a link to a page where you can decide the oldest; and how many appeals, reports and legal notices wait
            for an answer. No comment is quoted.
          </p>
        )}
        <form method="post" action="/newsroom/notices" class="stack">
          <label class="check">
            <input type="checkbox" name="told" value="yes" checked={form.told} /> Tell me when comments, appeals or
            reports wait too long
          </label>
          <div class="pair">
            <div>
              <label for="atLeast">Number of comments</label>
              <input {...field('atLeast')} />
            </div>
            <div>
              <label for="minutes">that have waited this many minutes</label>
              <input {...field('minutes')} />
            </div>
          </div>
          <p class="hint">
            One appeal, report or legal notice is enough, once it has waited that long. You are reminded of it once a
            day.
          </p>
          <fieldset>
            <legend>
              Not between these hours{' '}
              <span class="hint">0 to 23, as the clock shows in {frame.site.timeZone}. Leave both empty for none.</span>
            </legend>
            <div class="pair">
              <div>
                <label for="quietFrom">From</label>
                <input {...field('quietFrom')} />
              </div>
              <div>
                <label for="quietUntil">Until</label>
                <input {...field('quietUntil')} />
              </div>
            </div>
          </fieldset>
          <p>
            <button class="first" type="submit">
              Save
            </button>
          </p>
        </form>
      </>
    ),
  })
}
