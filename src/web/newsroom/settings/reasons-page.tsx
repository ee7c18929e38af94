/** How the rules of the house are worded, and what the site tells everyone of its moderation. */

import {
  LONGEST_WORDING,
  type Publicity,
  type Reason,
  type TypedWording,
  type Wording,
  type WordingProblem,
  wordsOfReason,
} from '../../../house-rules/index.ts'
import { reasonsMessages as m } from '../../../messages/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { ReviewPlaces } from '../queue/review-places.tsx'
import { changedMeanwhile, Shown, Theirs } from './shown.tsx'

export interface ReasonsPageProps extends Frame {
  reasons: readonly Reason[]
  publicity: Publicity
  /** Why a wording was not kept; `shown` is what its sender has seen of the words before. */
  problem?: WordingProblem & { typed: TypedWording; shown: Partial<Wording> }
  saved?: boolean
}

export const renderReasonsPage = ({ reasons, publicity, problem, saved, ...frame }: ReasonsPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="reasons" />
        <div class="head">
          <h1>{m.title}</h1>
        </div>
        {saved ? <Done>{m.saved}</Done> : null}
        <section>
          <h2>{m.public}</h2>
          <form method="post" action="/newsroom/review/reasons/publicity" class="stack">
            <Shown fields={{ ...publicity }} />
            <label class="check">
              <input type="checkbox" name="log" value="yes" checked={publicity.log} /> {m.log}
            </label>
            <label class="check">
              <input type="checkbox" name="report" value="yes" checked={publicity.report} /> {m.report}
            </label>
            <p class="hint">
              {m.publicHint}
              {publicity.log ? (
                <>
                  {' '}
                  <a href="/moderation">{m.seeLog}</a>
                </>
              ) : null}
              {publicity.report ? (
                <>
                  {' '}
                  <a href="/moderation/years">{m.seeReports}</a>
                </>
              ) : null}
            </p>
            <p>
              <button type="submit">{m.save}</button>
            </p>
          </form>
        </section>
        <section>
          <h2>{m.wordings}</h2>
          <p class="hint">{m.wordingsHint(<a href="/house-rules">{m.houseRules}</a>)}</p>
          {reasons.map((reason) => (
            <WordingForm reason={reason} problem={problem?.typed.code === reason.code ? problem : undefined} />
          ))}
        </section>
      </>
    ),
  })

function WordingForm({ reason, problem }: { reason: Reason; problem: ReasonsPageProps['problem'] | undefined }) {
  const { code } = reason
  const there = wordsOfReason(reason)
  const theirs: Partial<Wording> = problem && 'meanwhile' in problem ? problem.meanwhile : {}
  const words = problem && 'meanwhile' in problem ? problem.fields : (problem?.typed ?? there)
  // Sending the same again starts from the other's words: they have been seen by then.
  const shown = problem && 'field' in problem ? problem.shown : there
  const sentence =
    problem &&
    ('field' in problem
      ? problem.sentence
      : changedMeanwhile(Object.keys(theirs).map((one) => m.fields[one as keyof Wording])))
  const state = (field: keyof Wording) =>
    theirs[field] !== undefined
      ? ({ 'aria-invalid': 'true', 'aria-describedby': `problem-${code} theirs-${field}-${code}` } as const)
      : problem && 'field' in problem && problem.field === field
        ? ({ 'aria-invalid': 'true', 'aria-describedby': `problem-${code}` } as const)
        : {}
  return (
    <details class="wording" id={`rule-${code}`} open={problem !== undefined}>
      <summary>
        {reason.title} <span class="meta">{reason.ground === 'law' ? m.ofLaw : m.ofHouse}</span>
      </summary>
      <form method="post" action="/newsroom/review/reasons" class="stack">
        <Problem sentence={sentence} id={`problem-${code}`} />
        <input type="hidden" name="code" value={code} />
        <Shown fields={shown} />
        <label for={`title-${code}`}>{m.fields.title}</label>
        <input
          id={`title-${code}`}
          name="title"
          required
          maxlength={LONGEST_WORDING.title}
          dir="auto"
          value={words.title}
          {...state('title')}
        />
        <Theirs id={`theirs-title-${code}`} value={theirs.title} />
        <label for={`sentence-${code}`}>
          {m.fields.sentence} <span class="hint">{m.sentenceHint}</span>
        </label>
        <textarea
          id={`sentence-${code}`}
          name="sentence"
          rows={2}
          required
          maxlength={LONGEST_WORDING.sentence}
          dir="auto"
          {...state('sentence')}
        >
          {words.sentence}
        </textarea>
        <Theirs id={`theirs-sentence-${code}`} value={theirs.sentence} />
        {reason.law === null ? null : (
          <>
            <label for={`law-${code}`}>
              {m.fields.law} <span class="hint">{m.lawHint}</span>
            </label>
            <textarea
              id={`law-${code}`}
              name="law"
              rows={2}
              required
              maxlength={LONGEST_WORDING.law}
              dir="auto"
              {...state('law')}
            >
              {words.law}
            </textarea>
            <Theirs id={`theirs-law-${code}`} value={theirs.law} />
          </>
        )}
        <p>
          <button type="submit">
            {m.save}
            <span class="visually-hidden">: {reason.title}</span>
          </button>
        </p>
      </form>
    </details>
  )
}
