/**
 * Words by what they are for: what one finds in advertising on any subject.
 * A kind is only a feature like others: what it is worth is learnt, and a site
 * on which people sell bicycles to one another learns that it is worth nothing.
 */
import { spamMessages as m } from '../messages/index.ts'

const KINDS: Readonly<Record<string, string>> = {
  ask: 'check visit click watch look listen search google see go come join download buy order vote donate help support try get type enter sign register follow subscribe add share like view read discover enjoy give call write contact message invite tell send open start find',
  follow:
    'subscribe subscribes subscribed subscriber subscribers subscribing sub subs subbed follow follows followed follower followers following subscription',
  like: 'like likes thumbs thumb share shares upvote retweet',
  please: 'please pls plz plis plzz plss plse pleas pliz plizz kindly thx thanks thank',
  mine: 'my our mine ours me us',
  thing:
    'channel channels chanel chanell page profile site website web blog video videos vid vids vidios music song songs track tracks remix remixes cover covers mixtape album album stream streams app game games shop store group playlist series tutorial tutorials tutorials beats band',
  network:
    'facebook fb twitter instagram insta ig snapchat snap tiktok twitch soundcloud whatsapp telegram discord kik skype vk youtube patreon onlyfans tumblr reddit spotify itunes amazon paypal ebay',
  money:
    'money cash dollar dollars usd euro euros profit profits income earn earned earning earnings paid pay rich salary bonus bonuses prize prizes win won winner reward rewards bitcoin crypto btc invest investment investors trading forex loan loans credit wealth',
  free: 'free gift gifts giveaway card cards code codes coupon discount cheap offer offers sale deal deals promo promotion',
  work: 'job jobs work online home internet business marketing company website hour hourly weekly monthly month boss agent hire',
  body: 'sexy sex hot porn nude naked dating girls webcam adult escort viagra pills weight fat diet lose',
  self: 'i im me my myself we our',
  newcomer:
    'new newest small upcoming starting started rapper singer artist producer dj musician gamer gaming minecraft youtuber talent talented unsigned official',
  chance:
    'chance time minute minutes moment second seconds favor favour appreciate appreciated appreciates mean means dream dreams goal reach promise swear',
  feeling:
    'love loved loves hate hated best worst good great nice awesome amazing beautiful cool bad sad funny happy sorry crap boring stupid awful perfect favourite favorite wonderful lovely terrible',
  laughter: 'lol haha hahaha lmao rofl xd omg wow wtf hehe',
  others: 'he she they him her them his their its it who people someone',
  press:
    'paper papers newspaper newspapers edition editions printed print column columnist reporter reporters reporting editor editors journalist journalists journalism crossword obituaries newsroom headline headlines minister letters reader readers neighbour neighbours neighbor neighbors town village investigation digging coverage',
  town: 'inquiry inquiries trial court courts police hospital hospitals school schools ferry bridge harbour harbor pier road roads street bus buses train trains tax taxes election elections voters government parliament union strike flood floods budget planning library weekend saturday thursday tunnel council mayor pensioners museum park',
  yours: 'your yours',
  blog: 'blog blogs blogger bloggers blogging weblog post posts bookmark bookmarked bookmarking feed rss informative content website webpage niche topic newsletter',
  question: 'why how what who where when which anyone',
  greeting: 'hi hey hello guys everyone everybody people friends dear sir madam yo sup',
}

/** What a name is made of where somebody signs with what they sell. */
const TRADE = new Set(
  `
    shop shops store stores outlet sale sales online cheap cheapest buy order affordable discount discounts wholesale deals pricing coupon coupons promo download
    seo agency agencies company companies inc llc ltd gmbh service services marketing consultant consulting consultants expert experts specialist supplier suppliers provider providers manufacturer factory solutions dealer dealers broker brokers contractor contractors
    rental rentals repair repairs cleaning removal installation plumbing plumber plumbers roofing roofers locksmith electrician hvac landscaping flooring towing movers moving removals limo taxi cab transfer tours travel hotel hotels visa passport flights
    designer web website hosting vpn backlinks followers likes traffic leads app apps apk mp3 software movies streaming iptv
    casino casinos poker slots slot betting bet bets bingo rummy lottery jackpot gambling togel judi satta toto
    loan loans lender lenders credit payday insurance mortgage mortgages refinance tax accounting forex crypto bitcoin trading exchange invest investment investing signals
    pills pill keto diet supplement supplements vitamins viagra cialis levitra pharmacy steroids cbd vape hemp gummies skincare whitening implants implant botox surgery dental dentist clinic chiropractor massage spa therapy treatment
    essay essays assignment homework thesis dissertation tutoring courses certification degree reviews
    escort escorts dating webcam
    shoes shoe sneakers hoodie hoodies jacket jackets dress dresses bags handbag handbags purse jerseys shirts shirt tshirt jeans pants lingerie sunglasses watches jewelry jewellery necklace wig wigs lashes perfume cosmetics makeup furniture sofa mattress mattresses chairs desk curtain curtains blinds rugs lamps cabinets tiles windows accessories accessory cases charger headphones laptop laptops phones toys costume costumes gifts printing stickers packaging machine machines equipment tires tyres kit kits nail nails transplant transplants replica replicas wholesaler supplies bathroom bathrooms fitters builders builder garden decor gifts parcels courier freight storage battery batteries solar panels heaters mining miner nft token tokens exchange wallet cheats keygen crack crackers torrent pharma remedies herbal oil oils tea coffee catering venue rental booking bookings tickets ticket lawyer lawyers attorney attorneys solicitor realtor apartments condos property properties
  `
    .trim()
    .split(/\s+/),
)

/** How many words of a normalised name name wares or a trade, rather than a person. */
export const tradeWordsIn = (words: readonly string[]): number => words.filter((word) => TRADE.has(word)).length

const KINDS_OF = new Map<string, string[]>()
for (const [kind, words] of Object.entries(KINDS)) {
  for (const word of new Set(words.split(' '))) KINDS_OF.set(word, [...(KINDS_OF.get(word) ?? []), kind])
}

/** Kinds that say what people talk like, not what advertising is made of. */
export const TALK: ReadonlySet<string> = new Set([
  'feeling',
  'laughter',
  'others',
  'question',
  'press',
  'yours',
  'blog',
])

/** Beside another kind these tell a person nothing. */
const SMALL: ReadonlySet<string> = new Set([...TALK, 'self', 'please', 'greeting'])

/** Two kinds together, in whichever order, as one reason. */
export function pairName(one: string, other: string): string {
  const telling = [one, other].filter((kind) => !SMALL.has(kind))
  const kinds = telling.length > 0 ? telling : [one, other]
  return [...new Set(kinds.map(nameOfKind))].sort().join(BESIDE)
}

/** Between two kinds that come together. */
export const BESIDE = ' + '

/** What a kind is called before a person. */
const KIND_NAMES: Readonly<Record<string, string>> = m.kinds
export const nameOfKind = (kind: string): string => KIND_NAMES[kind] ?? kind

/** The kinds of a normalised word; misspelt "subscribe" is known by its letters. */
export function kindsOf(word: string): readonly string[] {
  const kinds = KINDS_OF.get(word)
  if (kinds) return kinds
  if (word.length > 6 && word.length < 15 && /^su[bcs]*[a-z]{0,2}cri?b|^su[bcs]+ri/.test(word)) return ['ask', 'follow']
  return NONE
}

const NONE: readonly string[] = []
