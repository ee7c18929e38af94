/** How galleries, tables, fact boxes and all else are typed, beside the body. */
import { bodyHelpMessages as m } from '../../../messages/index.ts'

export const BodyHelp = () => (
  <details class="body-help">
    <summary>{m.summary}</summary>
    {m.kinds.map(({ name, says, typed }) => (
      <>
        <p>
          <strong>{name}</strong> {says}
        </p>
        <pre dir="ltr">
          <code>{typed}</code>
        </pre>
      </>
    ))}
  </details>
)
