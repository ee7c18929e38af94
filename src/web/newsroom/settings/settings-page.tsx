import { settingsMessages as m } from '../../../messages/index.ts'
import { SITE_SETTINGS, type SiteSettings } from '../../../publication/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from './settings-places.tsx'
import { changedMeanwhile, Shown, Theirs } from './shown.tsx'

type SettingName = keyof SiteSettings
type SettingWithWords = { [Name in SettingName]: SiteSettings[Name] extends string ? Name : never }[SettingName]
type Choice = Exclude<SettingName, SettingWithWords>

interface SettingsPageProps extends Frame {
  form: SiteSettings
  /** What the form's sender has seen. */
  shown: Partial<SiteSettings>
  problem?: { field: string; sentence: string }
  /** What somebody else has saved of the same fields meanwhile. */
  theirs?: Partial<SiteSettings>
  saved?: boolean
  /** The name of the only person who may publish; null where there are several. */
  onePublisher: string | null
}

export const renderSettingsPage = (props: SettingsPageProps): string => {
  const { form, shown, problem, theirs, saved, onePublisher, ...frame } = props
  const sentence = theirs
    ? changedMeanwhile((Object.keys(theirs) as SettingName[]).map((name) => SITE_SETTINGS[name].label))
    : problem?.sentence
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="site" />
        <div class="head">
          <h1>{m.title}</h1>
        </div>
        {saved ? <Done>{m.saved}</Done> : null}
        <Problem sentence={sentence} />
        <form method="post" action="/newsroom/settings" class="stack">
          <Shown fields={shown} />
          <WordsField name="name" {...props} />
          <WordsField name="tagline" {...props} />
          <div class="pair">
            <div>
              <WordsField name="language" {...props} />
            </div>
            <div>
              <WordsField name="timeZone" {...props} />
            </div>
          </div>
          <WordsField name="houseRule" {...props} />
          <WordsField name="contact" {...props} />
          <ChoiceField name="commentsOpen" form={form} />
          <ChoiceField name="whoSaysSo" form={form} />
          <ChoiceField name="secondPerson" form={form} />
          {form.secondPerson && onePublisher !== null ? <p class="notice">{m.onlyOnePublishes(onePublisher)}</p> : null}
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

function WordsField({ name, form, problem, theirs }: SettingsPageProps & { name: SettingWithWords }) {
  const { label, hint, longest, required, lines } = SITE_SETTINGS[name]
  const other = theirs?.[name]
  const describedBy = ['problem', ...(other === undefined ? [] : [`theirs-${name}`])].join(' ')
  const state = {
    ...(longest === undefined ? {} : { maxlength: longest }),
    ...(required ? { required } : {}),
    ...(problem?.field === name || other !== undefined
      ? ({ 'aria-invalid': 'true', 'aria-describedby': describedBy } as const)
      : {}),
  }
  return (
    <>
      <label for={name}>
        {label}
        {hint ? (
          <>
            {' '}
            <span class="hint">{hint}</span>
          </>
        ) : null}
      </label>
      {lines === undefined ? (
        <input id={name} name={name} value={form[name]} dir="auto" {...state} />
      ) : (
        <textarea id={name} name={name} rows={lines} dir="auto" {...state}>
          {form[name]}
        </textarea>
      )}
      <Theirs id={`theirs-${name}`} value={other} />
    </>
  )
}

function ChoiceField({ name, form }: { name: Choice; form: SiteSettings }) {
  const { label, hint } = SITE_SETTINGS[name]
  return (
    <label class="check">
      <input type="checkbox" name={name} value="yes" checked={form[name]} />{' '}
      <span>
        {label} {hint ? <span class="hint">{hint}</span> : null}
      </span>
    </label>
  )
}
