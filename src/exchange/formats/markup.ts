/** Words for HTML, as formats put them together. */
import { escapedHtml } from '../../text/index.ts'

/** Plain text for an element or an attribute. What is an entity already stays one. */
export const escaped = (text: string): string =>
  text.replace(/&(?!(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[\da-f]{1,6});)|[<>"]/gi, (mark) => escapedHtml(mark))
