import type { Block, Mark, StoryContent } from './content.ts'
import { typeset } from './typeset.ts'

/** A story with real quotes, dashes and spaces in all its words; marks stay on the words they were on. */
export function typesetContent(content: StoryContent, siteLanguage: string): StoryContent {
  const language = content.language || siteLanguage
  const set = (text: string) => typeset(text, language)
  const { picture } = content
  return {
    ...content,
    headline: set(content.headline),
    standfirst: set(content.standfirst),
    byline: set(content.byline),
    dateline: set(content.dateline),
    section: set(content.section),
    searchHeadline: set(content.searchHeadline),
    shareHeadline: set(content.shareHeadline),
    picture: picture && {
      ...picture,
      alt: set(picture.alt),
      caption: set(picture.caption),
      credit: set(picture.credit),
    },
    body: content.body.map((block) => typesetBlock(block, language)),
  }
}

function typesetBlock(block: Block, language: string): Block {
  const set = <T extends { text: string; marks?: Mark[] | undefined }>(part: T): T => typesetWords(part, language)
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'note':
      return set(block)
    case 'quote':
      return { ...block, paragraphs: block.paragraphs.map(set), credit: typeset(block.credit, language) }
    case 'list':
      return { ...block, items: block.items.map(set) }
    case 'figure':
      return { ...block, picture: { ...block.picture, caption: typeset(block.picture.caption, language) } }
    case 'embed':
    case 'file':
      return { ...block, title: typeset(block.title, language) }
    case 'gallery': {
      const pictures = block.pictures.map((one) => ({ ...one, caption: typeset(one.caption, language) }))
      return { ...block, pictures, caption: typeset(block.caption, language) }
    }
    case 'table': {
      const rows = block.rows.map((row) => ({ ...row, cells: row.cells.map(set) }))
      return { ...block, rows, caption: typeset(block.caption, language) }
    }
    case 'box': {
      const blocks = block.blocks.map((one) => (one.type === 'list' ? { ...one, items: one.items.map(set) } : set(one)))
      return { ...block, blocks, title: typeset(block.title, language) }
    }
  }
}

/** Each mark costs its words twice over; words with more marks than anybody sets stay as they were typed. */
const MOST_SET = 2_000_000

function typesetWords<T extends { text: string; marks?: Mark[] | undefined }>(part: T, language: string): T {
  if ((part.marks?.length ?? 0) * part.text.length > MOST_SET) return part
  const text = typeset(part.text, language)
  if (!part.marks?.length || text.length === part.text.length) return { ...part, text }
  // A mark ends after as much as stands before its end, and begins before as much as follows its beginning:
  // a dash that is cut off from the words behind it would stay two hyphens.
  const end = (at: number) => Math.min(typeset(part.text.slice(0, at), language).length, text.length)
  const start = (at: number) => Math.max(text.length - typeset(part.text.slice(at), language).length, 0)
  const marks = part.marks.map((mark) => ({ ...mark, from: start(mark.from), to: end(mark.to) }))
  return { ...part, text, marks: marks.filter(({ from, to }) => to > from) }
}
