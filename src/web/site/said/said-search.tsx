/** "What did X say about Y": the form, and what was found. The newsroom's page is made of the same. */
import { saidMessages as m } from '../../../messages/index.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'
import type { SaidElsewhere, SaidQuestion } from './said-props.ts'
import { Kinds, SaidList } from './topic-page.tsx'

/** In characters; nobody's name is longer. */
export const LONGEST_QUESTION = 120

export type SaidAnswer =
  | { state: 'not asked' }
  | { state: 'problem'; sentence: string }
  | {
      state: 'answered'
      statements: readonly SaidElsewhere[]
      /** Hand this on for what comes after; null where nothing does. */
      after: string | null
      isFirst: boolean
    }

export interface SaidSearchProps {
  site: Site
  question: SaidQuestion
  answer: SaidAnswer
}

export const renderSaidPage = ({ site, question, answer }: SaidSearchProps): string =>
  document({
    site,
    title: `${m.whoSaidWhat} · ${site.name}`,
    description: m.searchDescription,
    // One page is the search; what it finds is on the stories' own pages.
    ...(answer.state === 'not asked' ? { path: '/said' } : { noIndex: true }),
    children: (
      <section class="topic search">
        <h1>{m.whoSaidWhat}</h1>
        <Kinds here="search" />
        <SaidForm action="/said" question={question} answer={answer} />
        <SaidFound action="/said" site={site} question={question} answer={answer} />
      </section>
    ),
  })

/** A form that asks by its address, so that an answer can be sent to a colleague as a link. */
export const SaidForm = ({
  action,
  question,
  answer,
}: {
  action: string
  question: SaidQuestion
  answer: SaidAnswer
}) => {
  const faulty = answer.state === 'problem' ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const) : {}
  return (
    <search>
      <form method="get" action={action} class="said-form">
        <div>
          <label for="speaker">{m.who}</label>
          <input
            id="speaker"
            name="speaker"
            value={question.speaker}
            maxlength={LONGEST_QUESTION}
            dir="auto"
            {...faulty}
          />
        </div>
        <div>
          <label for="about">{m.saidAbout}</label>
          <input id="about" name="about" value={question.about} maxlength={LONGEST_QUESTION} dir="auto" {...faulty} />
        </div>
        <button type="submit" class="first">
          {m.search}
        </button>
      </form>
    </search>
  )
}

export const SaidFound = ({ action, site, question, answer }: SaidSearchProps & { action: string }) => {
  if (answer.state === 'not asked') return <p class="empty">{m.typeSomething}</p>
  if (answer.state === 'problem')
    return (
      <p class="alert" role="alert" id="problem">
        {answer.sentence}
      </p>
    )
  const { statements, after, isFirst } = answer
  if (statements.length === 0)
    return (
      <p class="empty" role="status">
        {nothingFound(question)}
      </p>
    )
  return (
    <section class="said" aria-labelledby="found">
      <h2 id="found">{!isFirst ? m.more : after ? m.firstFound(statements.length) : m.found(statements.length)}</h2>
      <SaidList site={site} statements={statements} withSpeaker />
      {after ? (
        <p class="older">
          <a href={`${action}?${new URLSearchParams({ ...question, after })}`}>{m.more}</a>
        </p>
      ) : null}
    </section>
  )
}

const nothingFound = ({ speaker, about }: SaidQuestion): string =>
  speaker && about ? m.noneFoundOf(speaker, about) : speaker ? m.noneFoundBy(speaker) : m.noneFoundAbout(about)

/** What was asked, trimmed, or one sentence that says what to change. */
export function readQuestion(speaker: string, about: string): SaidQuestion & { problem?: string } {
  const question = { speaker: speaker.trim(), about: about.trim() }
  if (question.speaker.length > LONGEST_QUESTION || question.about.length > LONGEST_QUESTION)
    return {
      speaker: question.speaker.slice(0, LONGEST_QUESTION),
      about: question.about.slice(0, LONGEST_QUESTION),
      problem: m.tooLong(LONGEST_QUESTION),
    }
  return question
}
