/** What people paste: from Word, Google Docs, LibreOffice, web pages, Markdown and plain text; and far too much of it. */
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../../story/index.ts'
import { docToBlocks } from '../from-doc.ts'
import { schema } from '../schema.ts'
import { readPasted, saidOf } from './paste.ts'

const parse = (html: string): Element => parseHTML(`<html><body>${html}</body></html>`).document.body
const read = (html: string, text = 'x') => {
  const done = readPasted({ html, text }, parse)
  if ('problem' in done) throw new Error(done.problem)
  return { blocks: docToBlocks(schema.node('doc', null, done.nodes)) as Block[], said: saidOf(done) }
}
const wordsIn = (blocks: readonly Block[]) =>
  blocks.map((block) => ('text' in block ? `${block.type} ${block.text}` : JSON.stringify(block)))

describe('pasting', () => {
  test('from Google Docs: its bold wrapper is none, its spans are, and lists stay lists', () => {
    const { blocks, said } = read(
      `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">The ferry was </span><span style="font-weight:700">late</span><span style="font-style:italic"> again</span>.</p><h1><span style="font-weight:400">What happened</span></h1><ul><li><p><span>nine</span></p></li><li><p>ten</p></li></ul></b>`,
    )
    expect(blocks).toMatchObject([
      {
        type: 'paragraph',
        text: 'The ferry was late again.',
        marks: [
          { type: 'strong', from: 14, to: 18 },
          { type: 'emphasis', from: 19, to: 24 },
        ],
      },
      { type: 'heading', level: 2, text: 'What happened' },
      { type: 'list', ordered: false, items: [{ text: 'nine' }, { text: 'ten' }] },
    ])
    expect(said).toBe('')
  })

  test('from LibreOffice: fonts and colours go, words and tables stay', () => {
    const { blocks } = read(
      `<p style="line-height: 100%"><font color="#000000"><font face="Liberation Serif, serif">Results<br/>of Monday</font></font></p><table><col width="1"/><tr><td><p><b>Team</b></p></td><td><p>Goals</p></td></tr><tr><td><p>Quay</p></td></tr></table>`,
    )
    expect(blocks).toMatchObject([
      { text: 'Results' },
      { text: 'of Monday' },
      {
        type: 'table',
        rows: [{ cells: [{ text: 'Team' }, { text: 'Goals' }] }, { cells: [{ text: 'Quay' }, { text: '' }] }],
      },
    ])
  })

  test('from a web page: links stay where they lead somewhere, nothing runs, and what has no place is said', () => {
    const { blocks, said } = read(
      `<style>p{}</style><script>alert(1)</script><nav>Home</nav><article><p>See <a href="https://example.org/a">the plan</a> or <a href="javascript:alert(1)">this</a>.</p><img src="a.jpg"><img src="t.gif" width="1"><iframe src="https://x.example"></iframe><blockquote><p>We waited.</p></blockquote><p style="display:none">secret</p></article>`,
    )
    expect(wordsIn(blocks)).toEqual([
      'paragraph Home',
      'paragraph See the plan or this.',
      expect.stringContaining('We waited.'),
    ])
    expect((blocks[1] as { marks: object[] }).marks).toEqual([
      { type: 'link', href: 'https://example.org/a', from: 4, to: 12 },
    ])
    expect(said).toBe('Left out: 1 picture and 1 embed.')
  })

  test('Markdown becomes what it says; lines of plain text are paragraphs, and broken lines of a mail are joined', () => {
    const { blocks } = read(
      '',
      '## What *happened*\n\n- **nine**\n- [ten](https://example.org)\n\n> We waited\n\nA | B\n--|--\n1 | 2\n\nsnake_case 2*3*4',
    )
    expect(blocks).toMatchObject([
      { type: 'heading', text: 'What happened', marks: [{ type: 'emphasis' }] },
      {
        type: 'list',
        items: [
          { text: 'nine', marks: [{ type: 'strong' }] },
          { text: 'ten', marks: [{ type: 'link' }] },
        ],
      },
      { type: 'quote', paragraphs: [{ text: 'We waited' }] },
      { type: 'table', rows: [{ cells: [{ text: 'A' }, { text: 'B' }] }, { cells: [{ text: '1' }, { text: '2' }] }] },
      { type: 'paragraph' },
    ])
    expect(wordsIn(read('', 'One\nTwo').blocks)).toEqual(['paragraph One', 'paragraph Two'])
    expect(wordsIn(read('', 'One\nand on\n\nTwo').blocks)).toEqual(['paragraph One and on', 'paragraph Two'])
  })

  test('too much of it is one sentence; of a page that is too large the words are taken', () => {
    expect(readPasted({ html: '', text: 'w'.repeat(1_000_000) }, parse)).toEqual({
      problem:
        'This was not pasted: it has 1,000,000 characters, and a story has room for 200,000. Paste a part of it.',
    })
    const large = { html: `<p>${'<span></span>'.repeat(400_000)}</p>`, text: 'The words.' }
    expect(wordsIn(read(large.html, large.text).blocks)).toEqual(['paragraph The words.'])
    expect(read(`${'<div>'.repeat(100_000)}deep`, 'deep').said).toBe(
      'Pasted as plain words: its formatting was too long to read.',
    )
    const rows = (count: number) => `<table>${'<tr><td>1</td><td>2</td></tr>'.repeat(count)}</table>`
    expect(read(rows(2_000)).blocks).toMatchObject([{ type: 'table' }])
    expect(readPasted({ html: rows(2_001), text: 'x' }, parse)).toMatchObject({
      problem: expect.stringContaining('2,001 rows'),
    })
  })
})
