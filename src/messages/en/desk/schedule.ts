/** Stories that go out by themselves. */
export const scheduleMessages = {
  isPast: 'That time has passed. Choose a later one, or publish now.',
  noStory: 'There is no such story.',
  logScheduled: (headline: string) => `Scheduled ${headline}`,
  logUnscheduled: (headline: string) => `Cancelled the schedule of ${headline}`,
}
