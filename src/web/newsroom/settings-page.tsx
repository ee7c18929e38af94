import type { SiteSettings } from '../../story/index.ts'
import { Done, newsroomDocument, Problem } from './layout.tsx'
import type { Frame } from './props.ts'

interface SettingsPageProps extends Frame {
  form: SiteSettings
  problem?: { field: string; sentence: string }
  saved?: boolean
}

export const renderSettingsPage = ({ form, problem, saved, ...frame }: SettingsPageProps): string => {
  const state = (field: string) =>
    problem?.field === field ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const) : {}
  return newsroomDocument({
    site: frame.site,
    frame,
    title: 'Settings',
    here: 'settings',
    children: (
      <>
        <div class="head">
          <h1>Settings</h1>
          <p class="acts">
            <a href="/newsroom/letters">Letters</a>
            <a href="/newsroom/work">Work in the background</a>
          </p>
        </div>
        {saved ? <Done>Saved. Every page of the site shows it now.</Done> : null}
        <Problem sentence={problem?.sentence} />
        <form method="post" action="/newsroom/settings" class="stack">
          <label for="name">The site’s name</label>
          <input id="name" name="name" required maxlength={80} value={form.name} dir="auto" {...state('name')} />
          <label for="tagline">The line under it</label>
          <input id="tagline" name="tagline" maxlength={160} value={form.tagline} dir="auto" {...state('tagline')} />
          <div class="pair">
            <div>
              <label for="language">
                Language <span class="hint">A code such as en, de or ar.</span>
              </label>
              <input id="language" name="language" required value={form.language} {...state('language')} />
            </div>
            <div>
              <label for="timeZone">
                Time zone <span class="hint">A name such as Europe/Berlin.</span>
              </label>
              <input id="timeZone" name="timeZone" required value={form.timeZone} {...state('timeZone')} />
            </div>
          </div>
          <label for="houseRule">
            House rule <span class="hint">Stands over every comment form.</span>
          </label>
          <textarea id="houseRule" name="houseRule" rows={4} maxlength={2000} dir="auto" {...state('houseRule')}>
            {form.houseRule}
          </textarea>
          <label for="contact">
            How readers reach you{' '}
            <span class="hint">
              A mail address, say. It stands in the house rules, and who is banned is told to object there.
            </span>
          </label>
          <input id="contact" name="contact" maxlength={200} value={form.contact} dir="auto" {...state('contact')} />
          <label class="check">
            <input type="checkbox" name="commentsOpen" value="yes" checked={form.commentsOpen} /> Comments are open on
            new stories
          </label>
          <label class="check">
            <input type="checkbox" name="whoSaysSo" value="yes" checked={form.whoSaysSo} /> “Who says so” stands under
            new stories
          </label>
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
