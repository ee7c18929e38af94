/** What `courant doctor` claims about comments, and how it looks whether that holds. */

export interface Audited {
  /** What is claimed, as a sentence. */
  claim: string
  /** How many rows it was looked up on. */
  looked: number
  /** Ids of what speaks against it, the first few; empty where it holds. */
  against: string[]
  /** How many speak against it in all. */
  failed: number
}

/** Examples that are named. */
const NAMED = 5

/** What a look at some rows found: for each claim, the ids it was looked up on and whether it holds there. */
export type Look<Claim extends string> = Record<Claim, [id: string, holds: boolean][]>

/** Between two looks at what seemed wrong, in milliseconds. */
const PAUSE = 200

/**
 * Several claims, gathered slice by slice. A slice in which something
 * seems wrong is looked at once more: the site is running, and a decision may
 * have come between two queries.
 */
export function auditOf<Claim extends string>(claims: Record<Claim, string>) {
  const names = Object.keys(claims) as Claim[]
  const audited = Object.fromEntries(
    names.map((name): [string, Audited] => [name, { claim: claims[name], looked: 0, against: [], failed: 0 }]),
  ) as Record<Claim, Audited>
  return {
    async add(look: () => Promise<Look<Claim>>): Promise<void> {
      let found = await look()
      if (names.some((name) => found[name].some(([, holds]) => !holds))) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE))
        found = await look()
      }
      for (const name of names) {
        const failing = found[name].filter(([, holds]) => !holds)
        audited[name].looked += found[name].length
        audited[name].failed += failing.length
        audited[name].against.push(...failing.map(([id]) => id).slice(0, NAMED - audited[name].against.length))
      }
      // Others get their turn.
      await new Promise(setImmediate)
    },
    all: (): Audited[] => names.map((name) => audited[name]),
  }
}
