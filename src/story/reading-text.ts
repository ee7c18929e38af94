/** A story's words as the reading takes them: plain text, block by block, in the order in which readers meet them. */
import type { ReadingBlock, ReadingText } from '../reading/index.ts'
import type { Block, StoryContent } from './content.ts'

/**
 * `day`: the day the story is of, YYYY-MM-DD, or null where it has none yet.
 * Block ids are the body's own; what stands outside the body is '@headline',
 * '@standfirst' and '@caption', and the credit of a quote ID is 'ID.credit'.
 * Neither sign can be in a body's id, so no two are the same by accident.
 * Offsets count in the same text as marks do. Blocks without words are left out.
 */
export function readingTextOf(content: StoryContent, day: string | null): ReadingText {
  const blocks: ReadingBlock[] = [
    { id: '@headline', kind: 'headline' as const, text: content.headline },
    { id: '@standfirst', kind: 'standfirst' as const, text: content.standfirst },
    { id: '@caption', kind: 'caption' as const, text: content.picture?.caption ?? '' },
    ...content.body.flatMap(blocksOf),
  ].filter(({ text }) => text.trim() !== '')
  return day === null ? { blocks } : { date: day, blocks }
}

function blocksOf(block: Block): ReadingBlock[] {
  switch (block.type) {
    case 'paragraph':
    case 'note':
      return [{ id: block.id, kind: 'paragraph', text: block.text }]
    case 'heading':
      return [{ id: block.id, kind: 'heading', text: block.text }]
    case 'list':
      return block.items.map(({ id, text }) => ({ id, kind: 'item', text }))
    case 'quote':
      return [
        ...block.paragraphs.map(({ id, text }) => ({ id, kind: 'quote' as const, text })),
        { id: `${block.id}.credit`, kind: 'credit', text: block.credit },
      ]
    case 'figure':
      return [{ id: block.id, kind: 'caption', text: block.picture.caption }]
    case 'gallery':
      return [...block.pictures, block].map(({ id, caption }) => ({ id, kind: 'caption', text: caption }))
    // An embed's title is another's, and a file's only names it: neither is read.
    case 'embed':
    case 'file':
      return []
    // The paper's own facts, which nobody in the story says: a list of who is who would make speakers of them all.
    case 'table':
    case 'box':
      return []
  }
}

const days = new Map<string, Intl.DateTimeFormat>()

/** Kept: making one takes longer than all that is asked of it. A site has one time zone. */
function daysIn(timeZone: string): Intl.DateTimeFormat {
  let format = days.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA-u-ca-iso8601-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    days.set(timeZone, format)
  }
  return format
}

/** The day that an instant falls on in a time zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, at: number): string {
  const parts = daysIn(timeZone).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}
