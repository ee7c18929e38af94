/** What each letter about a decision, a report or a ban says as it leaves, and when there is nothing to say. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../test/comments.ts'
import { DATABASES } from '../../test/databases.ts'
import { colleague, freshDesk } from '../../test/desks.ts'
import { mailKeysWith } from '../access/index.ts'
import { signingWith } from '../discussion/index.ts'
import { readCommentAuthor } from '../moderation/comments/index.ts'
import { removeComment, reopen } from '../moderation/decisions/index.ts'
import { type Person, ROLES } from '../people/index.ts'
import { eraseComment } from '../privacy/index.ts'
import { banAuthor, verifyReader } from '../readers/index.ts'
import { appeal, decideAppeal, decideReports, report, tellBanned } from '../redress/index.ts'
import { newId, type Store } from '../store/index.ts'
import { unpublish } from '../story/index.ts'
import { decisionLetters } from './letters-written.ts'

const secret = Buffer.alloc(32, 7)
const signing = signingWith(secret)
const mailKeys = mailKeysWith(secret)
const NOON = Date.UTC(2026, 4, 1, 12)
const DAY = 86_400_000
const URL = 'https://harbour.example'

for (const kind of DATABASES) {
  describe(`letters as they leave on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let jo: Person
    let ada: string
    let clock = NOON
    beforeEach(async () => {
      clock = NOON
      ;({ store, drop, storyId, mo } = await freshDesk(kind, () => clock, { role: ROLES.editor }))
      jo = await colleague(store, 'Jo', NOON)
      const address = { address: 'ada@reader.example', name: 'Ada' }
      ada = (await store.transaction(NOON, (tx) => verifyReader(tx, address))).id
    })
    afterEach(() => drop())

    let number = 0
    const post = (readerId: string | null = ada) => {
      clock += 60_000
      number += 1
      return sentComment(store, signing, { storyId, text: `Secret words ${number}`, at: clock, readerId })
    }
    const judged = async (reason: string | null, note = '') => {
      const ids = await post()
      return {
        ...ids,
        decisionId: await decidedOn(store, { revisionId: ids.revisionId, reason, by: mo.id, note }, clock),
      }
    }
    type Kind = 'decision' | 'report' | 'report answer' | 'ban'
    const letter = async (which: Kind, about: string, address = 'ada@reader.example') => {
      const compose = decisionLetters({ store, signing, mailKeys, url: () => URL })[which]
      const written = await compose({ id: 'l', kind: which, about, to: { name: '', address }, headers: {} }, clock)
      if (!written || !('text' in written)) return null
      expect(written.text).not.toContain('Secret words')
      expect(written.text).toContain(`${URL}/mail/stop/${mailKeys.stopKey(address)}`)
      return written
    }
    const kinds = async () =>
      (
        await store.db.selectFrom('letters').select(['kind', 'about']).orderBy('not_before').orderBy('id').execute()
      ).map((one) => `${one.kind} ${one.about}`)

    test('a rejection says why and in whose words, where to appeal, and no more than there is to say', async () => {
      const one = await judged('attack', 'Leave his mother out.')
      const { subject, text } = (await letter('decision', one.decisionId)) ?? { subject: '', text: '' }
      expect(subject).toBe('Your comment on “A bridge opens” was not published')
      expect(text).toContain('your comment on “A bridge opens” and decided not to publish it.')
      expect(text).toContain('The reason: Personal attack. ')
      expect(text).toContain('A note from the newsroom:\n\nLeave his mother out.')
      expect(text).toContain(`${URL}/receipts/${signing.receiptKey(one.commentId)}`)
      expect(text).toContain('You got this email because you confirmed that this address is yours.')
      const bare = await judged('attack')
      expect((await letter('decision', bare.decisionId))?.text).not.toContain('A note from the newsroom')
    })

    test('none is written of an approval, of what is unknown or was erased, nor before it was decided', async () => {
      expect(await letter('decision', (await judged(null)).decisionId)).toBe(null)
      expect(await letter('decision', newId(clock))).toBe(null)
      const { commentId, decisionId } = await judged('attack')
      expect(await letter('decision', decisionId)).not.toBe(null)
      clock -= 1
      expect(await letter('decision', decisionId)).toBe(null)
      clock += 1
      await eraseComment(store, { commentId, erasure: 'blank', by: null }, clock)
      expect(await letter('decision', decisionId)).toBe(null)
    })

    test('a removal, and each answer to an appeal, has its own words', async () => {
      const { commentId, revisionId } = await judged(null)
      const taken = await removeComment(store, { commentId, revisionId, reason: 'private', by: mo.id }, clock)
      if (!taken.decided) throw new Error(taken.sentence)
      expect((await letter('decision', taken.decisionId))?.subject).toContain('was removed')
      const answered = async (verdict: 'uphold' | 'overturn', decisionId: string, about: string) => {
        clock += 60_000
        const appealed = await appeal(store, { commentId: about, decisionId, words: 'It was fair.' }, clock)
        if (!appealed.appealed) throw new Error(appealed.sentence)
        const answer = { appealId: appealed.appealId, verdict, sentence: 'We looked.', by: jo.id }
        const result = await decideAppeal(store, answer, clock)
        if (!result.answered) throw new Error(result.sentence)
        return letter('decision', result.decisionId)
      }
      const back = await answered('overturn', taken.decisionId, commentId)
      expect(back?.subject).toBe('Your comment on “A bridge opens” has been published after your appeal')
      expect(back?.text).not.toContain('The reason:')
      const other = await judged('attack')
      expect((await answered('uphold', other.decisionId, other.commentId))?.text).toContain(
        'The newsroom has looked at your appeal. The decision stands:',
      )
    })

    test('letters go for what kept words back or answered an appeal; reopening takes back what has not left', async () => {
      await judged(null)
      await judged('spam')
      expect(await kinds()).toEqual([])
      const { commentId, decisionId } = await judged('attack')
      expect(await kinds()).toEqual([`decision ${decisionId}`])
      await reopen(store, { commentId, by: jo.id }, clock)
      expect(await kinds()).toEqual([])
      await store.transaction(clock, (tx) =>
        tx.rows.updateTable('readers').set({ verified_at: null }).where('id', '=', ada).execute(),
      )
      await judged('attack')
      await store.transaction(clock, (tx) =>
        tx.rows.updateTable('readers').set({ verified_at: NOON, erased_at: NOON }).where('id', '=', ada).execute(),
      )
      await store.db.updateTable('comments').set({ erased_at: null }).execute()
      expect(await kinds()).toEqual([])
    })

    test('the story is called by what readers knew it by last', async () => {
      const { decisionId } = await judged('attack')
      await unpublish(store, storyId, null, clock)
      expect((await letter('decision', decisionId))?.text).toContain('“A bridge opens”')
    })

    const reported = async (commentId: string, mail: string, law = false) => {
      clock += 1000
      const form = law
        ? { kind: 'law', reason: 'illegal-defamation', words: 'False.', name: 'Peg', mail, goodFaith: true }
        : { kind: 'rule', reason: 'attack', words: '', name: '', mail, goodFaith: false }
      const revisionId = await shownRevision(store, commentId)
      const posted = { commentId, revisionId, form, token: signing.formToken(clock), address: '198.51.100.4' }
      const result = await report(store, { signing, mail: mailKeys }, posted, clock)
      if (result.kind !== 'reported') throw new Error(JSON.stringify(result))
      return result.reportId
    }

    test('who reported has a receipt, and then the answer: by whichever address it was, with the reason and the sentence', async () => {
      const { commentId, revisionId } = await judged(null)
      const rule = await reported(commentId, 'peg@quay.example')
      const law = await reported(commentId, 'una@quay.example', true)
      await reported(commentId, '')
      expect((await letter('report', rule, 'peg@quay.example'))?.text).toContain(
        'We have received a report about a comment',
      )
      expect((await letter('report', law, 'una@quay.example'))?.text).toContain('a legal notice about a comment')
      expect(await letter('report', newId(clock))).toBe(null)
      const decision = { commentId, revisionId, last: law, reason: 'unsupported', by: mo.id }
      const kept = await decideReports(store, { ...decision, action: 'keep', sentence: 'It is fair.' }, clock)
      if (!kept.decided) throw new Error(kept.sentence)
      expect(kept.undoUntil).toBe(null)
      // Not before it has left the house.
      clock += 10_000
      expect(await letter('report answer', kept.decisionId, 'peg@quay.example')).toBe(null)
      clock += 1
      const { text } = (await letter('report answer', kept.decisionId, 'PEG@quay.example')) ?? { text: '' }
      expect(text).toContain('The comment you reported stays on the page.')
      expect(text).toContain('A note from the newsroom:\n\nIt is fair.')
      expect(text).toContain(`${URL}/reports/${signing.reportKey(rule)}`)
      expect(text).not.toContain('looked again')
      expect(text).toContain('You got this email because somebody gave this address with a report.')
      expect(await letter('report answer', kept.decisionId, 'nobody@quay.example')).toBe(null)
      // The one that came after the last that was seen waits, and is answered by itself.
      await reported(commentId, 'peg@quay.example')
      const late = await reported(commentId, 'una@quay.example')
      const removed = await decideReports(store, { ...decision, last: late, action: 'remove', sentence: '' }, clock)
      if (!removed.decided) throw new Error(removed.sentence)
      expect(removed.undoUntil).toBe(clock + 10_000)
      clock += 10_001
      const answer = await letter('report answer', removed.decisionId, 'una@quay.example')
      expect(answer?.text).toContain('was removed. The reason: Unsupported accusation.')
      expect(answer?.text).not.toContain('A note from the newsroom')
    })

    test('a ban is told with the story, its end and its reason; for good by another subject; not once it is over or lifted', async () => {
      const banned = async (term: 'week' | 'good', onStory: boolean, readerId: string | null = ada) => {
        const { commentId } = await post(readerId)
        const author = await readCommentAuthor(store.db, commentId)
        if (!author) throw new Error('no author')
        const ban = {
          author,
          reason: 'illegal-insult',
          note: '',
          storyId: onStory ? storyId : null,
          term,
          by: mo.id,
        } as const
        const result = await banAuthor(
          store,
          { ...ban, reason: 'attack', tell: (tx, banId) => tellBanned(tx, { banId, readerId }) },
          clock,
        )
        if (!result.banned) throw new Error(result.problem)
        return result.banId
      }
      const here = await banned('week', true)
      const told = await letter('ban', here)
      expect(told?.subject).toBe('You can’t comment for a while')
      for (const part of [
        'This is about “A bridge opens”.',
        'on this story until',
        'The reason: Personal attack.',
        'a comment you sent',
      ])
        expect(told?.text).toContain(part)
      expect(told?.text).not.toContain('A note from the newsroom')
      clock += 7 * DAY - 1
      expect(await letter('ban', here)).not.toBe(null)
      clock += 1
      expect(await letter('ban', here)).toBe(null)
      const forGood = await banned('good', false)
      const letterForGood = await letter('ban', forGood)
      expect(letterForGood?.subject).toBe('You can’t comment any more')
      expect(letterForGood?.text).toContain('You can’t comment on this site.')
      expect(letterForGood?.text).toContain(' and has no end date.')
      expect(letterForGood?.text).not.toContain('This is about')
      expect(await kinds()).toEqual([`ban ${here}`, `ban ${forGood}`])
      expect(await letter('ban', newId(clock))).toBe(null)
    })
  })
}
