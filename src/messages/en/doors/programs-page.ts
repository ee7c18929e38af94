/** Access for programs, in the settings. */

export const programsPageMessages = {
  title: 'Access for programs',
  lead: 'A program with a token can work here in your name: file stories from another system, say, or read the queue. It can do what you tick below, and never more than you can yourself.',

  newToken: (name: string) => `The token of ${name}`,
  newTokenHint:
    'Copy it now: it is shown only this once. Whoever has it can do what the program can, so keep it like a password.',

  can: (what: string) => `It can ${what}.`,
  madeBy: (person: string, day: string) => `Made by ${person} on ${day}.`,
  lastUsed: (when: string) => `Last used ${when}.`,
  neverUsed: 'Not used yet.',
  endsOn: (day: string) => `Ends on ${day}.`,
  endedOn: (day: string) => `Ended on ${day}.`,
  noEnd: 'No end.',
  noLonger: (person: string, what: string) => `${person} can’t ${what} any more, so this program can’t either.`,
  suspended: (person: string) => `${person} is suspended, so this program can do nothing.`,
  someone: 'someone',
  none: 'No program has access.',
  remove: 'Remove access',
  removed: 'Removed. Its token opens nothing any more.',
  notThere: 'That program has no access any more.',

  add: 'Give a program access',
  name: 'Name of the program',
  nameHint: 'It stands in the log beside your name.',
  itCan: 'It can',
  ends: 'Its access ends',
  lives: { 30: 'in 30 days', 90: 'in 90 days', 365: 'in a year', never: 'never' },
  make: 'Make a token',
}
