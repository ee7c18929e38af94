/** Stories that go out by themselves. */
export const scheduleMessages = {
  isPast: 'That time has passed. Choose a later one, or publish now.',
  isHeld: 'A version of this story waits under embargo. Lift or withdraw it first.',
  noRetraction: 'Retract a story at once, not at a later time.',
  endIsPast: 'That time has passed. Choose a later one, or take the story off the site now.',
  noStory: 'There is no such story.',
  logScheduled: (headline: string) => `Scheduled ${headline}`,
  logEnd: (headline: string) => `Set when a story is taken off the site: ${headline}`,
  logNoEnd: (headline: string) => `Left on the site without an end: ${headline}`,
  logUnscheduled: (headline: string) => `Cancelled the schedule of ${headline}`,
}
