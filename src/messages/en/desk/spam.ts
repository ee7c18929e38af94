/** The spam model, as a busy moderator reads it beside a comment: scores, and what they come from. */
import { counted, lengthOfTime } from '../../count.ts'

export const spamMessages = {
  spamScore: (percent: number, reasons: readonly string[]) => `Spam score ${percent}%${because(reasons)}`,
  rulesScore: (percent: number, reasons: readonly string[]) => `Rule-breaking score ${percent}%${because(reasons)}`,
  noScore: 'No spam score: too few words the model knows',
  notAsked: 'No spam score: the model could not be asked',
  knownReader: (count: number) =>
    counted(count, { one: 'Verified reader, 1 approved comment', other: 'Verified reader, # approved comments' }),

  /** What words are about, or do. */
  kinds: {
    ask: 'call to action',
    follow: 'asks people to follow',
    like: 'asks for likes',
    please: 'please or thanks',
    mine: '“my” or “our”',
    thing: 'a channel or page',
    network: 'a social network or shop',
    money: 'money',
    free: 'gifts or offers',
    work: 'jobs or business',
    body: 'sex or diets',
    self: '“I” or “we”',
    newcomer: 'a budding artist',
    chance: 'asks for a moment',
    feeling: 'likes or dislikes',
    laughter: 'laughter or surprise',
    others: 'other people',
    press: 'newspapers',
    town: 'local affairs',
    yours: '“your”',
    blog: 'a blog',
    question: 'a question word',
    greeting: 'greets everyone',
    'trade 1': 'a product or trade in the name',
    'trade 2': 'a product or trade in the name',
    LINK: 'a link',
    HERE: 'a link to this site',
  },

  /** How it looks. */
  looks: {
    '?': 'a question mark',
    pictures: 'emoji',
    smile: 'a smiley',
    clock: 'a time such as 2:19',
    drawn: 'a letter repeated',
    money: 'a sum of money',
    script: 'no Latin letters',
    'no link': 'no link',
    'own link': 'a link to this site',
    link: 'a link',
    domains: 'links to several sites',
    path: 'a link to a page',
    hidden: 'invisible characters inside words',
    lookalikes: 'look-alike letters from another script',
    signs: 'digits or symbols for letters',
    spread: 'words spaced out letter by letter',
    variants: 'fancy lettering',
    fast: 'faster than people type',
  },
  long: (words: number) => counted(words, { one: '1 word long', other: '# words long' }),
  capitals: (percent: number) => `${percent}% capitals`,
  exclamations: (count: number) => counted(count, { one: 'an exclamation mark', other: '# exclamation marks' }),
  digits: (count: number) => counted(count, { one: 'a digit', other: '# digits' }),
  links: (count: number) => counted(count, { one: 'a link', other: '# links' }),
  between: (from: number, to: number) => `sent between ${from}:00 and ${to}:00`,
  afterOpening: (seconds: number) => `sent ${lengthOfTime(seconds, 'second')} after the form was opened`,
  marks: (count: number) =>
    count === 0
      ? 'no marks of advertising'
      : counted(count, { one: 'one mark of advertising', other: '# marks of advertising' }),

  /** Of its words, where `words` are quoted already. */
  begins: (words: string) => `begins with ${words}`,
  ends: (words: string) => `ends with ${words}`,
  noWords: 'no words',
  disguised: (meant: string, written: string) => `“${meant}”, written “${written}”`,
  spaced: (word: string) => `“${word}”, spaced out`,
  inName: (words: string) => `“${words}” in the name`,
  linkInName: 'a link in the name',
  theLink: (address: string) => `the link ${address}`,
  linkEnding: (end: string) => `a link that ends in ${end}`,
  /** In the place of a link among words. */
  linkHere: '(link)',
  ownLinkHere: '(link to this site)',
}

const because = (reasons: readonly string[]) => (reasons.length === 0 ? '' : `: ${reasons.join(', ')}`)
