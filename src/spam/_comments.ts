/** Made-up comments that the tests of the spam model share. */
import type { SpamText } from './comment.ts'

export const said = (text: string, more: Partial<SpamText> = {}): SpamText => ({
  text,
  name: 'Ada Lind',
  secondsToWrite: 60,
  hour: 14,
  ownDomains: ['harbour-post.example'],
  ...more,
})

export const NOBODY = { author: null, campaign: null }

export const FINE = [
  'The ferry was late again this morning and nobody at the pier knew why.',
  'Has the council said what the new bridge will cost?',
  'I worked on the old boat for eleven years. She was never this slow.',
  'Thank you for printing the timetable, my mother needs it in large letters.',
  'Ninety minutes for four miles is a joke.',
  'The mayor promised this in spring. Where is it?',
  'My daughter walks past that crossing to school, please keep writing about it.',
  'You misspelt the captain’s name in the third paragraph.',
  'It rained on every single day of the fair, and it was still lovely.',
  'There used to be a bakery where the ticket office is now.',
]

export const SPAM = [
  'Earn 400 dollars a day from home, write to me on wa.me/5550100',
  'Check out my channel for the best cheap watches!!!',
  'FREE gift cards here http://gift-cards.example.xyz/claim?id=7',
  'Subscribe to my page and I subscribe back, promise',
  'I lost 20 kilos with these pills, visit slim-now.shop',
  'Loans without questions, contact mr-credit@quickloan.biz or quickloan.biz/apply',
  'Hot singles near you: date-tonight.click',
  'Follow me on insta for daily trading signals, profit every week',
  'My new song is out, please listen and share www.tune-box.site/new',
  'Best casino bonus, 200 free spins at lucky-reels.bet',
]

/** Comments about anything, by number: no two alike, and none that says what the lists above say. */
export function anyComment(number: number): SpamText {
  const who = ['A neighbour', 'The pilot', 'Our teacher', 'Somebody', 'The clerk', 'My aunt', 'A sailor']
  const did = ['painted', 'sold', 'lost', 'praised', 'measured', 'forgot', 'counted', 'repaired', 'borrowed']
  const what = ['the lighthouse', 'a rowing boat', 'two lanterns', 'the school bell', 'an old map', 'every chair']
  const pick = (list: string[], by: number) => list[by % list.length] as string
  return said(
    `${pick(who, number)} ${pick(did, number * 5 + 1)} ${pick(what, number * 7 + 2)} ${pick(did, number + 3)} ${number}`,
    { name: `Reader ${number}`, hour: number % 24, secondsToWrite: 20 + (number % 90) },
  )
}
