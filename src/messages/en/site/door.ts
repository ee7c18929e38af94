/** What the browser itself says at a door, where the server can't. */
export const doorMessages = {
  tryAgain: 'Try again in a moment.',
  offline: 'The site could not be reached. Check your connection and try again.',
  hasPasskey: 'This device already has a passkey for this account.',
  noAnswer: 'Your device did not answer. Try again, or sign in another way.',
}
