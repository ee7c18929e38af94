/** Whether a story or a picture was made with AI, in its form; who reviewed it, and who answers for it. */
import type { MadeWithAi } from '../../../media/index.ts'
import { madeWithAiMessages as m } from '../../../messages/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import type { Form } from '../../kit/form.ts'

const HOW = ['none', 'helped', 'generated'] as const

export const MadeWithAiFields = ({ value, of }: { value: MadeWithAi; of: 'story' | 'picture' }) => (
  <fieldset class="stack">
    <legend>{m.legend}</legend>
    <p class="hint">{m.hint[of]}</p>
    {HOW.map((how) => (
      <label class="check">
        <input type="radio" name="aiHow" value={how} checked={value.how === how} /> {m.how[of][how]}
      </label>
    ))}
    <div class="pair">
      <div>
        <label for="aiReviewedBy">{m.reviewedBy}</label>
        <input id="aiReviewedBy" name="aiReviewedBy" value={escapedText(value.reviewedBy)} dir="auto" />
      </div>
      <div>
        <label for="aiResponsible">{m.responsible}</label>
        <input id="aiResponsible" name="aiResponsible" value={escapedText(value.responsible)} dir="auto" />
      </div>
    </div>
  </fieldset>
)

/** What was chosen and typed; a form without these fields changes nothing. */
export const readMadeWithAi = (form: Form, before: MadeWithAi): MadeWithAi => {
  const how = HOW.find((how) => how === form.get('aiHow'))
  if (!how) return before
  return { how, reviewedBy: form.get('aiReviewedBy').trim(), responsible: form.get('aiResponsible').trim() }
}
