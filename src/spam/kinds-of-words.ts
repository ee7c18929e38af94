/**
 * Words by what they are for: what one finds in advertising on any subject.
 * A kind is only a feature like others: what it is worth is learnt, and a site
 * on which people sell bicycles to one another learns that it is worth nothing.
 */

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
  question: 'why how what who where when which anyone',
  greeting: 'hi hey hello guys everyone everybody people friends dear sir madam yo sup',
}

const KINDS_OF = new Map<string, string[]>()
for (const [kind, words] of Object.entries(KINDS)) {
  for (const word of new Set(words.split(' '))) KINDS_OF.set(word, [...(KINDS_OF.get(word) ?? []), kind])
}

/** Kinds that say what people talk like, not what advertising is made of. */
export const TALK: ReadonlySet<string> = new Set(['feeling', 'laughter', 'others', 'question'])

/** What a kind is called before a person. */
export const KIND_NAMES: Readonly<Record<string, string>> = {
  ask: 'asks to do something',
  follow: 'asks to follow',
  like: 'asks for likes',
  please: 'please and thanks',
  mine: '“my” or “our”',
  thing: 'names a channel, a page or the like',
  network: 'names a network',
  money: 'speaks of money',
  free: 'speaks of gifts or offers',
  work: 'speaks of work and business',
  body: 'speaks of bodies',
  self: '“I” or “we”',
  newcomer: 'speaks of a beginning artist',
  chance: 'asks for a minute',
  feeling: 'a feeling',
  laughter: 'laughter or surprise',
  others: 'speaks of others',
  question: 'asks why, who or what',
  greeting: 'a greeting to all',
  LINK: 'a link',
  HERE: 'a link to this site',
}

/** The kinds of a normalised word; misspelt "subscribe" is known by its letters. */
export function kindsOf(word: string): readonly string[] {
  const kinds = KINDS_OF.get(word)
  if (kinds) return kinds
  if (word.length > 6 && word.length < 15 && /^su[bcs]*[a-z]{0,2}cri?b|^su[bcs]+ri/.test(word)) return ['ask', 'follow']
  return NONE
}

const NONE: readonly string[] = []
