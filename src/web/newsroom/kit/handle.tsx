import { frameMessages as m } from '../../../messages/index.ts'

/** What a line is dragged by; the browser code of `drag-order` shows it. */
export const Handle = () => (
  <span class="handle" title={m.drag} aria-hidden="true" hidden>
    ⠿
  </span>
)
