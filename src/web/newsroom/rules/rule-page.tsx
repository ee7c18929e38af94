/** One rule: what it says, what its trial found, its switch, its versions; and the page of a new one. */
import { rulesMessages as list, ruleMessages as m } from '../../../messages/index.ts'
import type {
  CaughtComment,
  Rule,
  RuleForm,
  RuleKind,
  RuleProblem,
  RuleVersion,
  Trial,
} from '../../../moderation/filters/index.ts'
import { dayAndTime, instant, shortDay } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { ReviewPlaces } from '../queue/review-places.tsx'
import { RuleFields } from './rule-form.tsx'
import { TrialSection } from './rule-trial.tsx'
import { wordsOfPattern } from './rule-words.ts'

export interface RulePageProps extends Frame {
  rule: Rule
  form: RuleForm
  /** The version that the form was opened as. */
  base: number
  versions: readonly RuleVersion[]
  /** The trial that counts for its newest version; null where it was not tried. */
  trial: Trial | null
  /** The rule whose trial has to be done or stopped first: another one, or an older version of this one. */
  inTheWay: { id: string; name: string } | null
  approved: readonly CaughtComment[]
  others: readonly CaughtComment[]
  /** When the newest and the oldest comment of the archive were written; null without comments. */
  span: { newest: number; oldest: number } | null
  /** Whether the page reloads itself while a trial runs. */
  reloads: boolean
  fieldProblem?: RuleProblem
  problem?: string
  done: 'on' | 'off' | 'saved' | null
}

export const renderRulePage = (props: RulePageProps): string => {
  const {
    rule,
    form,
    base,
    versions,
    trial,
    inTheWay,
    approved,
    others,
    span,
    reloads,
    fieldProblem,
    problem,
    done,
    ...frame
  } = props
  const { site } = frame
  const path = `/newsroom/review/rules/${rule.id}`
  const isAtWork = rule.onVersion === rule.version
  return newsroomDocument({
    site,
    frame,
    title: m.title(rule.name),
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="rules" />
        <div class="head">
          <div>
            <p class="label">
              <a href="/newsroom/review/rules">{list.title}</a> · {m.states[rule.state]}
            </p>
            <h1 dir="auto">{rule.name}</h1>
          </div>
          {rule.state === 'on' ? (
            <form method="post" action={`${path}/off`}>
              <button type="submit">{m.switchOff}</button>
            </form>
          ) : null}
        </div>
        {done === 'on' ? <Done>{m.nowOn}</Done> : null}
        {done === 'off' ? <Done>{m.nowOff}</Done> : null}
        {done === 'saved' ? <Done>{m.savedAs(rule.version)}</Done> : null}
        <Problem sentence={problem} />
        <p>{list.looksFor(<bdi>{wordsOfPattern(rule.pattern)}</bdi>, m.effects[rule.effect].does)}</p>
        {rule.onVersion !== null && !isAtWork ? (
          <p class="notice">{m.otherVersionOn(rule.onVersion, rule.version)}</p>
        ) : null}
        <TrialSection
          site={site}
          rule={rule}
          trial={trial}
          inTheWay={inTheWay}
          approved={approved}
          others={others}
          span={span}
          reloads={reloads}
        />
        <section>
          <h2>{m.edit}</h2>
          <details open={fieldProblem !== undefined || problem !== undefined}>
            <summary>{m.editRule}</summary>
            <RuleFields action={path} form={form} base={base} problem={fieldProblem} button={m.saveVersion} />
          </details>
        </section>
        <section>
          <h2>{m.versions}</h2>
          <ol class="plain lines">
            {versions.map((version) => (
              <li>
                <span>
                  <strong>{m.version(version.number)}</strong>
                  {version.number === rule.onVersion ? <span class="label rule-on">{m.isOn}</span> : null}:{' '}
                  {m.versionSays(
                    <bdi>{version.name}</bdi>,
                    wordsOfPattern(version.pattern),
                    m.effects[version.effect].does,
                  )}
                </span>
                <span class="meta">
                  {m.madeBy(
                    version.madeBy,
                    <time datetime={instant(version.madeAt)}>{dayAndTime(site, version.madeAt)}</time>,
                  )}
                </span>
              </li>
            ))}
          </ol>
          {rule.switchedAt === null ? null : (
            <p class="meta">
              {(rule.state === 'on' ? m.lastSwitchedOn : m.lastSwitchedOff)(
                rule.switchedBy,
                shortDay(site, rule.switchedAt),
              )}
            </p>
          )}
        </section>
      </>
    ),
  })
}

interface NewRulePageProps extends Frame {
  form: RuleForm
  problem?: RuleProblem
}

export const renderNewRulePage = ({ form, problem, ...frame }: NewRulePageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.newRule,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="rules" />
        <div class="head">
          <div>
            <p class="label">
              <a href="/newsroom/review/rules">{list.title}</a>
            </p>
            <h1>{m.newRule}</h1>
          </div>
        </div>
        <nav class="places" aria-label={m.kind}>
          {(Object.keys(m.kinds) as RuleKind[]).map((kind) => (
            <a
              href={`/newsroom/review/rules/new?kind=${kind}`}
              {...(kind === form.kind ? { 'aria-current': 'page' as const } : {})}
            >
              {m.kinds[kind]}
            </a>
          ))}
        </nav>
        <RuleFields action="/newsroom/review/rules" form={form} problem={problem} button={m.saveDraft} />
      </>
    ),
  })
