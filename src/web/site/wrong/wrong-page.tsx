/** The form in which any reader says that something in a story is wrong. */
import { wrongMessages as m } from '../../../messages/index.ts'
import { beginningOf } from '../../../text/index.ts'
import { passagesOf, type TicketField } from '../../../tickets/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { document } from '../kit/layout.tsx'
import type { WrongPageProps } from './wrong-props.ts'

const PROBLEM = 'wrong-problem'

export function renderWrongPage(props: WrongPageProps): string {
  const { site, story, problem } = props
  return document({
    site,
    title: `${m.title} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single report-form">
        <h1>{m.title}</h1>
        <p class="about">
          {m.lead(
            <a href={encodeURI(story.path)} dir="auto">
              {story.content.headline}
            </a>,
          )}
        </p>
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

/** As much of a passage as a list has room for, in characters. */
const IN_LIST = 70

function Form({ site, story, form, token, problem }: WrongPageProps) {
  const state = (field: TicketField) =>
    problem?.field === field ? ({ 'aria-invalid': 'true', 'aria-describedby': PROBLEM } as const) : {}
  return (
    <form method="post" action={`${encodeURI(story.path)}/wrong`} class="comment-form">
      <label for="wrong-quote">
        {m.quote} <span class="hint">{m.quoteHint}</span>
      </label>
      <textarea id="wrong-quote" name="quote" rows={3} dir="auto" {...state('quote')}>
        {escapedText(`\n${form.quote}`)}
      </textarea>
      <label for="wrong-passage">{m.passage}</label>
      <select id="wrong-passage" name="passage" {...state('passage')}>
        <option value="">{m.noPassage}</option>
        {passagesOf(story.content).map(({ id, text }) => (
          <option value={id} selected={form.passage === id}>
            {m.passages[id] === undefined
              ? beginningOf(text, IN_LIST)
              : m.named(m.passages[id], beginningOf(text, IN_LIST))}
          </option>
        ))}
      </select>
      <label for="wrong-words">
        {m.words} <span class="hint">{m.wordsHint}</span>
      </label>
      <textarea id="wrong-words" name="words" rows={5} required dir="auto" {...state('words')}>
        {escapedText(`\n${form.words}`)}
      </textarea>
      <div class="two">
        <div>
          <label for="wrong-source">
            {m.source} <span class="hint">{m.sourceHint}</span>
          </label>
          <input
            id="wrong-source"
            name="source"
            inputmode="url"
            autocomplete="off"
            dir="ltr"
            value={form.source}
            {...state('source')}
          />
        </div>
        <div>
          <label for="wrong-mail">
            {m.email} <span class="hint">{site.mailLeaves ? m.emailHint : m.emailHintFiles}</span>
          </label>
          <input id="wrong-mail" name="mail" type="email" autocomplete="email" value={form.mail} {...state('mail')} />
        </div>
      </div>
      <input type="hidden" name="version" value={String(story.version)} />
      <input type="hidden" name="token" value={token} />
      <p class="send">
        <button class="first" type="submit">
          {m.send}
        </button>
        <span class="meta">{m.sendHint}</span>
      </p>
    </form>
  )
}
