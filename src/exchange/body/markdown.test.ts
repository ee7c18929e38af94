import { Marked } from 'marked'
import { expect, test } from 'vitest'
import { expectGrowth } from '../../../test/growth.ts'
import { htmlOfMarkdown } from './markdown.ts'

test('bare addresses of the web are links, without the stop behind them; those of email stay words', () => {
  expect(
    htmlOfMarkdown('See https://harrow.example/a_b?c=1, or www.harrow.example. Write to ana@harrow.example!'),
  ).toBe(
    '<p>See <a href="https://harrow.example/a_b?c=1">https://harrow.example/a_b?c=1</a>, or ' +
      '<a href="http://www.harrow.example">www.harrow.example</a>. Write to ana@harrow.example!</p>\n',
  )
  expect(htmlOfMarkdown('[the *tide* at https://a.example](/tide)')).toBe(
    '<p><a href="/tide">the <em>tide</em> at https://a.example</a></p>\n',
  )
})

test('emphasis, breaks, tables and struck words are as on GitHub', () => {
  expect(htmlOfMarkdown('One **bold** word, `code_of`, ~~gone~~  \nnext & line')).toBe(
    '<p>One <strong>bold</strong> word, <code>code_of</code>, <del>gone</del><br>next &amp; line</p>\n',
  )
  expect(htmlOfMarkdown('| Day | Boats |\n|---|---|\n| Mon | 3 |')).toContain('<td>Mon</td>')
})

const plainly = (markdown: string) => String(new Marked({ gfm: true, async: false }).parse(markdown))

test.each([
  'The ferry <!-- late again --> left.',
  'The ferry <!-- late\nagain --> left.',
  'The ferry <!-- was late.',
  'The ferry <!-- was late.\n\nIt left --> at nine.',
  'Before --> the ferry <!-- was late.',
  '<!-- a note\n\nthat goes on --> The ferry left.',
  'It left.\n<!-- a note\n\nthat goes on -->\n\nIt came back.',
  '- <!-- a note\n\n  that goes on -->\n- It left.',
  '> It left.\n> <!-- a note -->',
  'It says `<!--` in the log.',
  '```\nIt says <!-- in the log.\n```',
  'Nothing <!--> and nothing <!---> and <!-- a note --> but this <!-- one.',
])('a comment begins and ends where it does in any Markdown: %j', (markdown) => {
  expect(htmlOfMarkdown(markdown)).toBe(plainly(markdown))
})

test.each([
  ['within a line', (n: number) => `A ${'<!--'.repeat(n)}`],
  ['at the beginnings of lines', (n: number) => '<!--\n'.repeat(n)],
  ['behind one that ends', (n: number) => `A <!-- b --> ${'<!--'.repeat(n)}\n\n-->`],
])('ten times as many beginnings of comments %s cost about ten times as much', (_, make) => {
  expectGrowth((n) => htmlOfMarkdown(make(n)), 3000)
})
