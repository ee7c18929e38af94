/**
 * What the desk would say of a comment that stands elsewhere: the examination of a
 * comment as it comes in, in a transaction of which nothing is kept.
 */
import { type Examine, type Incoming, signalsFor, type Triage } from '../discussion/index.ts'
import { newId, type Store } from '../store/index.ts'
import { normalForm } from '../text/index.ts'

/** No comment is longer there; of one that is, the beginning is looked at. In code units. */
const LONGEST = 40_000
/** Whoever asks waits for a second or two: what takes longer, as behind a busy database, is answered by the words alone. In milliseconds. */
const PATIENCE = 1200

export type Looked = Pick<Triage, 'signals' | 'band' | 'spam' | 'rules'>

/** Thrown with what was found, so that nothing of the transaction is kept. */
class Looking extends Error {
  readonly triage: Triage
  constructor(triage: Triage) {
    super()
    this.triage = triage
  }
}

/** `words`: as the reader typed them. */
export async function lookAt(
  store: Store,
  words: string,
  { examine, now }: { examine: Examine; now: number },
): Promise<Looked> {
  const incoming: Incoming = {
    commentId: newId(now),
    revisionId: newId(now),
    number: 1,
    storyId: '',
    parentId: null,
    authorName: '',
    authorMail: null,
    readerId: null,
    senderKey: '',
    at: now,
    circumstances: CIRCUMSTANCES,
    text: normalForm(words.slice(0, LONGEST).replaceAll('\0', ''), 'NFC'),
  }
  const whole = examined(store, incoming, { examine, now })
  // Whoever loses the race is heard by nobody.
  whole.catch(() => undefined)
  const late = Symbol('late')
  let timer: NodeJS.Timeout | undefined
  const looked = await Promise.race([
    whole,
    new Promise<typeof late>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, late)
    }),
  ]).catch(() => late)
  clearTimeout(timer)
  return typeof looked === 'symbol' ? byWordsAlone(incoming) : looked
}

const CIRCUMSTANCES = { timeToWrite: null, honeypot: '', recentFromSender: 0 }

async function examined(
  store: Store,
  incoming: Incoming,
  { examine, now }: { examine: Examine; now: number },
): Promise<Looked> {
  try {
    return await store.transaction(now, async (tx) => {
      const [triage] = await examine(tx, [incoming])
      throw new Looking(triage as Triage)
    })
  } catch (error) {
    if (error instanceof Looking) return error.triage
    throw error
  }
}

/** Without the model, the rules and what was said here before: insults, threats, private details and links. */
function byWordsAlone(incoming: Incoming): Looked {
  const signals = signalsFor(incoming, CIRCUMSTANCES)
  return { signals, band: signals.some(({ weight }) => weight >= 0.25) ? 'thought' : 'fine', spam: null, rules: null }
}
