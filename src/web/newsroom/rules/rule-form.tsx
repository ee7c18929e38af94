/** The form of a rule: one for each kind, so that it works without JavaScript. */
import { ruleMessages as m } from '../../../messages/index.ts'
import type { RuleForm, RuleProblem } from '../../../moderation/filters/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { Problem } from '../kit/layout.tsx'

export const RuleFields = ({
  action,
  form,
  base,
  problem,
  button,
}: {
  action: string
  form: RuleForm
  /** The version it was opened as; absent for a new rule. */
  base?: number
  problem?: RuleProblem | undefined
  button: string
}) => {
  const state = (field: RuleProblem['field']) =>
    problem?.field === field ? ({ 'aria-invalid': 'true', 'aria-describedby': 'rule-problem' } as const) : {}
  return (
    <form method="post" action={action} class="stack">
      <Problem sentence={problem?.sentence} id="rule-problem" />
      <input type="hidden" name="kind" value={form.kind} />
      {base === undefined ? null : <input type="hidden" name="base" value={String(base)} />}
      <label for="rule-name">
        {m.name} <span class="hint">{m.nameHint}</span>
      </label>
      <input id="rule-name" name="name" required maxlength={60} dir="auto" value={form.name} {...state('name')} />
      {form.kind === 'words' ? <WordsField form={form} state={state('words')} /> : null}
      {form.kind === 'links' ? <LinksFields form={form} state={state} /> : null}
      {form.kind === 'first' ? <p class="hint">{m.firstHint}</p> : null}
      <fieldset>
        <legend>{m.effect}</legend>
        {Object.entries(m.effects).map(([effect, { title, hint }]) => (
          <label class="check">
            <input type="radio" name="effect" value={effect} required checked={form.effect === effect} />
            <span>
              {title} <span class="hint">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p>
        <button class="first" type="submit">
          {button}
        </button>
      </p>
    </form>
  )
}

type FieldState = { 'aria-invalid'?: 'true'; 'aria-describedby'?: string }

const WordsField = ({ form, state }: { form: RuleForm; state: FieldState }) => (
  <>
    <label for="rule-words">
      {m.words} <span class="hint">{m.wordsHint}</span>
    </label>
    <textarea id="rule-words" name="words" rows={8} required dir="auto" {...state}>
      {escapedText(`\n${form.words}`)}
    </textarea>
  </>
)

const LinksFields = ({ form, state }: { form: RuleForm; state: (field: RuleProblem['field']) => FieldState }) => (
  <fieldset class="stack">
    <legend>{m.links}</legend>
    <label class="check">
      <input type="radio" name="links" value="any" checked={form.links === 'any'} /> {m.anyLinkElsewhere}
    </label>
    <div class="check">
      <input id="links-more" type="radio" name="links" value="more" checked={form.links === 'more'} />
      <label for="links-more">{m.moreLinksThan}</label>
      <input
        name="more"
        type="number"
        class="short"
        min={1}
        max={20}
        aria-label={m.linksStillFine}
        value={form.more}
        {...state('more')}
      />
    </div>
    <label class="check">
      <input type="radio" name="links" value="domains" checked={form.links === 'domains'} /> {m.linksToThese}
    </label>
    <label for="rule-domains">
      {m.domains} <span class="hint">{m.domainsHint}</span>
    </label>
    <textarea id="rule-domains" name="domains" rows={5} dir="ltr" {...state('domains')}>
      {escapedText(`\n${form.domains}`)}
    </textarea>
  </fieldset>
)
