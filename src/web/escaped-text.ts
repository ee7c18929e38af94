import { raw } from 'hono/html'

/**
 * A long text as it stands in a page, in an element or an attribute. The
 * renderer looks at one letter after the other, and two megabytes that are given
 * back would hold up everybody else for as long.
 */
export const escapedText = (text: string) =>
  raw(
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  )
