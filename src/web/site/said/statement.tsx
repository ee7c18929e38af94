/** A statement of reasons, as the page says it to whom it concerns. */
import type { StatementOfReasons } from '../../../redress/index.ts'

export const Statement = ({ statement, open = false }: { statement: StatementOfReasons; open?: boolean }) => (
  <details class="statement" open={open}>
    <summary>Statement of reasons</summary>
    <dl>
      <dt>What was decided</dt>
      <dd>{statement.decision}</dd>
      <dt>On which facts</dt>
      <dd>{statement.facts}</dd>
      <dt>On which ground</dt>
      <dd>
        {statement.ground.kind === 'law' ? (
          <>Illegal content: {statement.ground.law}. </>
        ) : (
          <>
            A <a href="/house-rules">rule of the house</a>:{' '}
          </>
        )}
        {statement.ground.title}. {statement.ground.sentence}
      </dd>
      <dt>What programs had to do with it</dt>
      <dd>{statement.automation}</dd>
      <dt>What you can do</dt>
      <dd>{statement.redress}</dd>
    </dl>
  </details>
)
