/** The copy desk's checks, each a function from a story to findings. */

import { copyDeskMessages as m } from '../messages/index.ts'
import { findQuotations } from '../reading/index.ts'
import { showsSomething } from '../text/index.ts'
import type { Check, CheckedStory, Finding } from './finding.ts'

const whole = (check: string, severity: Finding['severity'], sentence: string): Finding => ({
  check,
  severity,
  sentence,
  block: null,
})

const headline: Check = (story) => (showsSomething(story.headline) ? [] : [whole('headline', 'stop', m.noHeadline)])

/** A page of results is a story too. */
const HOLD_THE_STORY = ['paragraph', 'list', 'quote', 'table', 'box', 'gallery']

/** What would be an empty page is held back; a picture or a film without a word is none. */
const body: Check = (story) =>
  story.blocks.some(({ kind, text, shows }) => shows || (HOLD_THE_STORY.includes(kind) && showsSomething(text)))
    ? []
    : [whole('body', 'stop', m.noBody)]

const byline: Check = (story) => (showsSomething(story.byline) ? [] : [whole('byline', 'look', m.noByline)])

/** Opened and not closed, unless the next paragraph takes the quotation up again, as the custom is. */
const quotation: Check = ({ blocks }) =>
  blocks.flatMap((block, index) => {
    const isOpen = findQuotations(block.text).some(({ open }) => open)
    const goesOn = /^[“„«"]/.test(blocks[index + 1]?.text ?? '')
    if (!isOpen || goesOn) return []
    return [
      {
        check: 'quotation',
        severity: 'look' as const,
        sentence: m.openQuotation(excerptOf(block.text)),
        block: block.id,
      },
    ]
  })

const doubledWord: Check = ({ blocks }) =>
  blocks.flatMap((block) =>
    [...block.text.matchAll(/(?<![\p{L}\p{N}])(\p{L}{2,}) \1(?![\p{L}\p{N}])/giu)]
      // "had had" and "that that" are right as often as not.
      .filter(([, word]) => !/^(had|that|is|very|bye|blah|so|no|ha)$/i.test(word as string))
      .map(([, word]) => ({
        check: 'doubled-word',
        severity: 'look' as const,
        sentence: m.doubledWord(word as string),
        block: block.id,
      })),
  )

export const CHECKS: readonly Check[] = [headline, body, byline, quotation, doubledWord]

/** Everything the checks find, what stops publication first. */
export function checkStory(story: CheckedStory): Finding[] {
  const order = { stop: 0, look: 1, style: 2 }
  return CHECKS.flatMap((check) => check(story)).sort((a, b) => order[a.severity] - order[b.severity])
}

const excerptOf = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
