/** A draft that is made or saved as a whole is a point of its history, in the same transaction. */
import type { InsideListener, Transaction } from '../store/index.ts'
import { emptyContent, listDrafts, readDraft } from '../story/index.ts'
import { addBroughtIn, addWholePoint } from './point.ts'
import { readWordsAt } from './words-at.ts'

export const keepingSaves: InsideListener<'draft.saved'> = {
  on: 'draft.saved',
  async hear(tx: Transaction, { story, number, by }) {
    const draft = await readDraft(tx.rows, story)
    if (!draft) return
    const before = number === 1 ? emptyContent : await readWordsAt(tx.rows, story, number - 1)
    await addWholePoint(
      tx,
      { storyId: story, by, kind: number === 1 ? 'made' : 'saved' },
      { number, before, after: draft.content },
    )
  },
}

/** Drafts of another system begin with what they were there. */
export const keepingBroughtIn: InsideListener<'stories.brought-in'> = {
  on: 'stories.brought-in',
  async hear(tx, { stories }) {
    await addBroughtIn(tx, await listDrafts(tx.rows, stories.length, stories))
  },
}
