import { expect, test } from 'vitest'
import { expectGrowth } from '../../../test/growth.ts'
import { paragraphAbout } from './paragraph.ts'

const STORY = [
  'The harbour board voted on Thursday to dredge the eastern channel before winter.',
  'Dredging will cost nine million, most of it borrowed from the regional bank over twelve years.',
  'Fishing crews from the old quay fear that the work will drive the herring away.',
]

test('a comment is shown with the paragraph it speaks of', () => {
  expect(paragraphAbout('Borrowing from the bank again? We still pay for the last twelve years.', STORY)?.number).toBe(
    2,
  )
  expect(paragraphAbout('My uncle has a boat at the quay. No herrings, no crews, no town.', STORY)).toEqual({
    number: 3,
    text: STORY[2],
  })
})

test('a comment that speaks of nothing in the story is shown with none', () => {
  expect(paragraphAbout('Great article, thank you!', STORY)).toBeNull()
  expect(paragraphAbout('!!!', STORY)).toBeNull()
  expect(paragraphAbout('The quay.', STORY)).toBeNull()
  expect(paragraphAbout('Anything', [])).toBeNull()
})

test('accents and capitals are no difference', () => {
  expect(paragraphAbout('HÉRRING and crews!', STORY)?.number).toBe(3)
})

test('a long story costs no more than its length', () => {
  const comment = STORY.join(' ')
  expectGrowth((size) => paragraphAbout(comment, Array(size).fill(STORY).flat()), 200)
})
