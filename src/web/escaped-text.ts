import { raw } from 'hono/html'

const ESCAPED = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
] as const

/**
 * A long text as it stands in a page, in an element or an attribute. The
 * renderer looks at one letter after the other, and two megabytes that are given
 * back would hold up everybody else for as long; parting and joining takes a
 * fraction of that, also where a text is nothing but such signs.
 */
export const escapedText = (text: string) =>
  raw(ESCAPED.reduce((done, [sign, escaped]) => (done.includes(sign) ? done.split(sign).join(escaped) : done), text))
