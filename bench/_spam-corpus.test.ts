import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseCsv, readVideos } from './_spam-corpus.ts'
import { measure, reliability } from './_spam-measures.ts'

test('fields in quotation marks hold commas, line breaks and quotation marks', () => {
  expect(parseCsv('a,b\r\n"one, two","she said ""no""\nand left"\n\nlast,\n')).toEqual([
    ['a', 'b'],
    ['one, two', 'she said "no"\nand left'],
    ['last', ''],
  ])
})

test('a video’s comments come as their readers saw them, with the hour and what was decided', () => {
  const folder = mkdtempSync(join(tmpdir(), 'courant-spam-'))
  try {
    writeFileSync(
      join(folder, 'Ferry.csv'),
      'COMMENT_ID,AUTHOR,DATE,CONTENT,CLASS\n1,Ann,2015-01-02T17:20:48,"Boats &amp; <b>piers</b><br />at 2:19\ufeff",0\n2,Ben,,buy this,1\n',
    )
    const [video] = readVideos(folder) ?? []
    expect(video?.name).toBe('Ferry')
    expect(video?.comments.map(({ comment, spam }) => [comment.text, comment.name, comment.hour, spam])).toEqual([
      ['Boats & piers\nat 2:19', 'Ann', 17, false],
      ['buy this', 'Ben', null, true],
    ])
    writeFileSync(join(folder, 'Ferry.csv'), 'a,b\n1,2\n')
    expect(() => readVideos(folder)).toThrow('Ferry.csv has no column AUTHOR')
    expect(readVideos(join(folder, 'nothing-here'))).toBeNull()
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the measures are those of a list that can be counted by hand', () => {
  const list = [
    { score: 0.9, spam: true },
    { score: 0.8, spam: false },
    { score: 0.7, spam: true },
    { score: 0.7, spam: false },
    { score: 0.1, spam: false },
  ]
  // Of six pairs the first spam wins three; the second wins one and shares one.
  expect(measure(list).auc).toBeCloseTo(4.5 / 6)
  expect(measure(list).caught).toBe(0.5)
  expect(reliability([{ score: 0.75, spam: true }]).error).toBeCloseTo(0.25)
})
