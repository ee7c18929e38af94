/** Words that could not be kept, given back: to be read, copied, and sent again as they were. */
import { frameMessages as m } from '../../../messages/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { type Kept, type Pending, packed } from '../../kit/kept-words.ts'
import { writtenFieldsAt } from '../../kit/written-fields.ts'
import type { Site } from '../../site/kit/props.ts'
import { newsroomDocument } from './layout.tsx'

/** Over this a text gets a field of several lines. */
const LINE = 48
const MOST_ROWS = 18

/** What waits, as fields that nobody sees. */
export const Waiting = ({ pending }: { pending: Pending }) => (
  <>
    <input type="hidden" name="path" value={pending.path} />
    <input type="hidden" name="fields" value={packed(pending.fields)} />
  </>
)

interface KeptWordsProps {
  kept: Kept
  /** What the button says; without one the words can be read and copied only. */
  button?: string
  /** They can't be changed here, since another form on the page carries them too. */
  fixed?: boolean
}

/** The form once more, with its written fields to be seen and the others unseen. */
export const KeptWords = ({ kept: { path, fields }, button, fixed = button === undefined }: KeptWordsProps) => {
  const written = writtenFieldsAt(path) ?? {}
  return (
    <form method="post" action={path} enctype="multipart/form-data" class="stack">
      {fields.map(([name, value], index) =>
        Object.hasOwn(written, name) && value.trim() !== '' ? (
          <Words id={`kept-${index}`} name={name} label={written[name] as string} value={value} fixed={fixed} />
        ) : button === undefined ? null : (
          <input type="hidden" name={name} value={escapedText(value)} />
        ),
      )}
      {button === undefined ? null : (
        <p>
          <button class={fixed ? undefined : 'first'} type="submit">
            {button}
          </button>
        </p>
      )}
    </form>
  )
}

interface WordsProps {
  id: string
  name: string
  label: string
  value: string
  fixed: boolean
}

const Words = ({ id, name, label, value, fixed }: WordsProps) => (
  <div class="stack">
    <label for={id}>{label}</label>
    {value.length > LINE || value.includes('\n') ? (
      <textarea id={id} name={name} rows={rowsOf(value)} readonly={fixed} dir="auto">
        {escapedText(`\n${value}`)}
      </textarea>
    ) : (
      <input id={id} name={name} value={value} readonly={fixed} dir="auto" />
    )}
  </div>
)

function rowsOf(text: string): number {
  let rows = text.length / LINE
  for (let at = text.indexOf('\n'); at >= 0 && rows < MOST_ROWS; at = text.indexOf('\n', at + 1)) rows += 1
  return Math.min(MOST_ROWS, Math.max(2, Math.ceil(rows)))
}

interface KeptPageProps {
  site: Site
  /** 503, or nothing where nothing went wrong. */
  status?: number
  title: string
  sentence: string
  kept: Kept
  button?: string
}

export const renderKeptPage = ({ site, status, title, sentence, kept, button }: KeptPageProps): string =>
  newsroomDocument({
    site,
    title,
    children: (
      <section class="kept">
        <p class="label">{status ?? site.name}</p>
        <h1>{title}</h1>
        <p role={status ? 'alert' : undefined}>{sentence}</p>
        <h2>{m.keptWords}</h2>
        <KeptWords kept={kept} {...(button ? { button } : {})} />
        <p>
          <a href="/newsroom">{m.discard}</a>
        </p>
      </section>
    ),
  })
