/** How what readers see is judged after an objection, be it a report or an appeal: a sentence, and two ways to answer. */
import { LONGEST_SENTENCE, type Reason } from '../../../house-rules/index.ts'
import { frameMessages as m } from '../../../messages/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'

/** What was reported, beside what readers see by now. */
export const Earlier = ({ text }: { text: string }) => (
  <blockquote class="parent">
    <p class="meta">{m.asReported}</p>
    <CommentText text={text} />
  </blockquote>
)

/** What was typed before, and has to be put right. */
interface Typed {
  typed: string
  reason: string
}

/** `about` is the id of what is judged; its problem has the id problem-… */
export const SentenceField = ({ about, problem }: { about: string; problem: Pick<Typed, 'typed'> | undefined }) => (
  <textarea
    id={`sentence-${about}`}
    name="sentence"
    rows={2}
    maxlength={LONGEST_SENTENCE}
    dir="auto"
    {...(problem ? { 'aria-invalid': 'true' as const, 'aria-describedby': `problem-${about}` } : {})}
  >
    {`\n${problem?.typed ?? ''}`}
  </textarea>
)

interface TakeDownOrKeepProps {
  about: string
  reasons: readonly Reason[]
  problem: Pick<Typed, 'reason'> | undefined
  /** What the two buttons send: the field's name, and its value for either. */
  name: string
  remove: string
  keep: string
}

/** A comment that readers see is taken down for a reason, or it stays. */
export const TakeDownOrKeep = ({ about, reasons, problem, name, remove, keep }: TakeDownOrKeepProps) => (
  <div class="pair">
    <div>
      <label for={`reason-${about}`}>{m.reasonToRemove}</label>
      <select id={`reason-${about}`} name="reason">
        <option value="">{m.chooseReason}</option>
        {reasons.map(({ code, title }) => (
          <option value={code} selected={problem?.reason === code}>
            {title}
          </option>
        ))}
      </select>
    </div>
    <p class="decide">
      <button type="submit" name={name} value={remove}>
        {m.remove}
      </button>
      <button type="submit" name={name} value={keep}>
        {m.keep}
      </button>
    </p>
  </div>
)
