/** How the rules of the house are worded, and what the site tells everyone of its moderation. */
import { LONGEST_WORDING, type Publicity, type Reason, type TypedWording } from '../../review/index.ts'
import { Done, newsroomDocument, Problem } from './layout.tsx'
import type { Frame } from './props.ts'
import { ReviewPlaces } from './review-places.tsx'

export interface ReasonsPageProps extends Frame {
  reasons: readonly Reason[]
  publicity: Publicity
  problem?: { field: string; sentence: string; typed: TypedWording }
  saved?: boolean
}

export const renderReasonsPage = ({ reasons, publicity, problem, saved, ...frame }: ReasonsPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: 'Reasons',
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="reasons" />
        <div class="head">
          <h1>Reasons</h1>
        </div>
        {saved ? <Done>Saved.</Done> : null}
        <section>
          <h2>What everyone can see</h2>
          <form method="post" action="/newsroom/review/reasons/publicity" class="stack">
            <label class="check">
              <input type="checkbox" name="log" value="yes" checked={publicity.log} /> The log of moderation: each day’s
              decisions in plain words, without names
            </label>
            <label class="check">
              <input type="checkbox" name="report" value="yes" checked={publicity.report} /> The yearly report: its
              figures, and the statements of reasons as data
            </label>
            <p class="hint">
              Both are off to begin with: on a paper with few comments readers could guess whose a line is about.
              {publicity.log ? (
                <>
                  {' '}
                  <a href="/moderation">See the log</a>
                </>
              ) : null}
              {publicity.report ? (
                <>
                  {' '}
                  <a href="/moderation/years">See the reports</a>
                </>
              ) : null}
            </p>
            <p>
              <button type="submit">Save</button>
            </p>
          </form>
        </section>
        <section>
          <h2>The rules, in your words</h2>
          <p class="hint">
            Readers find them on <a href="/house-rules">the page of house rules</a>, authors with each decision. An old
            decision keeps the words it was made in.
          </p>
          {reasons.map((reason) => (
            <Wording reason={reason} problem={problem?.typed.code === reason.code ? problem : undefined} />
          ))}
        </section>
      </>
    ),
  })

function Wording({ reason, problem }: { reason: Reason; problem: ReasonsPageProps['problem'] | undefined }) {
  const { code } = reason
  const words = problem?.typed ?? { title: reason.title, sentence: reason.sentence, law: reason.law ?? '' }
  const state = (field: string) =>
    problem?.field === field ? ({ 'aria-invalid': 'true', 'aria-describedby': `problem-${code}` } as const) : {}
  return (
    <details class="wording" id={`rule-${code}`} open={problem !== undefined}>
      <summary>
        {reason.title} <span class="meta">{reason.ground === 'law' ? 'in law' : 'a rule of the house'}</span>
      </summary>
      <form method="post" action="/newsroom/review/reasons" class="stack">
        <Problem sentence={problem?.sentence} id={`problem-${code}`} />
        <input type="hidden" name="code" value={code} />
        <label for={`title-${code}`}>Title</label>
        <input
          id={`title-${code}`}
          name="title"
          required
          maxlength={LONGEST_WORDING.title}
          dir="auto"
          value={words.title}
          {...state('title')}
        />
        <label for={`sentence-${code}`}>
          Sentence to the author <span class="hint">It begins with “It”: the comment.</span>
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
        {reason.law === null ? null : (
          <>
            <label for={`law-${code}`}>
              Which law <span class="hint">As it is cited where you publish, with its paragraph.</span>
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
          </>
        )}
        <p>
          <button type="submit">
            Save<span class="visually-hidden"> the rule {reason.title}</span>
          </button>
        </p>
      </form>
    </details>
  )
}
