/**
 * Comments that come together are taken together: one look at what has to be
 * known, one statement for the rows of each table, one commit. What each is
 * answered is what it would be answered alone, one after the other.
 */
import { commentingMessages as m } from '../../messages/index.ts'
import { findBans, holdStandingReader } from '../../readers/index.ts'
import { many, newId, type Store, type Transaction } from '../../store/index.ts'
import { countSameWords, HOUR, PACES, type Pace, paceOf } from '../pace.ts'
import type { Counts, ProofFound } from '../phases/signal.ts'
import { whySlow } from '../turned-away.ts'
import { wishForAnswers } from '../wishes.ts'
import type { Arriving, PostResult } from './arriving.ts'
import { holdWords } from './hold-words.ts'
import { type Earlier, type Known, knownOf, readUsed } from './known.ts'

/** Comments taken from one network in ten minutes, and from everyone on one story in an hour. */
export const LIMITS = { sender: 20, story: 3000 }

/** One that nothing speaks against so far, with what is known of it. */
interface Passing {
  index: number
  one: Arriving
  commentId: string
  counts: Counts
  recentFromSender: number
  pace: Pace
  proof: ProofFound | null
}

/** Takes a comment, with all that arrive at the same moment; durable when it is answered `posted`. */
export const takeComment = many.batchesOf((store: Store, arriving: readonly Arriving[]): Promise<PostResult[]> => {
  const now = Math.max(...arriving.map(({ at }) => at))
  return store.transaction(now, (tx) => take(tx, arriving))
})

async function take(tx: Transaction, sent: readonly Arriving[]): Promise<PostResult[]> {
  const arriving = await withStandingReaders(tx, sent)
  const known = await knownOf(
    tx,
    arriving.map((one) => ({ ...one, keys: one.keys.recent, nonce: one.token.nonce })),
  )
  const bans = await findBans(
    tx,
    arriving.map(({ storyId, readerId, keys }) => ({ storyId, readerId, senderKeys: keys.recent })),
  )
  const answers: (PostResult | undefined)[] = arriving.map(() => undefined)
  const passing: Passing[] = []
  /** Forms that came twice in this batch: the second is answered as the first. */
  const twins: [index: number, first: number][] = []
  for (const [index, one] of arriving.entries()) {
    const twin = passing.find((other) => other.one.token.nonce === one.token.nonce)
    if (twin) {
      if (isSame(asEarlier(twin), one)) twins.push([index, twin.index])
      else answers[index] = { kind: 'confirm', why: 'used token' }
      continue
    }
    const used = known.used.get(one.token.nonce)
    const before = passing.map((other) => other.one)
    const refusal = used ? sentBefore(used, one) : (whyNot(one, known, before) ?? banned(bans[index]))
    answers[index] = refusal ?? (await whySlow(tx, one, known.stories.get(one.storyId), before)) ?? undefined
    if (!answers[index])
      passing.push({ index, one, commentId: newId(one.at), ...(await howFast(tx, one, known, before)) })
  }
  await weighProofs(
    tx,
    passing.filter(({ one }) => one.readerId === null || !known.wellKnown.has(one.readerId)),
  )
  const taken: Passing[] = []
  for (const one of passing) {
    if (asksForWork(one)) answers[one.index] = { kind: 'confirm', why: 'flood' }
    else taken.push(one)
  }
  for (const [index, answer] of await write(tx, taken)) answers[index] = answer
  for (const [index, first] of twins) answers[index] = answers[first]
  return answers as PostResult[]
}

/** Of who was erased at this very moment the words are taken too, as nobody's. */
async function withStandingReaders(tx: Transaction, arriving: readonly Arriving[]): Promise<Arriving[]> {
  const standing = new Set<string>()
  // Always in the same order, so that two processes never wait for one another.
  for (const id of [...new Set(arriving.flatMap(({ readerId }) => readerId ?? []))].sort())
    if (await holdStandingReader(tx, id)) standing.add(id)
  return arriving.map((one) => ({ ...one, readerId: standing.has(one.readerId ?? '') ? one.readerId : null }))
}

const refuse = (why: 'limit' | 'closed' | 'no story' | 'no parent', sentence: string): PostResult => ({
  kind: 'refused',
  why,
  sentence,
})

/** `before` are those of the same moment that are about to be taken. */
function whyNot(one: Arriving, known: Known, before: readonly Arriving[]): PostResult | null {
  const story = known.stories.get(one.storyId)
  if (!story) return refuse('no story', m.storyGone)
  if (story.comments_open !== 1) return refuse('closed', m.closed)
  if (one.parentId !== null && known.shown.get(one.parentId) !== one.storyId) return refuse('no parent', m.parentGone)
  const alike = before.filter(({ keys }) => keys.today === one.keys.today).length
  if (fromSender(one, known, 'minutes') + alike >= LIMITS.sender) return refuse('limit', m.networkBusy)
  const onStory = before.filter(({ storyId }) => storyId === one.storyId).length
  return story.lately + onStory >= LIMITS.story ? refuse('limit', m.storyBusy) : null
}

const banned = (ban: Awaited<ReturnType<typeof findBans>>[number] | undefined): PostResult | null =>
  ban ? { kind: 'refused', why: 'banned', ban } : null

const fromSender = ({ keys }: Arriving, { senders }: Known, within: 'minutes' | 'hour' | 'day'): number =>
  keys.recent.reduce((sum, key) => sum + (senders.get(key)?.[within] ?? 0), 0)

/** How fast comments come in just now, this one not counted. */
async function howFast(
  tx: Transaction,
  one: Arriving,
  known: Known,
  before: readonly Arriving[],
): Promise<Pick<Passing, 'counts' | 'recentFromSender' | 'pace' | 'proof'>> {
  const alike = before.filter(({ keys }) => keys.today === one.keys.today)
  const [minutes, hour, day] = (['minutes', 'hour', 'day'] as const).map(
    (within) => fromSender(one, known, within) + alike.length,
  ) as [number, number, number]
  const earlier =
    fromSender(one, known, 'hour') === 0 ? 0 : await countSameWords(tx, one.keys.recent, one.text, tx.now - HOUR)
  const sameWords = earlier + alike.filter(({ text }) => text === one.text).length
  const onStory =
    (known.stories.get(one.storyId)?.lately ?? 0) + before.filter(({ storyId }) => storyId === one.storyId).length
  return {
    counts: { hour, day, sameWords, onStory },
    recentFromSender: minutes,
    pace: paceOf({ sender: minutes, site: known.onSite + before.length }),
    proof: null,
  }
}

/** What their proofs say of them; one that is good is used up by it. */
async function weighProofs(tx: Transaction, passing: readonly Passing[]): Promise<void> {
  const done = passing.flatMap(({ one: { proof } }) => (proof.state === 'done' ? [proof] : []))
  const fresh = await many.insertNew(
    tx,
    'spent_proofs',
    done.map(({ nonce, until }) => ({ nonce, expires_at: until })),
    'nonce',
  )
  for (const one of passing) {
    const { proof } = one.one
    if (proof.state === 'not asked') continue
    if (proof.state !== 'done') one.proof = { state: proof.state, pace: one.pace }
    // Good for the first that brings it.
    else if (!fresh.delete(proof.nonce)) one.proof = { state: 'spent', pace: one.pace }
    else one.proof = { state: PACES.indexOf(proof.pace) >= PACES.indexOf(one.pace) ? 'done' : 'less', pace: one.pace }
  }
}

/** In a flood the words are shown once more to whoever brings no work: machines seldom come back for that. */
const asksForWork = ({ proof, one: { token } }: Passing): boolean =>
  proof?.pace === 'flood' && proof.state !== 'done' && proof.state !== 'less' && token.look === 'first'

async function write(tx: Transaction, taken: readonly Passing[]): Promise<[index: number, answer: PostResult][]> {
  const made = await many.insertNew(
    tx,
    'comments',
    taken.map(({ one, commentId }) => ({
      id: commentId,
      story_id: one.storyId,
      parent_id: one.parentId,
      author_name: one.name,
      author_mail: one.mail,
      form_nonce: one.token.nonce,
      sender_key: one.keys.today,
      reader_id: one.readerId,
      created_at: one.at,
    })),
    'form_nonce',
  )
  const written = taken.filter(({ one }) => made.has(one.token.nonce))
  await holdWords(
    tx,
    written.map(({ one, commentId, proof, counts, recentFromSender }) => ({
      revisionId: newId(one.at),
      commentId,
      number: 1,
      text: one.text,
      at: one.at,
      circumstances: {
        ...(one.token.look === 'first'
          ? { timeToWrite: one.token.age }
          : { timeToWrite: null, timeToLookOver: one.token.age }),
        honeypot: one.honeypot,
        recentFromSender,
        counts,
        ...(proof ? { proof } : {}),
      },
    })),
  )
  for (const { one, commentId } of written)
    if (one.tell)
      await wishForAnswers(tx, { commentId, readerId: one.readerId, address: one.mail, network: one.keys.today })
  if (written.length === taken.length) return written.map(posted)
  // The same form, in another process at this very moment.
  const late = taken.filter((one) => !written.includes(one))
  const used = await readUsed(
    tx,
    late.map(({ one }) => one.token.nonce),
  )
  const answerTo = ({ index, one }: Passing): [number, PostResult] => {
    const earlier = used.get(one.token.nonce)
    return [index, earlier ? sentBefore(earlier, one) : { kind: 'confirm', why: 'used token' }]
  }
  return [...written.map(posted), ...late.map(answerTo)]
}

const posted = ({ index, commentId }: Passing): [number, PostResult] => [index, { kind: 'posted', commentId }]

const asEarlier = ({ one, commentId }: Passing): Earlier => ({ ...one, id: commentId })

/**
 * A form's token has posted a comment already. The same words again are a double
 * click, or a browser that sends anew after a broken connection: the same answer.
 */
const sentBefore = (earlier: Earlier, one: Arriving): PostResult =>
  isSame(earlier, one) ? { kind: 'posted', commentId: earlier.id } : { kind: 'confirm', why: 'used token' }

const isSame = (earlier: Earlier, one: Arriving): boolean =>
  earlier.storyId === one.storyId && earlier.text === one.text && earlier.name === one.name
