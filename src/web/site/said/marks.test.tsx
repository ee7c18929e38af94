/** Signs of who says so in a story's text: where they stand, what they say, and that they change no word. */
import { expect, test } from 'vitest'
import { correctedByHand } from '../../../../test/readings.ts'
import { content, discussionOf, site, story } from '../../../../test/sample-paper.ts'
import { type Element, readStrictly } from '../../../../test/well-formed.ts'
import type { ReadingBlock } from '../../../reading/index.ts'
import type { Block } from '../../../story/index.ts'
import { renderStoryPage } from '../story/story-page.tsx'
import { textDirective } from './text-directive.ts'
import { whoSaysSo } from './who-says-so.ts'

const TEXT = 'We waited. “The weir is done,” Edda Moor said. “It leaks.” Nobody asked.'
const body: Block[] = [
  {
    id: 'p1',
    type: 'paragraph',
    text: TEXT,
    marks: [
      // Over the end of the first quotation.
      { type: 'link', from: TEXT.indexOf('done'), to: TEXT.indexOf(' Edda') + 5, href: '/weir' },
      { type: 'emphasis', from: TEXT.indexOf('leaks'), to: TEXT.indexOf('leaks') + 5 },
    ],
  },
  { id: 'l1', type: 'list', ordered: false, items: [{ id: 'i1', text: '“Never again,” said Tom Holt.' }] },
  {
    id: 'q1',
    type: 'quote',
    credit: '',
    paragraphs: [
      { id: 'q1a', text: '“Nobody asked the fish,' },
      { id: 'q1b', text: 'and nobody will.”' },
    ],
  },
  { id: 'h1', type: 'heading', level: 2, text: '“It leaks”' },
]
const blocks: ReadingBlock[] = [
  { id: '@headline', kind: 'headline', text: '“The weir is done”' },
  { id: 'p1', kind: 'paragraph', text: TEXT },
  { id: 'i1', kind: 'item', text: '“Never again,” said Tom Holt.' },
  { id: 'q1a', kind: 'quote', text: '“Nobody asked the fish,' },
  { id: 'q1b', kind: 'quote', text: 'and nobody will.”' },
]
const reading = correctedByHand(
  blocks,
  [
    { words: '“The weir is done”', speaker: 'Edda Moor' },
    { block: 'p1', words: '“The weir is done,”', speaker: 'Edda Moor', cue: 'said' },
    { block: 'p1', words: '“It leaks.”', speaker: 'Edda Moor' },
    { block: 'p1', words: 'Nobody asked', speaker: 'Edda Moor', kind: 'reported' },
    { words: '“Never again,”', speaker: 'Tom Holt', cue: 'said' },
    { words: ['“Nobody asked the fish,', 'and nobody will.”'] },
  ],
  ['person: Edda Moor, lock keeper, chair, diver', 'person: Tom Holt'],
)
const page = { path: '/people/edda-moor', portrait: null }
const said = whoSaysSo({ reading, text: { blocks }, pageOf: ({ name }) => (name === 'Edda Moor' ? page : null) })
const draw = (shown = true): Element[] =>
  readStrictly(
    renderStoryPage({
      site,
      story: { ...story, content: { ...content, dateline: '', body } },
      discussion: discussionOf(),
      commentsOpen: false,
      said: shown ? said : null,
    }),
  )
const classed = (elements: Element[], name: string) => elements.filter(({ attributes }) => attributes.class === name)

test('each quotation ends with a sign that says who, opening right behind it what is known of them', () => {
  const elements = draw()
  const signs = classed(elements, 'says')
  expect(signs.map(({ attributes }) => attributes['aria-label'])).toEqual([
    'Who says so: Edda Moor',
    'Who says so: Edda Moor',
    'Who says so: Tom Holt',
    'Who says so: the story does not say',
  ])
  for (const { attributes } of signs) {
    const popover = elements.find(({ attributes: { id } }) => id === attributes.popovertarget)
    expect([attributes.type, popover?.attributes.popover]).toEqual(['button', 'auto'])
  }
  expect(new Set(signs.map(({ attributes }) => attributes.popovertarget)).size).toBe(signs.length)
  expect(classed(elements, 'says-who').map(({ text }) => text)).toEqual([
    'Edda Moorlock keeper, chair',
    'Edda Moorlock keeper, chair',
    'Tom Holt',
    'The story does not say who',
  ])
})

test('a sign stands behind its quotation and what closes it, in links, emphasis, lists and quotes, and no word changes', () => {
  const elements = draw()
  const popovers = classed(elements, 'says-who').map(({ text }) => text)
  const withoutSigns = (text = '') => popovers.reduce((rest, words) => rest.replace(words, ''), text)
  const stretches = classed(elements, 'q').map(({ text }) => withoutSigns(text))
  // The first goes on to the end of the link, in which no button may stand.
  expect(stretches).toEqual(['“The weir is done,” Edda', '“It leaks.”', '“Never again,”', 'and nobody will.”'])
  expect(withoutSigns(elements.find(({ attributes }) => attributes.id === 'b-p1')?.text)).toBe(TEXT)
  const link = elements.find(({ attributes }) => attributes.href === '/weir')
  expect(link?.text).toBe('done,” Edda')
  expect(elements.filter(({ attributes }) => attributes.href === '/weir')).toHaveLength(1)
  expect(elements.find(({ name }) => name === 'em')?.text).toBe('leaks')
})

test('headline and headings have no sign, nor what is only reported; with the switch off there is none at all', () => {
  for (const heading of draw().filter(({ name }) => /^h[123]$/.test(name)))
    expect(heading.text).not.toContain('Edda Moorlock')
  expect(draw(false).some(({ attributes }) => attributes.popover !== undefined || attributes.class === 'q')).toBe(false)
})

test('a link to a sentence names its paragraph, and words on one side of every sign', () => {
  const hrefs = said.speakers.flatMap(({ sentences }) => sentences.map(({ words, href }) => [words, href]))
  expect(hrefs).toEqual([
    ['“The weir is done”', '#main:~:text=%E2%80%9CThe%20weir%20is%20done%E2%80%9D'],
    [
      '“The weir is done,” Edda Moor said.',
      '#b-p1:~:text=%E2%80%9CThe%20weir%20is%20done%2C%E2%80%9D,Edda%20Moor%20said.',
    ],
    ['“It leaks.”', '#b-p1:~:text=%E2%80%9CIt%20leaks.%E2%80%9D'],
    ['Nobody asked.', '#b-p1:~:text=Nobody%20asked.'],
    ['“Never again,” said Tom Holt.', '#b-i1:~:text=said%20Tom%20Holt.'],
    ['“Nobody asked the fish, and nobody will.”', '#b-q1a:~:text=%E2%80%9CNobody%20asked%20the%20fish%2C'],
  ])
})

test('in a directive commas, hyphens and ampersands are words, long passages are named by their ends, and half a character is none', () => {
  expect(textDirective('well-kept, dry & warm')).toBe(':~:text=well%2Dkept%2C%20dry%20%26%20warm')
  const long = 'one two three four five six seven eight nine ten eleven twelve'
  expect(textDirective(long)).toBe(':~:text=one%20two%20three%20four,nine%20ten%20eleven%20twelve')
  expect(textDirective('\ud83d a b c')).toBe(':~:text=%20a%20b%20c')
  expect(textDirective('字'.repeat(300))).toBe('')
  expect(textDirective('  ')).toBe('')
})

test('statements that share a sentence stand in it once; a long speech begins with whole sentences', () => {
  const long = `“${'It leaks and leaks. '.repeat(40)}”`
  const own: ReadingBlock[] = [
    { id: 'a', kind: 'paragraph', text: 'The weir is old and it leaks, Edda Moor said.' },
    { id: 'b', kind: 'paragraph', text: long },
  ]
  const { speakers } = whoSaysSo({
    reading: correctedByHand(
      own,
      [
        { words: 'The weir is old', speaker: 'Edda Moor' },
        { words: 'it leaks', block: 'a', speaker: 'Edda Moor' },
        { words: long, block: 'b', speaker: 'Edda Moor' },
      ].map((one) => ({ ...one, name: null })),
    ),
    text: { blocks: own },
    pageOf: () => null,
  })
  const words = speakers.flatMap(({ sentences }) => sentences.map((sentence) => sentence.words))
  expect(words[0]).toBe('The weir is old and it leaks, Edda Moor said.')
  expect(words).toHaveLength(2)
  expect(words[1]).toMatch(/^“It leaks and leaks\. .*leaks\. …$/)
  expect(words[1]!.length).toBeLessThan(610)
})
