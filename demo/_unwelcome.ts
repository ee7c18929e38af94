/** What the desk keeps from readers, and what is sent in numbers. Mild on purpose: it stands on a screen that others may see. */

/** Sent by people, against a rule of the house: the reason's code and the words. */
export const AGAINST_A_RULE: readonly (readonly [reason: string, words: string])[] = [
  ['attack', 'Pell is an idiot and always has been, and everyone who voted for him is another.'],
  ['attack', 'What do you expect from a woman like that. She is too stupid to run a bath, let alone a depot.'],
  ['attack', 'You people who write here every day are sad little liars with nothing better to do. Get a life, losers.'],
  ['attack', 'The editor of this rag is a fool, a coward and a liar, and she knows that I know it.'],
  ['attack', 'Shut up, you silly old cow. Nobody wants to hear about your knee.'],
  ['attack', 'That reporter is too lazy and too thick to count to six. Sack the clown.'],
  ['attack', 'Only a complete moron could defend this. I mean you, “Rope Street Reader”.'],
  ['attack', 'Reddish is a crook with a face like a wet Sunday. I hope he chokes on his boatyard.'],
  ['hate', 'People from over there should be sent back where they came from, all of them, today.'],
  ['hate', 'I know which house is his. Someone ought to go round there one night and teach him.'],
  ['hate', 'That sort are all the same, dirty and lazy, and this town was clean before they came.'],
  ['private', 'She lives at number 14, the green door, and is on her own on Wednesdays. Go and ask her yourselves.'],
  ['private', 'His number is 07700 900143, ring him at night and tell him what you think of him.'],
  ['private', 'His wife left him in May because of the drinking, in case anyone wonders why he is like that.'],
  ['unsupported', 'Everybody knows that the treasurer was paid for this. In cash, behind the rowing club.'],
  ['unsupported', 'The head teacher changes the marks of children whose parents give money. Ask around.'],
  ['unsupported', 'They put the fire at the depot down to a cable. It was the owner, for the insurance.'],
  ['off-topic', 'Does anyone have a second-hand pram to give away? We collect. Blue would be nice but any colour.'],
  ['off-topic', 'Can we please talk about the real question, which is who will win the league this year?'],
  ['off-topic', 'Lost: one grey cat, answers to Admiral, last seen near the lock. A small reward.'],
  ['unreadable', 'asdf asdf test test is this thing on asdf'],
  ['unreadable', 'AAAAAAA!!!!!! WHYYYY ????? !!!!! BINS BINS BINS BINS BINS'],
]

/** Advertising, from machines and from those who are paid by the piece. */
export const SPAM: readonly string[] = [
  'Earn 400 a day from home with no experience, write to me now on http://home-cash.example/now',
  'Cheap watches, best brands, 80% off today only: http://watch-deals.example/sale',
  'Congratulations!!! You have been chosen for a FREE phone, claim it at http://free-phone.example/claim',
  'I lost 20 kilos in one month with these pills and so can you, visit http://slim-quick.example',
  'Best casino bonus of the year, 200 free spins, no deposit needed http://lucky-spin.example/bonus',
  'Need a loan? No questions asked, money in one hour, contact quickcash@loans.example or http://loans.example/apply',
  'My cousin makes 6,000 a week trading coins, here is the secret he does not want you to know http://coin-profit.example',
  'Buy real followers and likes cheap and fast, 24/7 support http://likes4u.example/buy',
  'Hot singles near you want to chat tonight, click http://meet-now.example',
  'Your article is very nice and informative. Please visit my website for more: http://seo-masters.example/backlinks',
  'Replica handbags, free shipping worldwide, order now http://bags-outlet.example',
  'Dr. Bright cured my illness with herbs in two weeks, email him at drbright@herbs.example for help',
  'WIN WIN WIN!!! Crypto airdrop, connect your wallet at http://airdrop.example/now and get 500 tokens FREE',
  'Subscribe to my channel and I will subscribe back, promise, link in my name!!!',
  'Cheap essays written in 3 hours by experts, 100% original, http://essay-help.example/order',
  'Hello friend, I have a business proposal of 8.5 million, reply to me privately at barrister@funds.example',
  'Get rid of debt TODAY, government does not want you to know, http://debt-free.example/start',
  'Free gift cards here, limited offer, hurry up http://gift-cards.example/free?id=77',
  'Stream every match live in HD for free: http://live-sport.example/watch',
  'Unlock any phone in 5 minutes, cheap price, http://unlock.example/buy-now',
  'Forex signals with 95% profit, join our group today on http://signals.example/profit and earn money fast',
  'Roof repairs, best prices, call now 555 0134, free quote http://roofs-cheap.example',
  'VIAGRA and CIALIS no prescription cheap online pharmacy http://meds.example/order',
  'Work from home and get paid weekly, no boss, free training http://home-income.example/join',
  'Magic beans tea burns fat while you sleep, buy 2 get 1 free http://tea-slim.example/shop',
  'Play online slots and win real money, bonus 500% for new players http://slots-win.example',
  'Increase your website traffic, 10,000 visitors for 9 dollars http://traffic.example/cheap',
  'Psychic reads your future for free, first question free, click http://stars.example/psychic',
  'Discount sunglasses 90% off, official store, hurry http://sun-outlet.example/sale',
  'Make money fast with surveys, 50 per survey, sign up free http://survey-cash.example/register',
]

/** One letter that many were asked to send, and what each of them put into it. */
export const PETITION = {
  words:
    'As a resident of the {where} I call on the council to stop the sale of the meadow behind the boatyard and to hold a proper vote of all residents before a single tree is cut. {own} Our meadow is not for sale.',
  where: ['north bank', 'Meadows', 'High Street', 'upper town', 'Mill Reach side', 'old quarter', 'Cornhill end'],
  own: [
    '',
    'My children play there.',
    'I have walked there since I was a girl.',
    'Shame on all of you.',
    'There are bats.',
    'We were never asked.',
    'Please listen for once.',
  ],
}

/** The same advertisement over and over, with another number and another name each time. */
export const COUPONS =
  'Hello neighbours, {name} here, I got a {sum} pound voucher for the supermarket just for answering three easy questions, it really works, try it yourself before it ends: http://coupons-for-you.example/{sum}'

/** Well-wishers, who copied one another. */
export const WELL_WISHERS =
  'Congratulations to Yusuf and to everyone at Harrow High from all of us at {from}, you have made the whole valley proud!'
export const WELL_WISHERS_FROM: readonly string[] = [
  'the bridge works',
  'the scout hut',
  'St Osyth’s',
  'the silver band',
  'the rowing club',
  'the wool shop',
  'the sawmill',
]
