/** Lines with a fault in them that do what they did before: nobody could notice, so they are not tried. */

/** @typedef {{ path: string, after: string, why: string }} Equivalent after: the whole line as it then stands */

/** @type {Equivalent[]} */
export const EQUIVALENT = [
  {
    path: 'src/desk/checks.ts',
    after: 'const order = { stop: 0, look: 1, style: 3 }',
    why: 'the order of the three stays what it was',
  },
  {
    path: 'src/desk/checks.ts',
    after: 'return CHECKS.flatMap((check) => check(story)).sort((a, b) => order[a.severity] + order[b.severity])',
    why: 'the checks that stop come first in the list as it is, and sorting keeps what compares as not smaller',
  },
  {
    path: 'src/moderation/learning/rescore.ts',
    after: 'if (looked > 1 && performance.now() - started > BUDGET) break',
    why: 'one more comment, of a millisecond or two, is scored in the slice that would have ended',
  },
  {
    path: 'src/store/transactions.ts',
    after: 'if (!isPassing(error) || performance.now() - started >= PATIENCE) throw error',
    why: 'no clock stops at exactly that fraction of a millisecond',
  },
  {
    path: 'src/store/migrations/00x/003-desk.ts',
    after: 'const AT_ONCE = 71',
    why: 'as many rows are taken along, in more goes',
  },
  {
    path: 'src/store/migrations/01x/011-erasures.ts',
    after: 'const AT_ONCE = 71',
    why: 'as many rows are taken along, in more goes',
  },
  {
    path: 'src/discussion/forget-senders.ts',
    after: 'const BATCH = 71',
    why: 'as many keys are taken away, in more goes',
  },
  {
    path: 'src/archive/record.ts',
    after: 'const ROWS_AT_ONCE = 71',
    why: 'as many rows are written, in more statements',
  },
  {
    path: 'src/story/catch-up.ts',
    after: 'const BATCH = 3',
    why: 'as many stories are read, asked for in more goes',
  },
  {
    path: 'src/store/id.ts',
    after: 'let last = { time: 1, chance: 0n }',
    why: 'the first id of a process is made later than in the first millisecond of 1970',
  },
  {
    path: 'src/mail/keeper.ts',
    after: 'let sweptAt = 1',
    why: 'the first look comes more than an hour after the first millisecond of 1970',
  },
  {
    path: 'src/mail/keeper.ts',
    after: 'let rest = 1',
    why: 'the first rest is half a minute, whatever stood there before',
  },
  {
    path: 'src/mail/keeper.ts',
    after: 'let openAt = 1',
    why: 'a process looks for letters later than in its first millisecond',
  },
]
