/** What went wrong, on any page and for programs: a title, and a sentence that says what to do. */
export const errorMessages = {
  /** By the status of the answer. */
  statuses: {
    400: {
      title: 'That could not be read',
      sentence: 'What arrived was not a form this site can read. Go back, reload the page and send it again.',
    },
    401: {
      title: 'Not without a token',
      sentence: 'This needs a token. An editor makes one in the settings, under Access for programs.',
    },
    403: {
      title: 'Not from here',
      sentence: 'This was sent from another site, so nothing was done. Open the page here and send it again.',
    },
    404: {
      title: 'Page not found',
      sentence: 'There is nothing at this address. The archive has every story.',
    },
    405: { title: 'Not possible here', sentence: 'This address can be read, but nothing can be sent to it.' },
    408: { title: 'Too slow', sentence: 'The request took too long to arrive. Send it again.' },
    409: {
      title: 'Not as things are now',
      sentence: 'Something has changed meanwhile, so nothing was done. Look again, then decide what to send.',
    },
    410: { title: 'Removed', sentence: 'The newsroom has taken this story off the site.' },
    413: {
      title: 'Too much at once',
      sentence: 'What you sent is larger than this site takes. Go back, shorten it and send it again.',
    },
    415: { title: 'Not in this form', sentence: 'This address takes something of another type.' },
    429: {
      title: 'One moment',
      sentence: 'Too much is arriving from your network just now. Try again in ten minutes.',
    },
    500: {
      title: 'Something broke here',
      sentence: 'The mistake is on our side and has been noted. Try again in a moment.',
    },
    501: { title: 'Not in this form', sentence: 'This site answers in JSON. Ask again with format=json.' },
    503: {
      title: 'Busy just now',
      sentence: 'Nothing was saved, because the site is busy. Wait a moment and send it again.',
    },
    507: {
      title: 'No room left',
      sentence: 'Nothing was saved, because the site has run out of space. Copy your text and try again later.',
    },
  },
  /** Of a page that was only to be read. */
  busyReading: 'The site is busy. Wait a moment and reload the page.',
  noRoomReading: 'The site has run out of space and can’t show this page now. Try again later.',
  storageFaultReading: 'The site’s storage has a fault, so this page can’t be shown now. Try again later.',
  filesAway: {
    title: 'Not just now',
    sentence: 'The storage for pictures and other files does not answer. Try again in a moment.',
  },
  perhapsSaved: 'Perhaps saved, perhaps not',
  brokeOffWithText:
    'The connection broke just as this was being saved. Send it again: if it is here already, it won’t be taken twice.',
  brokeOff: 'The connection broke just as this was being saved. Check whether it was done before you do it again.',
  outOfOrder: 'Out of order',
  storageFault: 'Nothing was saved, because the site’s storage has a fault. Copy your text and try again later.',
  sendAgain: 'Send it again',
  nothingInNewsroom: 'There is nothing at this address in the newsroom.',
  brokenCharacters:
    'Some characters arrived broken (not UTF-8), so nothing was saved. Go back, type those words again and send them.',
  unreadableAddress: 'The address contains a character that no text can have (%00). Take it out and try again.',
  unreadableRequest: 'That was not a request this site can read.',
  requestTooSlow: 'The request took too long to arrive, so nothing was saved. Send it again.',
  tooManyHeaders: 'The request carried too many headers; clear the cookies of this site and try again.',
  ourMistake: 'The mistake is on our side and has been noted. Try again in a moment.',
  nothingInApi: 'There is nothing at this address. /api/v1/openapi.json says what there is.',
  onlyForms: 'This address takes what a form sends. Go back to the page with the form.',
  showPassword: 'Show it',

  noStory: 'There is no published story with this id.',
  noStoryAtUrl: 'There is no published story of this site at that url.',
  noName: 'There is no page of this name. /api/names lists those that have one.',
  giveOnce: (name: string) => `Give “${name}” once.`,
  tooLong: (name: string, most: number) => `Keep “${name}” to ${most} characters.`,
}
