/** What happens in the demonstration, and when: whatever is planned is played in the order of time, as it would have happened. */

export type Act = (now: number) => Promise<void>

export interface Timeline {
  /** The moment that is played, in milliseconds; the beginning before anything is. */
  now(): number
  /** Plans an act. One that was planned for a moment already past is played next; none can be planned beyond the end. */
  at(time: number, act: Act): void
  /** Plays all that is planned, and what is planned meanwhile. */
  play(): Promise<void>
}

export function timeline(beginning: number, end: number): Timeline {
  const planned: { time: number; act: Act }[] = []
  let now = beginning
  return {
    now: () => now,
    at(when, act) {
      const time = Math.floor(when)
      if (time > end) throw new Error(`planned ${time - end} ms after the end`)
      let place = planned.length
      while (place > 0 && (planned[place - 1] as { time: number }).time <= time) place--
      planned.splice(place, 0, { time, act })
    },
    async play() {
      // The next one stands last. No two acts are of the same millisecond: what came first is told by it.
      for (let next = planned.pop(); next; next = planned.pop()) {
        now = Math.max(now + 1, next.time)
        await next.act(now)
      }
      now = end
    },
  }
}
