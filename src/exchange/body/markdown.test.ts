import { expect, test } from 'vitest'
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
