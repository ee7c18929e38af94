/** A story's blocks as the plain HTML that other systems take. */
import { type Block, type Mark, picturesOf } from '../../../story/index.ts'
import { escapedHtml } from '../../../text/index.ts'

type Picture = Extract<Block, { type: 'figure' }>['picture']

/** `at` tells where a picture can be fetched, by its id in the library; null where nothing is made of it yet. */
export function htmlOf(body: readonly Block[], at: (id: string) => string | null): string {
  return body.map((block) => htmlOfBlock(block, at)).join('\n')
}

function htmlOfBlock(block: Block, at: (id: string) => string | null): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${marked(block)}</p>`
    case 'note':
      return `<p><em>${escapedHtml(block.text)}</em></p>`
    case 'heading':
      return `<h${block.level}>${marked(block)}</h${block.level}>`
    case 'quote': {
      const credit = block.credit === '' ? '' : `<cite>${escapedHtml(block.credit)}</cite>`
      return `<blockquote>${block.paragraphs.map((one) => `<p>${marked(one)}</p>`).join('')}${credit}</blockquote>`
    }
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul'
      return `<${name}>${block.items.map((one) => `<li>${marked(one)}</li>`).join('')}</${name}>`
    }
    case 'figure':
      return figure(block.picture, at)
    case 'gallery':
      return [
        ...block.pictures.map((picture) => figure(picture, at)),
        block.caption && `<p>${escapedHtml(block.caption)}</p>`,
      ].join('')
    case 'embed':
      return `<p><a href="${escapedHtml(block.url)}">${escapedHtml(block.title || block.url)}</a></p>`
    case 'file':
      return `<p>${escapedHtml(block.title)}</p>`
    case 'table': {
      const rows = block.rows.map(({ cells }, row) => {
        const cell = (one: (typeof cells)[number], column: number) => {
          const name = (block.headerRow && row === 0) || (block.headerColumn && column === 0) ? 'th' : 'td'
          return `<${name}>${marked(one)}</${name}>`
        }
        return `<tr>${cells.map(cell).join('')}</tr>`
      })
      const caption = block.caption === '' ? '' : `<figcaption>${escapedHtml(block.caption)}</figcaption>`
      return `<figure class="wp-block-table"><table><tbody>${rows.join('')}</tbody></table>${caption}</figure>`
    }
    case 'box':
      return [block.title && `<h3>${escapedHtml(block.title)}</h3>`, htmlOf(block.blocks, at)].join('')
  }
}

function figure(picture: Picture, at: (id: string) => string | null): string {
  const words = [picture.caption, picture.credit].filter((one) => one !== '').join(' ')
  const caption = words === '' ? '' : `<figcaption>${escapedHtml(words)}</figcaption>`
  const [id] = picturesOf({ picture, body: [] })
  const src = id === undefined ? picture.src : at(id)
  return src
    ? `<figure><img src="${escapedHtml(src)}" alt="${escapedHtml(picture.alt)}" />${caption}</figure>`
    : `<p>${escapedHtml(words)}</p>`
}

const TAGS = { strong: 'strong', emphasis: 'em', link: 'a' } as const
const ORDER = ['link', 'strong', 'emphasis'] as const

/** Marks may overlap; each stretch of text is given those that it has. */
function marked({ text, marks = [] }: { text: string; marks?: readonly Mark[] | undefined }): string {
  const ends = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])]
    .filter((at) => at <= text.length)
    .sort((a, b) => a - b)
  return ends
    .slice(1)
    .map((to, i) => {
      const from = ends[i] as number
      const here = ORDER.flatMap(
        (type) => marks.find((mark) => mark.type === type && mark.from <= from && mark.to >= to) ?? [],
      )
      const open = here.map((mark) =>
        mark.type === 'link' ? `<a href="${escapedHtml(mark.href)}">` : `<${TAGS[mark.type]}>`,
      )
      const close = [...here].reverse().map(({ type }) => `</${TAGS[type]}>`)
      return open.join('') + escapedHtml(text.slice(from, to)).replaceAll('\n', '<br />') + close.join('')
    })
    .join('')
}
