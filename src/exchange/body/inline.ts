/** The elements within a line of an old story: what is marked, linked, set higher, struck out. */
import { oldStoryMessages as m } from '../../messages/index.ts'
import { beginningOf } from '../../text/index.ts'
import { CREDIT_CLASS, EMPHASIS, STRONG, STRUCK } from './elements.ts'
import type { Attributes } from './events.ts'
import { keptAddress } from './links.ts'
import { REPEATED } from './passed.ts'
import type { Stand } from './stand.ts'

export interface Inline {
  open(name: string, attributes: Attributes): void
  /** False where it is none of those that end as they please, whatever is open. */
  close(name: string): boolean
  words(text: string): void
  /** Where the link leads that is open; null for none. */
  link(): string | null
}

export function inlineOf(stand: Stand, base: string): Inline {
  const { line, left } = stand
  let link: string | null = null
  let raised: 'sup' | 'sub' | null = null
  let struck: string | null = null

  const linkTo = (address: string | null) => {
    link = address
    line.link(address)
    if (address !== null && /^https?:/.test(address)) stand.frame().lastLink = address
  }
  const marked = (name: string, isStrong: boolean, isEmphasis: boolean) => {
    if (isStrong) line.mark('strong', 1)
    if (isEmphasis) line.mark('emphasis', 1)
    stand.push(name, () => {
      if (isStrong) line.mark('strong', -1)
      if (isEmphasis) line.mark('emphasis', -1)
    })
  }
  return {
    open(name, attributes) {
      const { style = '', class: className = '' } = attributes
      if (STRONG.has(name)) line.mark('strong', 1)
      else if (EMPHASIS.has(name)) line.mark('emphasis', 1)
      else if (name === 'a') linkTo(keptAddress(attributes.href ?? '', base))
      else if (name === 'cite') {
        if (stand.frame().kind === 'quote' && line.isEmpty()) stand.sunk(name, { to: 'credit' })
        else marked(name, false, true)
      } else if (name === 'q') {
        line.add('“')
        stand.push(name, () => line.add('”'))
      } else if (name === 'sup' || name === 'sub') {
        raised = name
        stand.push(name, () => {
          raised = null
        })
      } else if (STRUCK.has(name)) {
        struck ??= ''
        stand.push(name, () => {
          if (struck?.trim()) left.say(m.struckOut(beginningOf(struck, REPEATED)))
          struck = null
        })
      } else if (CREDIT_CLASS.test(className) && stand.frame().sink.to === 'caption') stand.sunk(name, { to: 'credit' })
      else marked(name, /font-weight:\s?(?:bold|[6-9]00)/i.test(style), /font-style:\s?(?:italic|oblique)/i.test(style))
    },
    close(name) {
      if (STRONG.has(name)) line.mark('strong', -1)
      else if (EMPHASIS.has(name)) line.mark('emphasis', -1)
      else if (name === 'a') linkTo(null)
      else return false
      return true
    },
    words(text) {
      if (struck !== null && struck.length < 4 * REPEATED) struck += text
      line.add(raised ? raisedFigures(text, raised) : text)
    },
    link: () => link,
  }
}

const RAISED = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻', sub: '₀₁₂₃₄₅₆₇₈₉₊₋' }

/** Figures that were set higher or lower stay so: 10⁶ is not 106. */
function raisedFigures(text: string, where: 'sup' | 'sub'): string {
  if (!/^[\d+−-]+$/.test(text)) return text
  return [...text.replaceAll('−', '-')].map((one) => RAISED[where]['0123456789+-'.indexOf(one)] ?? one).join('')
}
