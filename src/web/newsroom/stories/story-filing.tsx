/** Where a story's form says who wrote it and where it belongs: byline, section, topics. */
import { storyMessages as m } from '../../../messages/index.ts'
import { authorsOf, findTermByKey, LONGEST_NAME, listTerms, type Term, termKey } from '../../../paper/index.ts'
import type { Database } from '../../../store/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import type { StoryForm } from './story-form.ts'
import { topicsIn, topicsInWords } from './story-topics.ts'

/** What the form offers. */
export interface FilingChoices {
  /** In the paper's order. */
  sections: readonly Term[]
  /** The one that the draft means, also by an earlier name; null for none, or for one that is new. */
  section: Term | null
  topics: readonly string[]
  authors: readonly string[]
}

export async function readFilingChoices(db: Database, section: string): Promise<FilingChoices> {
  const [sections, topics, authors, meant] = await Promise.all([
    listTerms(db, 'section'),
    listTerms(db, 'topic'),
    listTerms(db, 'author'),
    findTermByKey(db, 'section', termKey(section)),
  ])
  const names = (terms: readonly Term[]) => terms.map(({ name }) => name)
  return { sections, section: meant, topics: names(topics), authors: names(authors) }
}

export const BylineField = ({ form, authors }: { form: StoryForm; authors: readonly string[] }) => {
  const said = form.byline.trim()
  const named = new Set(authorsOf(said).map(termKey))
  return (
    <div>
      <label for="byline">{m.byline}</label>
      <input id="byline" name="byline" value={escapedText(form.byline)} dir="auto" list="authors" />
      <datalist id="authors">
        {authors
          .filter((name) => !named.has(termKey(name)))
          .map((name) => (
            <option value={said === '' ? m.by(name) : m.byBoth(said, name)} />
          ))}
      </datalist>
    </div>
  )
}

export const FiledUnderFields = ({
  form,
  choices,
  mayAdd,
}: {
  form: StoryForm
  choices: FilingChoices
  /** Whether this person may type a section that there is not yet. */
  mayAdd: boolean
}) => (
  <>
    <div class="pair">
      <SectionSelect form={form} {...choices} />
      {mayAdd ? (
        <div>
          <label for="newSection">{m.newSection}</label>
          <input id="newSection" name="newSection" dir="auto" autocomplete="off" maxlength={LONGEST_NAME} />
        </div>
      ) : null}
    </div>
    <TopicsField form={form} topics={choices.topics} />
  </>
)

const SectionSelect = ({ form, sections, section }: FilingChoices & { form: StoryForm }) => {
  const said = form.section.trim()
  return (
    <div>
      <label for="section">{m.section}</label>
      <select id="section" name="section">
        <option value="">{m.noSection}</option>
        {sections.map(({ id, name }) => (
          <option value={name} selected={id === section?.id}>
            {name}
          </option>
        ))}
        {said !== '' && !section ? (
          <option value={said} selected>
            {m.sectionOnceOut(said)}
          </option>
        ) : null}
      </select>
    </div>
  )
}

const TopicsField = ({ form, topics }: { form: StoryForm; topics: readonly string[] }) => {
  const named = new Set(topicsIn(form.topics).map(termKey))
  // A browser offers what goes on from what stands in the field: so each begins with that.
  const before = named.size === 0 ? '' : `${topicsInWords(topicsIn(form.topics))}, `
  return (
    <div>
      <label for="topics">
        {m.topics} <span class="hint">{m.topicsHint}</span>
      </label>
      <input id="topics" name="topics" value={escapedText(form.topics)} dir="auto" list="all-topics" />
      <datalist id="all-topics">
        {topics
          .filter((name) => !named.has(termKey(name)))
          .map((name) => (
            <option value={before + name} />
          ))}
      </datalist>
    </div>
  )
}
