/** A page that was copied whole, menus and all: its headline, its byline and its story are found among what stands around them. */
import { describe, expect, test } from 'vitest'
import { readTextPage } from './text-page.ts'

const read = (text: string) => readTextPage(text, { now: Date.UTC(2026, 10, 24) })
const BODY = [
  'The library on Mill Street will close for good at the end of June, the town council decided on Monday night.',
  'About four thousand people borrow books there each month, said the librarian, and most of them come on foot.',
  'The council hopes to save eighty thousand pounds a year, though nobody could say what the building would fetch.',
]
const MENU = ['Jump to content', 'The Mill Gazette', 'Front page', 'Weather', 'Sport', 'Jobs', 'Cars', 'Find something']
const BELOW = ['Widely read', '1 The swan that stayed', '2 A bridge too low', 'Help', 'Imprint', '© The Mill Gazette']

describe('a page that was copied whole', () => {
  const page = read(
    [
      ...MENU,
      '',
      'Council closes the Mill Street library',
      '',
      'Eve Calloway',
      '3 March 2026',
      '',
      ...BODY.flatMap((one) => [one, '']),
      ...BELOW,
    ].join('\n'),
  )

  test('has the headline that its words speak of, and not the first line of its menu', () => {
    expect(page.content.headline).toBe('Council closes the Mill Street library')
  })

  test('has the name beside its date for a byline, and the date', () => {
    expect(page.content.byline).toBe('Eve Calloway')
    expect(page.date).toMatchObject({ edtf: '2026-03-03', sure: true })
  })

  test('has its paragraphs and nothing else for a body, and lists all that was left out', () => {
    expect(page.content.body.map((block) => ('text' in block ? block.text : ''))).toEqual(BODY)
    const left = page.dropped.map(({ text }) => text)
    for (const line of [...MENU, ...BELOW]) expect(left).toContain(line)
  })
})

test('a way to the page from the front page is no headline, though it ends with it', () => {
  const way = 'Home » News » Town » Council closes the Mill Street library'
  const { content } = read([...MENU, way, 'Council closes the Mill Street library', ...BODY, ...BELOW].join('\n\n'))
  expect(content.headline).toBe('Council closes the Mill Street library')
})

test('a story that was copied by itself keeps its first line for a headline, however little of it comes again', () => {
  expect(read(['Farewell to all that', ...BODY].join('\n\n')).content.headline).toBe('Farewell to all that')
})

test('where no letter is a capital, the first paragraph is a paragraph', () => {
  const first = 'नगर पालिका ने सोमवार रात को तय किया कि मिल स्ट्रीट का पुस्तकालय जून के अंत में हमेशा के लिए बंद कर दिया जाएगा'
  const next = 'हर महीने चार हजार लोग वहाँ से किताबें लेते हैं, पुस्तकालय की प्रमुख ने कहा, और उनमें से अधिकतर पैदल आते हैं।'
  const { content } = read(['पुस्तकालय बंद होगा', first, next, next.replace('चार', 'पाँच')].join('\n\n'))
  expect(content.standfirst).toBe('')
  expect(content.body[0]).toMatchObject({ text: first })
})
