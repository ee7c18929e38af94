/** Versions that wait under embargo, and corrections to what readers see meanwhile. */
export const embargoMessages = {
  isPast: 'An embargo can’t end before now. Choose a later time, or publish now.',
  isScheduled: 'This story is scheduled to go out by itself. Cancel the schedule first.',
  nothingWaits: 'No version of this story waits under embargo any more.',
  noRetraction: 'Retract a story at once, not at a later time.',
  notLive: 'This story is not on the site, so readers see nothing that could be corrected.',
  changedMeanwhile:
    'The story was published again while you were writing, so nothing was published. Your text is below: compare it with what readers see now, and publish once more.',
  nothingChanged: 'This is what readers see already. Change something first.',

  logEmbargoed: (headline: string) => `Put under embargo: ${headline}`,
  logReplaced: (headline: string) => `Replaced the version under embargo: ${headline}`,
  logMoved: (headline: string) => `Moved the end of an embargo: ${headline}`,
  logLifted: (headline: string) => `Lifted the embargo: ${headline}`,
  logWithdrawn: (headline: string) => `Withdrew the version under embargo: ${headline}`,
}
