/** The form in which any reader reports a comment, and gives notice of what breaks the law. */

import { reportingMessages as m, siteFrameMessages } from '../../../messages/index.ts'
import type { ReportField } from '../../../redress/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { document } from '../kit/layout.tsx'
import { Comment } from '../story/discussion.tsx'
import type { ReportPageProps } from './report-props.ts'

const PROBLEM = 'report-problem'

export function renderReportPage(props: ReportPageProps): string {
  const { site, comment, story, problem } = props
  return document({
    site,
    title: `${m.reportComment} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single report-form">
        <p class="label">{m.report}</p>
        <h1>{m.reportComment}</h1>
        <p class="about">{m.lead(<a href={`${story.path}#c-${comment.id}`}>{story.headline}</a>)}</p>
        <div class="answered">
          <Comment site={site} comment={comment} />
        </div>
        {problem ? (
          <p class="alert" role="alert" id={PROBLEM}>
            {problem.sentence}
          </p>
        ) : null}
        <Form {...props} />
      </section>
    ),
  })
}

function Form({ site, comment, story, grounds, form, token, problem }: ReportPageProps) {
  const state = (field: ReportField) =>
    problem?.field === field ? ({ 'aria-invalid': 'true', 'aria-describedby': PROBLEM } as const) : {}
  /** One list for both kinds, so that nothing has to change with the choice above it. */
  const choice = (kind: 'rule' | 'law', code: string) => `${kind} ${code}`
  const chosen = form.kind && form.reason ? choice(form.kind as 'rule' | 'law', form.reason) : ''
  return (
    <form method="post" action={`/report/${comment.id}`} class="comment-form">
      <label for="report-ground">
        {m.whatBroken} <span class="hint">{m.whatBrokenHint}</span>
      </label>
      <select id="report-ground" name="ground" required {...state(problem?.field === 'kind' ? 'kind' : 'reason')}>
        <option value="">{m.chooseOne}</option>
        <optgroup label={m.aHouseRule}>
          {grounds.rule.map(({ code, title }) => (
            <option value={choice('rule', code)} selected={chosen === choice('rule', code)}>
              {title}
            </option>
          ))}
        </optgroup>
        <optgroup label={m.theLaw}>
          {grounds.law.map(({ code, title }) => (
            <option value={choice('law', code)} selected={chosen === choice('law', code)}>
              {title}
            </option>
          ))}
        </optgroup>
      </select>
      <label for="report-words">
        {m.inYourWords} <span class="hint">{m.inYourWordsHint}</span>
      </label>
      <textarea id="report-words" name="words" rows={5} dir="auto" {...state('words')}>
        {escapedText(`\n${form.words}`)}
      </textarea>
      <div class="two">
        <div>
          <label for="report-name">
            {m.name} <span class="hint">{m.nameHint}</span>
          </label>
          <input id="report-name" name="name" autocomplete="name" dir="auto" value={form.name} {...state('name')} />
        </div>
        <div>
          <label for="report-mail">
            {m.email} <span class="hint">{site.mailLeaves ? m.emailHintSends : m.emailHint}</span>
          </label>
          <input id="report-mail" name="mail" type="email" autocomplete="email" value={form.mail} {...state('mail')} />
        </div>
      </div>
      <label class="tick" for="report-faith">
        <input
          id="report-faith"
          type="checkbox"
          name="faith"
          value="yes"
          checked={form.goodFaith}
          {...state('goodFaith')}
        />{' '}
        <span>
          {m.goodFaith} <span class="hint">{m.goodFaithHint}</span>
        </span>
      </label>
      <p class="meta">
        {m.place(
          <span dir="ltr" class="place">
            {site.url}
            {story.path}#c-{comment.id}
          </span>,
        )}
      </p>
      <input type="hidden" name="revision" value={comment.revision.id} />
      <input type="hidden" name="token" value={token} />
      <p class="send">
        <button class="first" type="submit">
          {m.send}
        </button>
        <span class="meta">
          {m.sendHint} <a href="/house-rules">{siteFrameMessages.houseRules}</a>
        </span>
      </p>
    </form>
  )
}
