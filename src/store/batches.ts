/** Work for many at once: whoever comes while others are seen to waits, and all of those are seen to together next. */
import { storeProblem } from './problem.ts'

/** As many at once: more would keep the first of them waiting, and save little. */
const MOST = 64

/**
 * `see` sees to some of them, answers in their order, and keeps nothing of any
 * where it throws. One for which that is so is found by trying each alone, so
 * that it takes none of the others with it; a database that is away or full is
 * everybody's trouble, and told to all at once.
 */
function inBatches<Item, Answer>(see: (items: readonly Item[]) => Promise<Answer[]>): (item: Item) => Promise<Answer> {
  type Waiting = { item: Item; resolve(answer: Answer): void; reject(error: unknown): void }
  const waiting: Waiting[] = []
  let isBusy = false

  async function together(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await see(batch.map(({ item }) => item))
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer)
    } catch (error) {
      if (batch.length === 1 || storeProblem(error) !== null) for (const { reject } of batch) reject(error)
      else for (const one of batch) await together([one])
    }
  }
  async function run(): Promise<void> {
    isBusy = true
    while (waiting.length > 0) {
      // One turn of the loop: whoever has arrived by then comes along.
      await new Promise(setImmediate)
      await together(waiting.splice(0, MOST))
    }
    isBusy = false
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isBusy) void run()
    })
}

/** The same for each store, or whatever else of it is asked, whose batches are its own. */
export function batchesOf<Of extends object, Item, Answer>(
  see: (of: Of, items: readonly Item[]) => Promise<Answer[]>,
): (of: Of, item: Item) => Promise<Answer> {
  const all = new WeakMap<Of, (item: Item) => Promise<Answer>>()
  return (of, item) => {
    const known = all.get(of) ?? inBatches((items: readonly Item[]) => see(of, items))
    all.set(of, known)
    return known(item)
  }
}
