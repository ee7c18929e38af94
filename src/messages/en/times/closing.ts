/** Until when a story takes comments. */
export const closingMessages = {
  closingIsPast: 'That time has passed. Choose a later one, or close comments now.',
  logWindow: 'Set when comments on a story close',
  logNoWindow: 'Left comments on a story open without an end',
  logClosed: 'Comments on a story closed at their time',
}
