/** Markdown as HTML, for stories that are written in it. */
import { Marked } from 'marked'

/** GitHub's dialect; HTML within it stays as it is, and `bodyOf` reads it. */
const marked = new Marked({ gfm: true, async: false })

export const htmlOfMarkdown = (markdown: string): string => String(marked.parse(markdown))
