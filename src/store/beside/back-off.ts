/** How long to wait after the first failure, in milliseconds. */
const FIRST = 250
/** However long something is away, it is looked for this often, in milliseconds. */
const LAST = 60_000

/** How long to wait after so many failures in a row: twice as long each time, up to `last`. In milliseconds. */
export const backOff = (failures: number, last = LAST): number =>
  Math.min(FIRST * 2 ** Math.min(Math.max(failures - 1, 0), 20), last)
