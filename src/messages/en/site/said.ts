/** "Who says so" under a story, a name's page, and the search of what was said. */
import { counted, number } from '../../count.ts'

const statements = (count: number): string => counted(count, { one: '1 statement', other: '# statements' })

export const saidMessages = {
  whoSaysSo: 'Who says so',
  inThisStory: (count: number, speakers: number) =>
    `${statements(count)} in this story, by ${counted(speakers, { one: '1 speaker', other: '# speakers' })}. Select a quote to see it in the story.`,
  inThisStoryUnnamed: (count: number) =>
    `${statements(count)} in this story, by nobody named. Select a quote to see it in the story.`,
  moreSpeakers: (count: number) => counted(count, { one: '1 more speaker', other: '# more speakers' }),
  moreStatements: (count: number) => counted(count, { one: '1 more statement', other: '# more statements' }),
  /** For those who hear it: whose statements unfold. */
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
