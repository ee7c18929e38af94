/** What search engines and shared links say in place of the headline, counted. */
import { otherHeadlinesMessages as m } from '../../../messages/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import type { StoryForm } from './story-form.ts'

/** Of so many characters search engines, and services where links are shared, show all; they cut off the rest. */
const SHOWN = { searchHeadline: 60, shareHeadline: 90 } as const

/** Open where one of them is written. The counts are of what was saved; the story's editor counts while somebody types. */
export const OtherHeadlines = ({ form }: { form: StoryForm }) => (
  <details open={form.searchHeadline !== '' || form.shareHeadline !== ''} class="stack">
    <summary>{m.summary}</summary>
    <Other form={form} name="searchHeadline" label={m.searchHeadline} />
    <Other form={form} name="shareHeadline" label={m.shareHeadline} />
  </details>
)

const Other = ({ form, name, label }: { form: StoryForm; name: keyof typeof SHOWN; label: string }) => (
  <div>
    <label for={name}>
      {label}{' '}
      <span class="hint" id={`${name}-hint`}>
        {m.shown[name](SHOWN[name])}{' '}
        <span data-counts={name} data-shown={SHOWN[name]}>
          {countOf(form, name)}
        </span>
      </span>
    </label>
    <input
      id={name}
      name={name}
      value={escapedText(form[name])}
      placeholder={escapedText(form.headline)}
      dir="auto"
      aria-describedby={`${name}-hint`}
    />
  </div>
)

function countOf(form: StoryForm, name: keyof typeof SHOWN): string {
  const typed = form[name].trim() || form.headline.trim()
  if (typed === '') return ''
  const length = [...typed].length
  return m.count(length, length - SHOWN[name])
}
