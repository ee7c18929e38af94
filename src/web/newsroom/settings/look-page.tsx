/** How the paper looks: colour and typefaces with a preview, logo, icon. */
import type { Child } from 'hono/jsx'
import { accentOf, type Hex, type Look, type LookPicture, type TypePairName } from '../../../look/index.ts'
import { lookMessages, lookPageMessages as m } from '../../../messages/index.ts'
import { iconAddress } from '../../site/kit/head-links.tsx'
import { NameLink } from '../../site/kit/nameplate.tsx'
import type { Site } from '../../site/kit/props.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from './settings-places.tsx'
import { changedMeanwhile, Shown, Theirs } from './shown.tsx'

export interface LookForm {
  accent: string
  type: string
}

/** What a pair costs, and where what its makers ask to be kept is. */
export interface PairFacts {
  name: TypePairName
  /** Of the fonts that a first page takes. */
  kilobytes: number
  licences: readonly { family: string; address: string }[]
}

interface LookPageProps extends Frame {
  /** As it is kept. */
  look: Look
  form: LookForm
  /** The form's colour, or the kept one where that is none. */
  accent: Hex
  /** What the form’s sender has seen. */
  shown: Partial<LookForm>
  pairs: readonly PairFacts[]
  previewStyles: string
  saved?: boolean
  tried?: boolean
  problem?: { field: 'accent' | 'type' | LookPicture; sentence: string }
  theirs?: Partial<LookForm>
}

export const renderLookPage = (props: LookPageProps): string => {
  const { site, person, now, waiting, moreWaiting, objections, toDo, toDoScript, reviewScript } = props
  const { saved, problem, theirs, shown } = props
  const frame: Frame = { site, person, now, waiting, moreWaiting, objections, toDo, toDoScript, reviewScript }
  const sentence = theirs
    ? changedMeanwhile((Object.keys(theirs) as (keyof LookForm)[]).map((one) => lookMessages.fields[one]))
    : problem?.sentence
  return newsroomDocument({
    site,
    frame,
    title: m.title,
    here: 'settings',
    styles: props.previewStyles,
    children: (
      <>
        <SettingsPlaces here="look" />
        <h1>{m.title}</h1>
        {saved ? <Done>{m.saved}</Done> : null}
        <Problem sentence={sentence} />
        <p class="meta">{m.lead}</p>
        <form method="post" action="/newsroom/look" class="stack">
          <Shown fields={{ ...shown }} />
          <AccentField {...props} />
          <TypeField {...props} />
          <p class="acts">
            <button class="first" type="submit">
              {m.save}
            </button>
            <button type="submit" name="act" value="try">
              {m.tryIt}
            </button>
          </p>
        </form>
        <Preview {...props} />
        <LogoForm {...props} place="logo" />
        <LogoForm {...props} place="logoDark" />
        <IconForm {...props} />
      </>
    ),
  })
}

function AccentField({ form, accent, problem, theirs }: LookPageProps) {
  const { light, dark } = accentOf(accent)
  const state =
    problem?.field === 'accent' || theirs?.accent !== undefined
      ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem accent-hint' } as const)
      : ({ 'aria-describedby': 'accent-hint' } as const)
  return (
    <fieldset>
      <legend>
        {m.accent}{' '}
        <span class="hint" id="accent-hint">
          {m.accentHint}
        </span>
      </legend>
      <input type="hidden" name="accent-was" value={accent} />
      <p class="accent-fields">
        <input type="color" name="picked" value={accent} aria-label={m.picker} />
        <input name="accent" value={form.accent} aria-label={m.digits} maxlength={7} size={9} dir="ltr" {...state} />
      </p>
      <Theirs id="theirs-accent" value={theirs?.accent} />
      {light === accent && dark === accent ? <p class="hint">{m.accentIsRead}</p> : null}
      {light === accent ? null : <p class="hint">{m.tooPale(<code>{accent}</code>, <code>{light}</code>)}</p>}
      {dark === accent ? null : <p class="hint">{m.tooDark(<code>{accent}</code>, <code>{dark}</code>)}</p>}
    </fieldset>
  )
}

const TypeField = ({ form, pairs, site, theirs }: LookPageProps) => (
  <fieldset>
    <legend>
      {m.type} <span class="hint">{m.typeHint}</span>
    </legend>
    <ul class="plain pairs">
      {pairs.map(({ name, kilobytes, licences }) => (
        <li>
          <label>
            <input type="radio" name="type" value={name} checked={form.type === name} />
            <span>
              <span class={`pair-sample type-${name}`}>{site.name}</span>
              {m.pairs[name].name}
              <span class="hint">
                {m.pairs[name].words} {kilobytes > 0 ? m.weighs(kilobytes) : ''}
              </span>
            </span>
          </label>
          {licences.length > 0 ? (
            <p class="meta">
              {m.licence}:{' '}
              {licences.map(({ family, address }) => (
                <>
                  <a href={address}>{family}</a>{' '}
                </>
              ))}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
    <Theirs
      id="theirs-type"
      value={theirs?.type === undefined ? undefined : m.pairs[theirs.type as TypePairName].name}
    />
  </fieldset>
)

const Preview = ({ form, site, tried }: LookPageProps) => (
  <section aria-labelledby="preview">
    <h2 id="preview">{m.preview}</h2>
    {tried ? <Done>{m.tried}</Done> : null}
    <div class="previews">
      {(['light', 'dark'] as const).map((side) => (
        <figure>
          <figcaption class="label">{side === 'light' ? m.light : m.dark}</figcaption>
          <div class={`sample page-${side} type-${form.type}`}>
            <p class="sample-name">{site.name}</p>
            <p class="label spot">{m.sampleLabel}</p>
            <p class="sample-headline">{m.sampleHeadline}</p>
            <p>{m.sampleText(<a href="#preview">{m.sampleLink}</a>)}</p>
            <p>
              <span class="button first">{m.sampleButton}</span>
            </p>
          </div>
        </figure>
      ))}
    </div>
  </section>
)

function LogoForm({ place, ...props }: LookPageProps & { place: 'logo' | 'logoDark' }) {
  const { site, look } = props
  const logo = place === 'logo' ? site.dress.logo : site.dress.logoDark
  if (place === 'logoDark' && look.logo === '') return null
  return (
    <PictureForm {...props} place={place}>
      {logo ? (
        <div class={`sample nameplate ${place === 'logo' ? 'page-light' : 'page-dark'}`}>
          <NameLink site={alone(site, logo)} />
        </div>
      ) : place === 'logo' ? (
        <p class="empty">{m.noLogo}</p>
      ) : null}
    </PictureForm>
  )
}

/** The site with one logo, whatever the screen: it is shown on a ground of its own. */
const alone = (site: Site, logo: NonNullable<Site['dress']['logo']>): Site => ({
  ...site,
  dress: { ...site.dress, logo, logoDark: logo },
})

const IconForm = (props: LookPageProps) => {
  const icon = (file: string, size: number, words: string, shape = '') => (
    <figure>
      <img
        class={shape}
        src={iconAddress(props.site.dress.iconVersion, file)}
        width={size}
        height={size}
        alt=""
        loading="lazy"
      />
      <figcaption class="meta">{words}</figcaption>
    </figure>
  )
  return (
    <PictureForm {...props} place="icon">
      <div class="icons">
        {icon('512.png', 128, m.iconSizes['512.png'])}
        {icon('maskable.png', 96, m.iconSizes.maskable, 'round')}
        {icon('180.png', 90, m.iconSizes['180.png'], 'squircle')}
        {icon('32.png', 16, m.iconSizes['32.png'])}
      </div>
    </PictureForm>
  )
}

function PictureForm({ place, look, problem, children }: LookPageProps & { place: LookPicture; children?: Child }) {
  const { title, hint } = m.pictures[place]
  const isThere = look[place] !== ''
  return (
    <section aria-labelledby={place}>
      <h2 id={place}>{title}</h2>
      {children}
      <form method="post" action={`/newsroom/look/${place}`} enctype="multipart/form-data" class="stack">
        <input type="hidden" name="shown" value={look[place]} />
        <label for={`${place}-file`}>
          {m.choose} <span class="hint">{hint}</span>
        </label>
        <input
          id={`${place}-file`}
          type="file"
          name="file"
          accept="image/png,image/webp,image/avif,image/jpeg"
          {...(problem?.field === place ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const) : {})}
        />
        <p class="acts">
          <button type="submit">{isThere ? m.replace : m.upload}</button>
          {isThere ? (
            <button type="submit" name="act" value="remove" class="quiet">
              {m.remove}
            </button>
          ) : null}
        </p>
      </form>
    </section>
  )
}
