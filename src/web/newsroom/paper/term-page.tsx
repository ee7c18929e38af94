/** One section, topic or author: what is said of it, its address, and what to do with it. */

import type { LibraryPicture } from '../../../media/index.ts'
import { filingMessages as m } from '../../../messages/index.ts'
import { ACCENTS, LONGEST_NAME, type Term, TONES, termPath } from '../../../paper/index.ts'
import { may, type Person } from '../../../people/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { ACCEPTED } from '../pictures/accepted.ts'
import { PictureImage } from '../pictures/picture-image.tsx'
import { changedMeanwhile, Theirs } from '../settings/shown.tsx'
import { FromLibrary } from '../stories/story-picture.tsx'
import { PaperPlaces } from './paper-places.tsx'
import type { TermForm } from './term-form.ts'
import { deskPathOf } from './terms-page.tsx'

export interface TermPageProps extends Frame {
  term: Term
  form: TermForm
  /** Published stories. */
  stories: number
  /** Further names by which stories mean it. */
  signs: readonly string[]
  /** Those that it can be joined with. */
  others: readonly Term[]
  /** For an author: the staff, the portrait that is chosen, and the newest pictures. */
  staff: readonly Person[]
  portrait: LibraryPicture | null
  recent: readonly LibraryPicture[]
  problem?: { sentence: string; field?: string; other?: Term }
  /** What somebody else has saved meanwhile. */
  theirs?: TermForm
  done?: string
}

type Field = 'name' | 'slug' | 'about' | 'role' | 'contact' | 'signs'

const labelOf = ({ kind }: Term, field: keyof TermForm): string => {
  const labels: Partial<Record<keyof TermForm, string>> = {
    ...{ name: m.name, slug: m.address, about: m.about[kind], accent: m.accent, tone: m.tone, role: m.role },
    ...{ contact: m.contact, picture: m.portrait, person: m.person, signs: m.signs },
  }
  return labels[field] ?? ''
}

export const renderTermEditPage = (props: TermPageProps): string => {
  const { term, form, stories, signs, others, staff, portrait, recent, problem, theirs, done, ...frame } = props
  const { kind } = term
  const action = `${deskPathOf(kind)}/${term.id}`
  const differing = theirs
    ? (Object.keys(theirs) as (keyof TermForm)[]).filter(
        (field) => labelOf(term, field) !== '' && String(theirs[field]) !== String(form[field]),
      )
    : []
  const sentence = theirs ? changedMeanwhile(differing.map((field) => labelOf(term, field))) : problem?.sentence
  const fields = { form, term, problem, theirs }
  return newsroomDocument({
    site: frame.site,
    frame,
    title: term.name,
    here: 'paper',
    children: (
      <>
        <PaperPlaces person={frame.person} here={kind} />
        <div class="head">
          <div>
            <p class="label">
              <a href={deskPathOf(kind)}>{m.kinds[kind]}</a> · {m.stories(stories)}
            </p>
            <h1 dir="auto">{term.name}</h1>
          </div>
          <a class="button" href={termPath(term)}>
            {m.viewOnSite}
          </a>
        </div>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={sentence} />
        <form method="post" action={action} class="stack" enctype="multipart/form-data">
          <input type="hidden" name="base" value={String(form.base)} />
          <Text field="name" {...fields} longest={LONGEST_NAME} />
          <Text field="about" {...fields} hint={m.aboutHint} lines={kind === 'author' ? 8 : 3} />
          {kind === 'section' ? <Looks {...fields} /> : null}
          {kind === 'author' ? (
            <>
              <div class="pair">
                <div>
                  <Text field="role" {...fields} hint={m.roleHint} />
                </div>
                <div>
                  <Text field="contact" {...fields} hint={m.contactHint} />
                </div>
              </div>
              <Portrait portrait={portrait} recent={recent} mayOpen={may(frame.person, 'write')} />
              <Text field="signs" {...fields} hint={m.signsHint} lines={3} />
              <label for="person">{m.person}</label>
              <select id="person" name="person">
                <option value="">{m.nobody}</option>
                {staff.map(({ id, name }) => (
                  <option value={id} selected={form.person === id}>
                    {name}
                  </option>
                ))}
              </select>
            </>
          ) : null}
          <Text field="slug" {...fields} hint={m.addressHint(termPath(term))} />
          <label class="check">
            <input type="checkbox" name="keepAddress" value="1" checked={form.keepAddress} /> {m.keepAddress}
          </label>
          {kind !== 'author' && signs.length > 0 ? (
            <p class="hint">{m.alsoCalled(signs.map((sign) => `“${sign}”`).join(', '))}</p>
          ) : null}
          <p>
            <button class="first" type="submit">
              {m.save}
            </button>
          </p>
        </form>
        <PartWith action={action} term={term} stories={stories} others={others} chosen={problem?.other?.id} />
      </>
    ),
  })
}

interface FieldProps {
  form: TermForm
  term: Term
  problem: TermPageProps['problem']
  theirs: TermForm | undefined
}

const Text = ({
  field,
  form,
  term,
  problem,
  theirs,
  hint,
  lines,
  longest,
}: FieldProps & { field: Field; hint?: string; lines?: number; longest?: number }) => {
  const other = theirs && theirs[field] !== form[field] ? theirs[field] : undefined
  const isWrong = problem?.field === field || other !== undefined
  const state = {
    dir: field === 'slug' || field === 'contact' ? ('ltr' as const) : ('auto' as const),
    ...(longest === undefined ? {} : { maxlength: longest }),
    ...(isWrong
      ? ({ 'aria-invalid': 'true', 'aria-describedby': other === undefined ? 'problem' : `theirs-${field}` } as const)
      : {}),
  }
  return (
    <>
      <label for={field}>
        {labelOf(term, field)} {hint ? <span class="hint">{hint}</span> : null}
      </label>
      {lines === undefined ? (
        <input id={field} name={field} value={form[field]} {...state} />
      ) : (
        <textarea id={field} name={field} rows={lines} {...state}>
          {`\n${form[field]}`}
        </textarea>
      )}
      <Theirs id={`theirs-${field}`} value={other} />
    </>
  )
}

const Looks = ({ form, theirs }: FieldProps) => (
  <>
    <fieldset class="accents">
      <legend>{m.accent}</legend>
      {(['', ...ACCENTS] as const).map((accent) => (
        <label class={accent ? `check accent-${accent}` : 'check'}>
          <input type="radio" name="accent" value={accent} checked={form.accent === accent} />
          <span class="swatch" aria-hidden="true" /> {accent ? m.accents[accent] : m.noAccent}
        </label>
      ))}
    </fieldset>
    <Theirs
      id="theirs-accent"
      value={
        theirs && theirs.accent !== form.accent
          ? (m.accents[theirs.accent as keyof typeof m.accents] ?? m.noAccent)
          : undefined
      }
    />
    <label for="tone">
      {m.tone} <span class="hint">{m.toneHint}</span>
    </label>
    <select id="tone" name="tone">
      {TONES.map((tone) => (
        <option value={tone} selected={form.tone === tone}>
          {m.tones[tone]}
        </option>
      ))}
    </select>
    <Theirs
      id="theirs-tone"
      value={theirs && theirs.tone !== form.tone ? m.tones[theirs.tone as keyof typeof m.tones] : undefined}
    />
  </>
)

const Portrait = ({ portrait, recent, mayOpen }: Pick<TermPageProps, 'portrait' | 'recent'> & { mayOpen: boolean }) => (
  <fieldset class="stack story-picture">
    <legend>{m.portrait}</legend>
    {portrait ? (
      <div class="chosen">
        <input type="hidden" name="picture" value={portrait.id} />
        <PictureImage picture={portrait} sizes="12rem" />
      </div>
    ) : null}
    <label for="pictureFile">{portrait ? m.uploadOther : m.upload}</label>
    <input id="pictureFile" name="pictureFile" type="file" accept={ACCEPTED} />
    {recent.length > 0 ? <FromLibrary recent={recent} mayOpen={mayOpen} /> : null}
    {portrait ? (
      <label class="check">
        <input type="checkbox" name="pictureRemove" value="1" /> {m.removePortrait}
      </label>
    ) : null}
  </fieldset>
)

/** Joining it with another, and removing it. */
const PartWith = ({
  action,
  term: { kind, name },
  stories,
  others,
  chosen,
}: Pick<TermPageProps, 'term' | 'stories' | 'others'> & { action: string; chosen: string | undefined }) => {
  const isHeld = kind === 'section' && stories > 0
  return (
    <>
      {others.length > 0 ? (
        <section id="join">
          <h2>{m.join[kind]}</h2>
          <form method="post" action={`${action}/join`} class="stack">
            <p class="hint">
              {isHeld ? m.cantRemove(stories) : null} {m.joinHint(<bdi>{name}</bdi>)}
            </p>
            <label for="into">{m.into[kind]}</label>
            <select id="into" name="into">
              <option value="">{m.choose}</option>
              {others.map((other) => (
                <option value={other.id} selected={chosen === other.id}>
                  {other.name}
                </option>
              ))}
            </select>
            <p>
              <button type="submit">{m.joinButton}</button>
            </p>
          </form>
        </section>
      ) : null}
      {isHeld ? null : (
        <section>
          <h2>{m.remove[kind]}</h2>
          <p class="hint">{m.removeHint[kind]}</p>
          <form method="post" action={`${action}/remove`}>
            <button type="submit">{m.remove[kind]}</button>
          </form>
        </section>
      )}
    </>
  )
}
