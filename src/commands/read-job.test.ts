import { expect, test } from 'vitest'
import { type JobResult, runJob } from './read-job.ts'

const BODY = `

The chain ferry made its last crossing in the evening, eleven minutes late and with all of its forty places taken.

The council had voted to hand the route to the footbridge, and the bridge will be opened on 3 June by the mayor.
`
const readText = (text: string, day: string | null = null, file = '-'): Promise<JobResult> =>
  runJob({ file, day, from: { what: 'bytes', bytes: Buffer.from(text) } })
const dateOf = async (text: string, day: string | null = null) => {
  const result = await readText(text, day)
  return 'problem' in result ? result : result.date
}

test('a page’s own date is taken; the day at its top is only likely; one further down is not taken for it', async () => {
  const stated = `The last ferry\n\nPublished: Tuesday, 14 May 2024${BODY}`
  expect(await dateOf(stated)).toEqual({ day: '2024-05-14', from: 'page', sure: true })
  const top = `The last ferry leaves on Tuesday 14 May${BODY}`
  // Which year is the latest that fits depends on when this runs.
  expect(await dateOf(top)).toEqual({ day: expect.stringMatching(/^20\d\d-05-14$/), from: 'page', sure: false })
  const below = await dateOf(`The last ferry leaves on a Monday${BODY}`)
  expect(below).not.toMatchObject({ from: 'page' })
  expect(await dateOf(top, '2019-05-14')).toEqual({ day: '2019-05-14', from: 'option', sure: true })
})

test('the same file gives the same document every time', async () => {
  const page = `The last ferry${BODY}\n- One item, and its words\n- Another\n\n> A quotation that stands alone.\n`
  const first = await readText(page)
  expect(first).toEqual(await readText(page))
  const ids = 'problem' in first ? [] : first.blocks.map(({ id }) => id)
  expect(ids).toEqual(['@headline', 'b1', 'b2', 'b3p1', 'b3p2', 'b4p1'])
})

test('what is no page has a sentence', async () => {
  expect(await readText('  \n')).toEqual({ problem: expect.stringContaining('Standard input: There is nothing') })
  expect(await readText('PK\x03\x04 and so on', null, 'story.docx')).toEqual({
    problem: expect.stringMatching(/^story\.docx: This is not a text or HTML page\./),
  })
})
