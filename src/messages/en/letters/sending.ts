/** Sending email: why one failed, and what editors choose for all of them. */

export const sendingMessages = {
  noRecipient: 'It has no valid email address to go to.',
  noSender: 'The site has no email address of its own. Set COURANT_MAIL_FROM.',
  badHeader: 'One of its headers has a name that is not allowed.',
  notWritten: 'It could not be written. The server’s log says why.',
  notSignedIn: (said: string) => `The mail server did not accept the name and password: ${said}`,
  notEncrypted: (said: string) => `No encrypted connection to the mail server: ${said}`,
  notReady: (said: string) => `The mail server is not ready: ${said}`,
  refused: (said: string) => `The mail server refused it: ${said}`,
  later: (said: string) => `The mail server asked us to try later: ${said}`,
  notSent: (said: string) => `It could not be sent: ${said}`,

  hour: 'Enter the hour as a whole number from 0 to 23.',
  hours: 'Enter the hours as whole numbers from 0 to 23.',
  number: 'Enter the number as a whole number from 1 to 10,000, or leave it empty.',
  waitingHours: 'Enter the hours of waiting as a whole number from 0 (at once) to 168 (a week), or leave them empty.',
  bothHours: 'Enter both quiet hours, or leave both empty.',
  comments: 'Enter the number of comments as a whole number from 1 to 10,000.',
  minutes: 'Enter the minutes as a whole number from 1 to 10,080 (a week).',
}
