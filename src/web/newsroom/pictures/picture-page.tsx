/** One picture: what is said of it, what stays in view, where it is used, and another file in its place. */

import { type LibraryPicture, libraryAddress, type Preparation, renditionAddress } from '../../../media/index.ts'
import { libraryMessages as m } from '../../../messages/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { focusClass } from '../../site/kit/picture-focus.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import { MadeWithAiFields } from '../kit/made-with-ai-fields.tsx'
import type { Frame } from '../kit/props.ts'
import { ACCEPTED } from './accepted.ts'
import type { PictureForm } from './picture-form.ts'
import { PictureImage } from './picture-image.tsx'
import type { PicturePlace } from './picture-places.ts'

export interface PicturePageProps extends Frame {
  picture: LibraryPicture
  form: PictureForm
  addedBy: string | null
  uses: readonly { storyId: string; headline: string; published: boolean }[]
  /** What else shows it. */
  places: readonly PicturePlace[]
  /** Those of other pictures, offered to choose from. */
  credits: readonly string[]
  rights: readonly string[]
  /** Undefined where all sizes are there. */
  preparation: Preparation | undefined
  /** Whether this person may replace and delete it. */
  mayReplace: boolean
  done?: string
  problem?: string
}

/** Of the picture that is clicked, in pixels; library.css has the same. */
const FOCUS_WIDTH = 280

/** Every shape that readers' pages crop to. */
const SHAPES = ['card', 'small', 'square'] as const

export const renderPicturePage = (props: PicturePageProps): string => {
  const { picture, form, addedBy, uses, places, credits, rights, preparation, mayReplace, done, problem, ...frame } =
    props
  const small = smallest(picture)
  const action = `/newsroom/pictures/${picture.id}`
  return newsroomDocument({
    site: frame.site,
    frame,
    title: picture.caption || picture.name,
    here: 'pictures',
    wide: true,
    children: (
      <>
        <p>
          <a href="/newsroom/pictures">{m.toLibrary}</a>
        </p>
        <h1 dir="auto">{picture.caption || picture.name}</h1>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        <div class="picture-sides">
          <section class="picture-large">
            <PictureImage picture={picture} sizes="(min-width: 60rem) 40rem, 100vw" alt={picture.caption} />
            {small ? <Focus picture={picture} small={small} action={`${action}/focus`} /> : null}
            {small ? (
              <>
                <h2>{m.crops}</h2>
                <ul class="plain crops">
                  {SHAPES.map((shape) => (
                    <li>
                      <img
                        class={['crop', shape, focusClass(picture.focus)].filter(Boolean).join(' ')}
                        src={small}
                        alt={m.crop(m.shapes[shape])}
                      />
                      <span class="meta" aria-hidden="true">
                        {m.shapes[shape]}
                      </span>
                    </li>
                  ))}
                </ul>
                <p class="hint">{m.uncropped}</p>
              </>
            ) : null}
          </section>
          <div>
            <form method="post" action={action} class="stack">
              <h2>{m.details}</h2>
              <label for="caption">{m.caption}</label>
              <textarea id="caption" name="caption" rows={3} dir="auto">{`\n${form.caption}`}</textarea>
              <Field name="credit" label={m.credit} hint={m.creditHint} value={form.credit} offered={credits} />
              <Field name="rights" label={m.rights} value={form.rights} offered={rights} />
              <Field name="place" label={m.place} value={form.place} />
              <Field name="taken" label={m.taken} hint={m.takenHint} value={form.taken} />
              <MadeWithAiFields value={form.madeWithAi} of="picture" />
              <p>
                <button class="first" type="submit">
                  {m.save}
                </button>
              </p>
            </form>
            <Uses uses={uses} places={places} />
            <p class="hint">
              {m.inBody(<code>{`{figure ${libraryAddress(picture.id)} | ${m.altHere} | ${picture.caption}}`}</code>)}
            </p>
            <About {...{ site: frame.site, picture, addedBy, action, preparation }} />
            {mayReplace ? <Replace action={action} isUsed={uses.length + places.length > 0} /> : null}
          </div>
        </div>
      </>
    ),
  })
}

const smallest = ({ file, renditions: [first] }: LibraryPicture): string => (first ? renditionAddress(file, first) : '')

/** What stays in view: by a click on the picture, or by two sliders, which keys move as well. */
const Focus = ({
  picture: { width, height, focus },
  small,
  action,
}: {
  picture: LibraryPicture
  small: string
  action: string
}) => (
  <>
    <h2>{m.focus}</h2>
    <p class="hint">{m.focusHint}</p>
    <form method="post" action={action} class="focus" dir="ltr">
      <input type="hidden" name="shown-width" value={String(FOCUS_WIDTH)} />
      <input type="image" name="focus" src={small} width={FOCUS_WIDTH} alt={m.focusSet} tabindex={-1} />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <circle cx={(focus.x * width) / 1000} cy={(focus.y * height) / 1000} r={width / 28} />
      </svg>
    </form>
    <form method="post" action={action} class="focus-sliders">
      <label for="across">{m.across}</label>
      <input id="across" name="across" type="range" min="0" max="100" step="5" value={focus.x / 10} dir="ltr" />
      <label for="down">{m.down}</label>
      <input id="down" name="down" type="range" min="0" max="100" step="5" value={focus.y / 10} dir="ltr" />
      <button type="submit">{m.focusSet}</button>
    </form>
  </>
)

interface FieldProps {
  name: string
  label: string
  hint?: string
  value: string
  /** What other pictures have there. */
  offered?: readonly string[]
}

const Field = ({ name, label, hint, value, offered = [] }: FieldProps) => (
  <>
    <label for={name}>
      {label} {hint ? <span class="hint">{hint}</span> : null}
    </label>
    {offered.length === 0 ? (
      <input id={name} name={name} value={value} dir="auto" />
    ) : (
      <>
        <input id={name} name={name} value={value} dir="auto" list={`${name}-offered`} autocomplete="off" />
        <datalist id={`${name}-offered`}>
          {offered.map((one) => (
            <option value={one} />
          ))}
        </datalist>
      </>
    )}
  </>
)

const Uses = ({ uses, places }: Pick<PicturePageProps, 'uses' | 'places'>) => (
  <section>
    <h2>{m.uses}</h2>
    {uses.length + places.length === 0 ? (
      <p class="empty">{m.notUsed}</p>
    ) : (
      <ul class="plain lines">
        {uses.map(({ storyId, headline, published }) => (
          <li>
            <a href={`/newsroom/stories/${storyId}`} dir="auto">
              {headline}
            </a>{' '}
            {published ? null : <span class="label">{m.draftOnly}</span>}
          </li>
        ))}
        {places.map(({ words, href }) => (
          <li dir="auto">{href ? <a href={href}>{words}</a> : words}</li>
        ))}
      </ul>
    )}
  </section>
)

const About = ({
  site,
  picture,
  addedBy,
  action,
  preparation,
}: Pick<PicturePageProps, 'site' | 'picture' | 'addedBy' | 'preparation'> & { action: string }) => (
  <section>
    <h2>{m.file}</h2>
    <ul class="plain lines">
      <li>{m.fileName(picture.name)}</li>
      <li>{m.size(picture.width, picture.height, picture.bytes)}</li>
      <li>
        <span>
          {m.addedBy(
            addedBy ?? m.someone,
            <time datetime={instant(picture.addedAt)}>{dayAndTime(site, picture.addedAt)}</time>,
          )}
        </span>
      </li>
      {preparation ? <li>{m.preparation[preparation]}</li> : null}
      {picture.animated ? <li>{m.moving}</li> : null}
      {picture.ai === '' ? null : (
        <li>
          {picture.ai === 'made' ? m.aiMade : m.aiEdited} {picture.aiSystem ? m.aiSystem(picture.aiSystem) : ''}
        </li>
      )}
      {picture.credentials ? <li>{m.credentials}</li> : null}
      <li>
        <a href={`${action}/original`}>{m.original}</a>
      </li>
    </ul>
  </section>
)

const Replace = ({ action, isUsed }: { action: string; isUsed: boolean }) => (
  <>
    <form method="post" action={`${action}/replace`} enctype="multipart/form-data" class="stack">
      <h2>{m.replace}</h2>
      <p class="hint">{m.replaceHint}</p>
      <label for="file">{m.replaceFile}</label>
      <input id="file" name="file" type="file" accept={ACCEPTED} />
      <p>
        <button type="submit">{m.replace}</button>
      </p>
    </form>
    {isUsed ? (
      <p class="hint">{m.removeHint}</p>
    ) : (
      <form method="post" action={`${action}/delete`}>
        <button type="submit" class="quiet">
          {m.remove}
        </button>
      </form>
    )}
  </>
)
