/** Reports by readers and appeals by authors: some answered, some open. */
import { appeal, appealReport, decideAppeal, decideReports } from '../src/redress/index.ts'
import { APPEALED, JUDGED, REPORTED } from './_set-pieces.ts'
import type { Outcome } from './_talk.ts'
import { complain, hide, shownWords, type World } from './_world.ts'

const MINUTE = 60_000
/** They come in on the last day, one after the other; what answers one comes a while after it. */
const BEGIN = 19 * 60 * MINUTE
const BETWEEN = 50 * MINUTE
const ANSWER_AFTER = 110 * MINUTE

export function planObjections(world: World, outcome: Outcome): void {
  const { store, timeline, end, staff } = world
  let many = 0
  const next = () => end - BEGIN + BETWEEN * many++
  const decided = (key: string) => {
    const heard = outcome.byKey.get(key)
    if (!heard) throw new Error(`not decided by then: ${key}`)
    return heard
  }

  for (const { text, complaints } of REPORTED) {
    timeline.at(next(), async (now) => {
      const { commentId } = decided(text)
      for (const [i, complaint] of complaints.entries()) await complain(world, commentId, complaint, now + i)
    })
  }
  for (const { text, complaint, stays, sentence, objection } of JUDGED) {
    timeline.at(next(), async (now) => {
      const { commentId, story } = decided(text)
      const last = await complain(world, commentId, complaint, now)
      timeline.at(now + ANSWER_AFTER, async (then) => {
        const revisionId = await shownWords(world, commentId)
        const answer = { commentId, revisionId, last, sentence, by: staff.moderator }
        const verdict = stays
          ? { action: 'keep' as const, reason: null }
          : { action: 'remove' as const, reason: 'private' }
        const result = await decideReports(store, { ...answer, ...verdict }, then)
        if (!result.decided) throw new Error(result.sentence)
        if (!stays) hide(story, commentId)
      })
      if (objection === undefined) return
      timeline.at(now + 2 * ANSWER_AFTER, async (then) => {
        const result = await appealReport(store, { reportId: last, words: objection }, then)
        if (!result.appealed) throw new Error(result.sentence)
      })
    })
  }
  for (const { text, words, answer } of APPEALED) {
    timeline.at(next(), async (now) => {
      const { commentId, decisionId, story, voice } = decided(text)
      const result = await appeal(store, { commentId, decisionId, words }, now)
      if (!result.appealed) throw new Error(result.sentence)
      if (answer === null) return
      timeline.at(now + ANSWER_AFTER, async (then) => {
        // Whoever decided does not answer.
        const by = voice.by === 'editor' ? staff.deputy : staff.editor
        const answered = await decideAppeal(store, { appealId: result.appealId, ...answer, by }, then)
        if (!answered.answered) throw new Error(answered.sentence)
        if (answer.verdict === 'overturn') story.shown.push(commentId)
      })
    })
  }
}
