/** A story's words with its statements marked in them; each leads to its line in the list, and back. */
import type { CorrectedReading, CorrectedStatement } from '../../../archive/index.ts'
import type { ReadingText } from '../../../reading/index.ts'
import { type Segment, type Stretch, segmentsOf } from './reading-segments.ts'

/** The element of a statement's words, and of its line in the list. */
export const wordsId = (statement: string): string => `in-${statement}`
export const lineId = (statement: string): string => `st-${statement}`

export const TextWithReading = ({ text, reading }: { text: ReadingText; reading: CorrectedReading }) => {
  const statements = new Map(reading.statements.map((statement, index) => [statement.id, { statement, index }]))
  const stretches = stretchesOf(reading.statements)
  return (
    <div class="reading-text">
      {text.blocks.map(({ id, kind, text: words }) => (
        <p class={`as-${kind}`} dir="auto">
          {segmentsOf(words, stretches.get(id) ?? []).map((segment) => (
            <Piece segment={segment} statements={statements} />
          ))}
        </p>
      ))}
    </div>
  )
}

const Piece = ({
  segment: { text, statement: id, begins, ends },
  statements,
}: {
  segment: Segment
  statements: ReadonlyMap<string, { statement: CorrectedStatement; index: number }>
}) => {
  const found = id === null ? undefined : statements.get(id)
  if (id === null || !found) return <>{text}</>
  return (
    <>
      {begins
        .filter((other) => other !== id)
        .map((other) => (
          <span id={wordsId(other)} />
        ))}
      <a
        class={`words ${found.statement.kind}`}
        href={`#${lineId(id)}`}
        {...(begins.includes(id) ? { id: wordsId(id) } : {})}
      >
        {text}
        {ends.includes(id) ? <span class="number">{found.index + 1}</span> : null}
      </a>
    </>
  )
}

function stretchesOf(statements: readonly CorrectedStatement[]): Map<string, Stretch[]> {
  const byBlock = new Map<string, Stretch[]>()
  for (const { id, content } of statements) {
    for (const [index, { block, from, to }] of content.entries()) {
      const stretch = { statement: id, from, to, first: index === 0, last: index === content.length - 1 }
      const list = byBlock.get(block)
      if (list) list.push(stretch)
      else byBlock.set(block, [stretch])
    }
  }
  return byBlock
}
