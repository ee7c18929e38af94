/** The statements of a story, one after another, each with the form that corrects it. */

import type { CorrectedStatement } from '../../../archive/index.ts'
import { readingMessages as m } from '../../../messages/index.ts'
import type { Source } from '../../../reading/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { conditionWords } from '../../site/said/said-view.tsx'
import { type SpokenBy, speakersOf } from '../../site/said/speakers.ts'
import { clipped, type Texts, textsOf, wordsAt } from '../../site/said/statement-words.ts'
import { Problem } from '../kit/layout.tsx'
import type { ReadingPageProps } from './reading-props.ts'
import { lineId, wordsId } from './reading-text.tsx'

const LONGEST = 260

const POLARITIES = { neutral: '', doubtful: m.doubtful, hostile: m.hostile } as const

export const StatementList = (props: ReadingPageProps) => {
  const { reading, text } = props
  const texts = textsOf(text.blocks)
  const speakerOf = speakersOf(reading)
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{m.statements}</h2>
      {reading.statements.length === 0 ? <p class="empty">{m.noStatements}</p> : null}
      <ol class="plain statements">
        {reading.statements.map((statement, index) => (
          <Line {...props} statement={statement} by={speakerOf(statement)} number={index + 1} texts={texts} />
        ))}
      </ol>
      {reading.struck.length > 0 ? (
        <>
          <h3>{m.struck}</h3>
          <ol class="plain statements struck">
            {reading.struck.map((statement) => (
              <li id={lineId(statement.id)}>
                <p class="said-words" dir="auto">
                  {clipped(wordsAt(statement.content, texts), LONGEST)}
                </p>
                <Corrected {...props} statement={statement} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
      <datalist id="names-of-the-story">
        {reading.names.map(({ name }) => (
          <option value={name} />
        ))}
      </datalist>
    </section>
  )
}

interface LineProps extends ReadingPageProps {
  statement: CorrectedStatement
  by: SpokenBy
  number: number
  texts: Texts
}

const Line = (props: LineProps) => {
  const { statement, by, number, texts, mayChange } = props
  const { label } = by
  const polarity = POLARITIES[statement.cue?.polarity ?? 'neutral']
  return (
    <li id={lineId(statement.id)}>
      <p class="statement-head">
        <a class="number" href={`#${wordsId(statement.id)}`}>
          <span class="visually-hidden">{m.statement}</span>
          {number}
        </a>{' '}
        {label ? <strong>{label}</strong> : <strong class="missing">{m.withoutSpeaker}</strong>}{' '}
        {statement.cue ? <em>{statement.cue.text}</em> : null} <span class="label">{m.kinds[statement.kind]}</span>{' '}
        {polarity ? <span class="label severity-look">{polarity}</span> : null}
      </p>
      <p class={`said-words ${statement.kind}`} dir="auto">
        {clipped(wordsAt(statement.content, texts), LONGEST)}
      </p>
      {statement.sources.length > 0 ? <p class="meta">{sourceWords(statement)}</p> : null}
      <Corrected {...props} statement={statement} />
      {mayChange ? <CorrectionForm {...props} /> : null}
    </li>
  )
}

const sourceWords = ({ sources }: CorrectedStatement): string =>
  sources.map(({ kind, text }) => (kind === 'condition' ? conditionWords(text) : m.sources[kind](text))).join(', ')

/** What a correction's form begins with, and is compared with when it comes back: only what differs is a correction. */
export const correctionFormOf = (by: SpokenBy, statement: CorrectedStatement) => ({
  speaker: by.label,
  source: statement.sources.map(({ text }) => text).join('; '),
  how: statement.sources[0]?.kind ?? ('channel' as const),
})

const CorrectionForm = ({ statement, by, story, problem, typed }: LineProps) => {
  const isTyped = typed?.statement === statement.id
  const form = isTyped ? typed : correctionFormOf(by, statement)
  const field = (name: string) => `${name}-${statement.id}`
  const wrong = isTyped ? { 'aria-describedby': field('problem') } : {}
  return (
    <details class="correct" open={isTyped}>
      <summary>
        {m.correct}
        <span class="visually-hidden">{m.correctWhose(by.label)}</span>
      </summary>
      {isTyped ? <Problem sentence={problem} id={field('problem')} /> : null}
      <form method="post" action={`/newsroom/stories/${story.id}/reading/correct`} class="stack">
        <input type="hidden" name="statement" value={statement.id} />
        <div>
          <label for={field('speaker')}>
            {m.speaker} <span class="hint">{m.speakerHint}</span>
          </label>
          <input
            id={field('speaker')}
            name="speaker"
            value={form.speaker}
            list="names-of-the-story"
            autocomplete="off"
            dir="auto"
            {...wrong}
            autofocus={isTyped}
          />
        </div>
        <div class="pair">
          <div>
            <label for={field('how')}>{m.howWeKnow}</label>
            <select id={field('how')} name="how">
              {(Object.keys(m.sourceKinds) as Source['kind'][]).map((kind) => (
                <option value={kind} selected={kind === form.how}>
                  {m.sourceKinds[kind]}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label for={field('source')}>{m.source}</label>
            <input id={field('source')} name="source" value={form.source} autocomplete="off" dir="auto" {...wrong} />
          </div>
        </div>
        <div class="acts">
          <button type="submit" class="first">
            {m.save}
          </button>
          <button type="submit" name="act" value="strike">
            {m.notAStatement}
          </button>
        </div>
      </form>
    </details>
  )
}

/** Who corrected it and when, and the way back. */
const Corrected = ({
  statement,
  people,
  site,
  story,
  mayChange,
}: ReadingPageProps & { statement: CorrectedStatement }) => {
  if (!statement.corrected) return null
  const { by, at } = statement.corrected
  return (
    <div class="corrected">
      <p class="meta">
        {m.correctedBy(people.get(by) ?? null, <time datetime={instant(at)}>{dayAndTime(site, at)}</time>)}
      </p>
      {mayChange ? (
        <form method="post" action={`/newsroom/stories/${story.id}/reading/correct`}>
          <input type="hidden" name="statement" value={statement.id} />
          <button type="submit" name="act" value="as read" class="quiet">
            {m.undo}
          </button>
        </form>
      ) : null}
    </div>
  )
}
