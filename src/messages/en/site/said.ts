/** "Who says so" under a story, a name's page, and the search of what was said. */
import { counted, listed, number } from '../../count.ts'

const statements = (count: number): string => counted(count, { one: '1 statement', other: '# statements' })

const percent = (share: number): string => (share > 0 && share < 0.01 ? 'under 1%' : `${Math.round(share * 100)}%`)

export const saidMessages = {
  whoSaysSo: 'Who says so',
  /** Of the sign behind a quotation, for those who hear it. */
  saysSo: (name: string) => (name === '' ? 'Who says so: the story does not say' : `Who says so: ${name}`),
  peopleSpeak: (count: number) => counted(count, { one: '1 person speaks', other: '# people speak' }),
  /** Where not only people speak. */
  voices: (count: number) => counted(count, { one: '1 voice', other: '# voices' }),
  speakers: (who: string, shares: readonly string[]) => `${who}: ${listed(shares)}`,
  nobodySpeaks: (count: number) => `${statements(count)} by nobody named`,
  shareOf: (name: string, share: number) => `${name} ${percent(share)}`,
  /** Behind what the speakers of most words have; they are listed. */
  andMore: (count: number) => `${number(count)} more`,
  ofAllWords: (share: number) => `${percent(share)} of all words`,
  seeInStory: 'Select a sentence to see it in the story. The shares are of all the words in it.',
  moreSentences: (count: number) => counted(count, { one: '1 more sentence', other: '# more sentences' }),
  /** For those who hear it: whose sentences unfold. */
  byName: (name: string) => ` by ${name}`,
  searchAll: 'Search all statements',
  speakerUnknown: 'The story does not say who',
  nobodyNamed: 'Nobody named',

  inTheirWords: 'in their words',
  to: (listener: string) => `to ${listener}`,
  through: (source: string) => `through ${source}`,
  onCondition: (condition: string) => `on condition of ${condition}`,
  on: (condition: string) => `on ${condition}`,

  kinds: { person: 'Person', organization: 'Organisation', place: 'Place' },
  plurals: { person: 'People', organization: 'Organisations', place: 'Places' },
  names: 'Names',
  description: (name: string, said: number, stories: number) =>
    `What ${name} said, and the stories: ${statements(said)}, ${counted(stories, { one: '1 story', other: '# stories' })}.`,
  /** When stories called somebody so, and how many did. */
  roleIn: (when: string, stories: number) => `${when}, ${counted(stories, { one: '1 story', other: '# stories' })}`,
  whatSaid: { person: 'What they said', organization: 'What it said', place: 'What it said' },
  saidNothing: (name: string) => `No published story has a statement by ${name} yet.`,
  searchOlder: 'Search everything they said',
  searchThese: 'Search these statements',
  stories: 'Stories',
  inNoStory: (name: string) => `No published story mentions ${name} at present.`,
  noNames: 'No names have a page here yet.',

  /** The drawing of when a name spoke, and the same in words. */
  whenSpoke: (name: string) => `When ${name} spoke`,
  spoke: (count: number, from: string, to: string) => `${statements(count)} from ${from} to ${to}.`,
  /** `unit` is what a column counts. */
  spokeMost: (count: number, from: string, to: string, most: { count: number; when: string; unit: 'day' | 'longer' }) =>
    `${statements(count)} from ${from} to ${to}; the most, ${number(most.count)}, ${most.unit === 'day' ? 'on' : 'in'} ${most.when}.`,

  /** Times that a story names, which may have no beginning or no end, or not be exact. */
  until: (time: string) => `until ${time}`,
  since: (time: string) => `since ${time}`,
  fromTo: (from: string, to: string) => `${from} – ${to}`,
  about: (time: string) => `about ${time}`,
  atTime: (day: string, time: string) => `${day}, ${time}`,
  /** As EDTF counts them. */
  seasons: ['spring', 'summer', 'autumn', 'winter'],
  inSeason: (season: string, year: string) => `${season} ${year}`,

  whoSaidWhat: 'Who said what',
  searchDescription: 'Search this paper’s stories for what somebody said about something.',
  who: 'Who',
  saidAbout: 'said something about',
  search: 'Search',
  typeSomething: 'Type a name, a word, or both to search the statements in all stories.',
  found: (count: number) => counted(count, { one: '1 statement', other: '# statements' }),
  firstFound: (count: number) => counted(count, { one: 'The first statement', other: 'The first # statements' }),
  more: 'More statements',
  noneFoundOf: (speaker: string, about: string) =>
    `No statement by “${speaker}” about “${about}” was found. Leave out one of the two, or shorten a word.`,
  noneFoundBy: (speaker: string) => `No statement by “${speaker}” was found. Try a shorter or different word.`,
  noneFoundAbout: (about: string) => `No statement about “${about}” was found. Try a shorter or different word.`,
  tooLong: (most: number) => `That is too long: use at most ${number(most)} characters in each field.`,
  brokenLink: 'This link is incomplete. Press “Search” to ask again.',
}
