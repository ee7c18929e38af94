/** The story's body in its form: a field of plain text, in whose place the editor comes where a browser can run it. */
import { storyMessages as m } from '../../../messages/index.ts'
import { escapedText, jsonData } from '../../kit/escaped-text.ts'
import { dayAndTime } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import type { EditorProps, SourcePage } from '../kit/props.ts'
import { BodyHelp } from './body-help.tsx'
import type { StoryForm } from './story-form.ts'

export const StoryBodyField = ({ form, editor }: { form: StoryForm; editor: EditorProps | null }) =>
  editor ? (
    <story-editor>
      {/* Not in an attribute, where each of its many quotation marks takes six letters. */}
      <script type="application/json">{jsonData(editor.boot)}</script>
      <BodyField form={form} />
    </story-editor>
  ) : (
    <BodyField form={form} />
  )

const BodyField = ({ form }: { form: StoryForm }) => (
  <>
    <label for="body">
      {m.body}{' '}
      <span class="hint" id="body-hint">
        {m.bodyHint}
      </span>
    </label>
    <div data-without-editor>
      <BodyHelp />
    </div>
    <textarea id="body" name="body" rows={24} dir="auto" aria-describedby="body-hint" class="body-field">
      {escapedText(`\n${form.body}`)}
    </textarea>
  </>
)

/** What was pasted into the story, as it was copied. */
export const PastedOriginals = ({
  storyPath,
  site,
  pages,
}: {
  storyPath: string
  site: Site
  pages: readonly Pick<SourcePage, 'id' | 'takenAt'>[]
}) =>
  pages.length === 0 ? null : (
    <section>
      <h2>{m.pastedOriginals}</h2>
      <ul class="plain lines">
        {pages.map(({ id, takenAt }) => (
          <li>
            <a href={`${storyPath}/source/${id}`}>{m.pastedAt(dayAndTime(site, takenAt))}</a>
          </li>
        ))}
      </ul>
    </section>
  )
