/** The form of a rule: one for each kind, so that it works without JavaScript. */
import type { RuleForm, RuleKind, RuleProblem } from '../../../moderation/filters/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { Problem } from '../kit/layout.tsx'
import { RULE_EFFECTS } from './rule-words.ts'

export const RULE_KINDS: Record<RuleKind, string> = { words: 'Words', links: 'Links', first: 'First comments' }

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
        Name <span class="hint">Stands beside the comments it catches; readers never see it.</span>
      </label>
      <input id="rule-name" name="name" required maxlength={60} dir="auto" value={form.name} {...state('name')} />
      {form.kind === 'words' ? <WordsField form={form} state={state('words')} /> : null}
      {form.kind === 'links' ? <LinksFields form={form} state={state} /> : null}
      {form.kind === 'first' ? (
        <p class="hint">
          It catches comments whose author has no approved comment here. Only verified readers can be known again, so it
          catches everyone who writes without an account.
        </p>
      ) : null}
      <fieldset>
        <legend>What it does</legend>
        {Object.entries(RULE_EFFECTS).map(([effect, { title, hint }]) => (
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
      Words and phrases, one a line{' '}
      <span class="hint">
        Whole words in any disguise: capitals, accents, fr33, f r e e. A * behind a word takes any ending: gambl* finds
        gambling.
      </span>
    </label>
    <textarea id="rule-words" name="words" rows={8} required dir="auto" {...state}>
      {escapedText(`\n${form.words}`)}
    </textarea>
  </>
)

const LinksFields = ({ form, state }: { form: RuleForm; state: (field: RuleProblem['field']) => FieldState }) => (
  <fieldset class="stack">
    <legend>Which links</legend>
    <label class="check">
      <input type="radio" name="links" value="any" checked={form.links === 'any'} /> Any link elsewhere
    </label>
    <div class="check">
      <input id="links-more" type="radio" name="links" value="more" checked={form.links === 'more'} />
      <label for="links-more">More links than</label>
      <input
        name="more"
        type="number"
        class="short"
        min={1}
        max={20}
        aria-label="So many links are still fine"
        value={form.more}
        {...state('more')}
      />
    </div>
    <label class="check">
      <input type="radio" name="links" value="domains" checked={form.links === 'domains'} /> Links to these domains
    </label>
    <label for="rule-domains">
      Domains, one a line{' '}
      <span class="hint">
        Only what was registered counts: shop.example.com is kept as example.com, a blog such as ada.wordpress.com as it
        is. wordpress.com alone means every blog there.
      </span>
    </label>
    <textarea id="rule-domains" name="domains" rows={5} dir="ltr" {...state('domains')}>
      {escapedText(`\n${form.domains}`)}
    </textarea>
  </fieldset>
)
