/** A statement of reasons, as the page says it to whom it concerns. */
import { receiptMessages as m } from '../../../messages/index.ts'
import type { StatementOfReasons } from '../../../redress/index.ts'

export const Statement = ({ statement, open = false }: { statement: StatementOfReasons; open?: boolean }) => (
  <details class="statement" open={open}>
    <summary>{m.statement}</summary>
    <dl>
      <dt>{m.whatWasDecided}</dt>
      <dd>{statement.decision}</dd>
      <dt>{m.facts}</dt>
      <dd>{statement.facts}</dd>
      <dt>{m.ground}</dt>
      <dd>
        {statement.ground.kind === 'law'
          ? m.illegal(statement.ground.law, reasonOf(statement))
          : m.houseRule(<a href="/house-rules">{m.aHouseRule}</a>, reasonOf(statement))}
      </dd>
      <dt>{m.automation}</dt>
      <dd>{statement.automation}</dd>
      <dt>{m.whatYouCanDo}</dt>
      <dd>{statement.redress}</dd>
    </dl>
  </details>
)

const reasonOf = ({ ground }: StatementOfReasons): string => `${ground.title}. ${ground.sentence}`
