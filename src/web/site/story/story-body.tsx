/** A story's body: every kind of block, and words with their marks. */

import type { Child } from 'hono/jsx'
import { discussionMessages as m } from '../../../messages/index.ts'
import { directionOf } from '../../../publication/index.ts'
import type { Block, Mark, StoryContent } from '../../../story/index.ts'
import { isWrittenIn, scriptOf } from '../../../text/index.ts'
import type { Site } from '../kit/props.ts'
import type { SaidMarks } from '../said/said-props.ts'
import { BoxView, standsBeside } from './box-view.tsx'
import { EmbedView } from './embed-view.tsx'
import { FileView } from './file-view.tsx'
import { GalleryView } from './gallery-view.tsx'
import type { LanguageAttributes } from './own-language.ts'
import { PictureView } from './picture-view.tsx'
import { TableView } from './table-view.tsx'
import { type Stretch, words } from './words.tsx'

interface BodyProps {
  body: readonly Block[]
  dateline?: string
  /** Given on the story's own page: the signs of who says so, or null where its switch is off; and what stands behind a block. */
  page?: { marks: SaidMarks | null; after?: ((blockId: string) => Child) | undefined } | undefined
  /** For where the paper's styles are not, as in a feed: pictures and tables as they are, nothing to open. */
  plain?: boolean
  /** In the newsroom: words that colleagues noted something on, by the id of what has them. */
  noted?: ReadonlyMap<string, readonly Stretch[]> | undefined
}

/**
 * `dateline` stands before the first words, as in print; where those are no paragraph, on a line of its own. Where the
 * page shows who says so, a quote's paragraphs and a list's items can be led to as well.
 */
export const StoryBody = ({ body, dateline = '', page, plain = false, noted }: BodyProps) => {
  const runsIn = dateline !== '' && body[0]?.type === 'paragraph'
  return (
    <div class="story-body">
      {dateline !== '' && !runsIn ? <p class="dateline">{dateline}</p> : null}
      {body.map((block, index) => (
        <>
          <BlockView
            block={block}
            dateline={runsIn && index === 0 ? dateline : ''}
            page={page}
            plain={plain}
            noted={noted}
            beside={block.type === 'box' && standsBeside(block, body.slice(index + 1))}
          />
          {page?.after?.(block.id)}
        </>
      ))}
    </div>
  )
}

interface BlockProps {
  block: Block
  dateline: string
  page: BodyProps['page']
  plain: boolean
  noted: BodyProps['noted']
  /** Of a box: whether the words that follow run past it. */
  beside: boolean
}

function BlockView({ block, dateline, page, plain, noted, beside }: BlockProps) {
  const anchor = (id: string) => (page?.marks ? { id: `b-${id}` } : {})
  const said = (part: { id: string; text: string; marks?: readonly Mark[] | undefined }) =>
    words(part, { said: page?.marks?.get(part.id), noted: noted?.get(part.id), ties: page !== undefined })
  switch (block.type) {
    case 'paragraph':
      return (
        <p id={`b-${block.id}`}>
          {dateline ? <span class="dateline">{dateline} — </span> : null}
          {said(block)}
        </p>
      )
    case 'heading':
      return block.level === 2 ? (
        <h2 id={`b-${block.id}`}>{words(block, { noted: noted?.get(block.id) })}</h2>
      ) : (
        <h3 id={`b-${block.id}`}>{words(block, { noted: noted?.get(block.id) })}</h3>
      )
    case 'quote':
      return (
        <blockquote id={`b-${block.id}`}>
          {block.paragraphs.map((paragraph) => (
            <p {...anchor(paragraph.id)}>{said(paragraph)}</p>
          ))}
          {block.credit ? <footer>{block.credit}</footer> : null}
        </blockquote>
      )
    case 'list': {
      const items = block.items.map((item) => <li {...anchor(item.id)}>{said(item)}</li>)
      return block.ordered ? <ol id={`b-${block.id}`}>{items}</ol> : <ul id={`b-${block.id}`}>{items}</ul>
    }
    case 'figure':
      return <PictureView picture={block.picture} id={`b-${block.id}`} />
    case 'embed':
      return <EmbedView block={block} />
    case 'file':
      return <FileView block={block} plays={page !== undefined} />
    case 'note':
      return (
        <aside class="note" id={`b-${block.id}`} aria-label={m.note}>
          <p>{said(block)}</p>
        </aside>
      )
    case 'gallery':
      return <GalleryView block={block} opens={!plain} />
    case 'table':
      return <TableView block={block} onPage={!plain} />
    case 'box':
      return <BoxView block={block} beside={beside} onPage={!plain} />
  }
}

/** A story's words without their form: for descriptions and excerpts. */
export function plainText(body: readonly Block[], limit: number): string {
  let text = ''
  for (const block of body) {
    if (block.type !== 'paragraph') continue
    text += `${text ? ' ' : ''}${block.text}`
    if (text.length >= limit) break
  }
  if (text.length <= limit) return text
  const cut = text.slice(0, limit)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit - 40))}…`
}

/**
 * The attributes of an element whose story is written in another language than
 * the site's. Where none is stated, words in a script that the site's language
 * is not written in are of a language that nobody knows (`lang=""`), and run as
 * their script does.
 */
export function languageAttributes(site: Site, content: StoryContent): LanguageAttributes {
  const { language, headline, standfirst, body } = content
  if (language) return language === site.language ? {} : { lang: language, dir: directionOf(language) }
  const script = scriptOf(`${headline} ${standfirst} ${plainText(body, 1000)}`)
  return script === null || isWrittenIn(site.language, script) ? {} : { lang: '', dir: script.direction }
}
