/** Galleries, tables and fact boxes as they are drawn, and what a page says of how a story was made. */
import { expect, test } from 'vitest'
import { need } from '../../../../test/need.ts'
import { content, discussionOf, site, story } from '../../../../test/sample-paper.ts'
import { readStrictly } from '../../../../test/well-formed.ts'
import { NO_AI } from '../../../media/index.ts'
import { type Block, markupToBody, type StoryContent } from '../../../story/index.ts'
import { columnKinds } from './column-kinds.ts'
import { renderStoryPage } from './story-page.tsx'

await need('build')

const bodyOf = (markup: string): Block[] => {
  const read = markupToBody(markup, [])
  if ('problem' in read) throw new Error(read.problem)
  return read.body
}
const draw = (changes: Partial<StoryContent>): string =>
  renderStoryPage({
    site,
    story: { ...story, content: { ...content, ...changes } },
    discussion: discussionOf(),
    commentsOpen: true,
  })
const dataOf = (html: string) =>
  JSON.parse(readStrictly(html).find(({ attributes }) => attributes.type === 'application/ld+json')?.text ?? '')

test.each([
  [['1', '12', '1,250', '−3.4', ''], 'num'],
  [['£4m', '12%', '27 pts', '-'], 'num'],
  [['2–1', '0-0', '11:9'], 'score'],
  [['12', 'Rovers'], ''],
  [['', '–'], ''],
  [['May 12', '12 May 2026'], ''],
  [['9'.repeat(10_000)], ''],
])('a column of %j is set as it is read: %s', (column, kind) => {
  const rows = column.map((text, i) => ({ id: `r${i}`, cells: [{ text }] }))
  expect(columnKinds({ id: 't', type: 'table', caption: '', headerRow: false, headerColumn: false, rows })).toEqual([
    kind,
  ])
})

test('a table has its name, its headers with their scope, and figures that stand under one another', () => {
  const elements = readStrictly(
    draw({
      body: bodyOf('{table Points | header column}\n| Club | Points |\n| --- | --- |\n| Rovers | 27 |\n| United | 6 |'),
    }),
  )
  const [table] = elements.filter(({ name }) => name === 'table')
  const caption = elements.find(({ attributes }) => attributes.id === table?.attributes['aria-labelledby'])
  expect(caption?.text).toBe('Points')
  const cells = elements.filter(({ name }) => name === 'th' || name === 'td')
  expect(cells.map(({ text, attributes: { scope, class: kind } }) => [text, scope ?? kind])).toEqual([
    ['Club', 'col'],
    ['Points', 'col'],
    ['Rovers', 'row'],
    ['27', 'num'],
    ['United', 'row'],
    ['6', 'num'],
  ])
})

test('a short fact box stands beside the words that run past it; a long one, or one with nothing after it, across them', () => {
  const classOf = (facts: string, after: string) =>
    readStrictly(draw({ body: bodyOf(`{box Facts}\n${facts}\n{/box}\n\n${after}`) })).find(
      ({ name }) => name === 'aside',
    )?.attributes.class
  const words = 'The harbour board voted to dredge. '
  expect(classOf('It was 1987.', words.repeat(20))).toBe('box beside')
  expect(classOf('It was 1987.', words)).toBe('box')
  expect(classOf(words.repeat(20), words.repeat(200))).toBe('box')
  expect(classOf('It was 1987.', `${words}\n\n{figure /a.jpg | a}\n\n${words.repeat(20)}`)).toBe('box')
})

test('the search headline is the page’s title, the share headline that of its links; readers see the headline', () => {
  const html = draw({ headline: 'Deep water', searchHeadline: 'Harbour to be dredged', shareHeadline: 'They will dig' })
  const elements = readStrictly(html)
  expect(elements.find(({ name }) => name === 'title')?.text).toMatch(/^Harbour to be dredged · /)
  const shared = elements.find(({ attributes }) => attributes.property === 'og:title')
  expect(shared?.attributes.content).toBe('They will dig')
  expect(elements.find(({ name }) => name === 'h1')?.text).toBe('Deep water')
  expect(dataOf(html)).toMatchObject({ headline: 'Deep water', alternativeHeadline: 'Harbour to be dredged' })
})

test('a story that was made with AI says how, who reviewed it and who is responsible, to readers and to programs', () => {
  const html = draw({ madeWithAi: { how: 'helped', reviewedBy: 'Ines Vale', responsible: 'Bo Dahl' } })
  expect(html).toContain('Written with the help of AI · reviewed by Ines Vale · responsible: Bo Dahl')
  expect(dataOf(html)).toMatchObject({
    digitalSourceType: 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
    accountablePerson: { name: 'Bo Dahl' },
    mainEntityOfPage: { reviewedBy: { name: 'Ines Vale' } },
  })
  const plain = draw({ madeWithAi: { ...NO_AI, reviewedBy: 'Ines Vale' } })
  expect(plain).not.toContain('made-with-ai')
  expect(JSON.stringify(dataOf(plain))).not.toMatch(/digitalSourceType|reviewedBy/)
})
