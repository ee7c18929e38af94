/** A sponsor, ads.txt and the tags of search consoles. */

import { ADVERT_FIELDS, type Adverts } from '../../../adverts/index.ts'
import { advertMessages, advertsPageMessages as m } from '../../../messages/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { SponsorPlace, type SponsorView } from '../../site/kit/sponsor.tsx'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { ACCEPTED } from '../pictures/accepted.ts'
import { SettingsPlaces } from './settings-places.tsx'
import { changedMeanwhile, Shown, Theirs } from './shown.tsx'

interface AdvertsPageProps extends Frame {
  form: Adverts
  /** What the form's sender has seen. */
  shown: Partial<Adverts>
  /** As readers see it now. */
  sponsor: SponsorView | null
  problem?: { field: keyof Adverts; sentence: string }
  /** What somebody else has saved of the same fields meanwhile. */
  theirs?: Partial<Adverts>
  saved?: boolean
}

export const renderAdvertsPage = (props: AdvertsPageProps): string => {
  const { form, shown, sponsor, problem, theirs, saved, ...frame } = props
  const sentence = theirs
    ? changedMeanwhile(ADVERT_FIELDS.filter((name) => name in theirs).map((name) => advertMessages.fields[name]))
    : problem?.sentence
  const field = { form, ...(problem ? { problem } : {}), ...(theirs ? { theirs } : {}) }
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="adverts" />
        <h1>{m.title}</h1>
        {saved ? <Done>{m.saved}</Done> : null}
        <Problem sentence={sentence} />
        <p class="meta">{m.lead}</p>
        <form method="post" action="/newsroom/adverts" enctype="multipart/form-data" class="stack">
          <Shown fields={{ ...shown }} />
          <input type="hidden" name="sponsorPicture" value={form.sponsorPicture} />
          <Field {...field} name="sponsorName" hint={m.nameHint} />
          <Field {...field} name="sponsorWords" hint={m.wordsHint} lines={3} />
          <Field {...field} name="sponsorLink" hint={m.linkHint} ltr />
          <label for="sponsorFile">
            {m.picture} <span class="hint">{m.pictureHint}</span>
          </label>
          <input id="sponsorFile" type="file" name="sponsorFile" accept={ACCEPTED} />
          {form.sponsorPicture ? (
            <label class="check">
              <input type="checkbox" name="sponsorNoPicture" value="yes" /> {m.removePicture}
            </label>
          ) : null}
          <h2>{m.ads}</h2>
          <Field {...field} name="adsTxt" hint={m.adsHint} lines={6} ltr />
          <h2>{m.tags}</h2>
          <Field {...field} name="siteTags" hint={m.tagsHint} lines={3} ltr />
          <p class="hint">{m.noCode}</p>
          <p>
            <button class="first" type="submit">
              {m.save}
            </button>
          </p>
        </form>
        {sponsor ? (
          <section aria-labelledby="looks-so">
            <h2 id="looks-so">{m.looksSo}</h2>
            <SponsorPlace sponsor={sponsor} />
          </section>
        ) : null}
      </>
    ),
  })
}

interface FieldProps extends Pick<AdvertsPageProps, 'form' | 'problem' | 'theirs'> {
  name: keyof Adverts
  hint: string
  lines?: number
  /** Codes and addresses run from left to right on any page. */
  ltr?: true
}

function Field({ form, problem, theirs, name, hint, lines, ltr }: FieldProps) {
  const other = theirs?.[name]
  const described = [`${name}-hint`, ...(other === undefined ? [] : [`theirs-${name}`])]
  const state =
    problem?.field === name || other !== undefined
      ? ({ 'aria-invalid': 'true', 'aria-describedby': ['problem', ...described].join(' ') } as const)
      : ({ 'aria-describedby': described.join(' ') } as const)
  const dir = ltr ? 'ltr' : 'auto'
  return (
    <>
      <label for={name}>
        {advertMessages.fields[name]}{' '}
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      </label>
      {lines === undefined ? (
        <input id={name} name={name} value={escapedText(form[name])} dir={dir} {...state} />
      ) : (
        <textarea id={name} name={name} rows={lines} dir={dir} {...state}>
          {escapedText(`\n${form[name]}`)}
        </textarea>
      )}
      <Theirs id={`theirs-${name}`} value={other} />
    </>
  )
}
