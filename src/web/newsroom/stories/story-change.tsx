/** What an editor says of a change to a story that readers see: its kind, and a sentence of what was wrong. */
import { CHANGE_KINDS } from '../../../corrections/index.ts'
import { storyChangeMessages as m } from '../../../messages/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import type { StoryForm } from './story-form.ts'

interface StoryChangeProps {
  form: Pick<StoryForm, 'changeKind' | 'cause'>
  /** Sets the field apart from others on the page. */
  id?: string
  /** It goes out at a time: then nothing can be retracted. */
  atATime?: boolean
}

export const StoryChange = ({ form, id, atATime = false }: StoryChangeProps) => {
  const cause = id === undefined ? 'cause' : `${id}-cause`
  return (
    <fieldset class="story-change">
      <legend>{m.what}</legend>
      {atATime ? <p class="hint">{m.atATime}</p> : null}
      {CHANGE_KINDS.filter((kind) => !atATime || kind !== 'retraction').map((kind) => (
        <label class="check">
          <input type="radio" name="change" value={kind} checked={(form.changeKind || 'update') === kind} />
          <span>
            {m.kinds[kind].name} <span class="hint">{m.kinds[kind].hint}</span>
          </span>
        </label>
      ))}
      <label for={cause}>
        {m.cause}{' '}
        <span class="hint" id={`${cause}-hint`}>
          {m.causeHint}
        </span>
      </label>
      <textarea id={cause} name="cause" rows={2} dir="auto" aria-describedby={`${cause}-hint`}>
        {escapedText(`\n${form.cause ?? ''}`)}
      </textarea>
    </fieldset>
  )
}
