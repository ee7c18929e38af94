/**
 * The newsroom's forms that hold written words: each by its address, with the
 * label of every field that somebody types into. What is not named here (ids,
 * choices, the button that was pressed) goes with the words, unseen.
 */
import { SITE_SETTINGS } from '../../story/index.ts'

const STORY = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  body: 'Body',
  pictureCaption: 'Picture: caption',
  pictureSrc: 'Picture: address',
  pictureAlt: 'Picture: description',
  pictureCredit: 'Picture: credit',
  pictureRights: 'Picture: rights',
  section: 'Section',
  language: 'Language',
  date: 'First published',
}
const NOTE = 'Your note to the author'
const RULE = { name: 'Name of the rule', words: 'Words', domains: 'Domains', more: 'Links, more than' }

/** All but those that are switched on and off. */
const SETTINGS = Object.fromEntries(
  Object.entries(SITE_SETTINGS)
    .filter(([, setting]) => typeof setting.default === 'string')
    .map(([name, { label }]) => [name, label]),
)

/** An asterisk stands for one part of an address; the first that fits counts. */
export const WRITTEN_FORMS: Record<string, Record<string, string>> = {
  '/newsroom/paste': { page: 'The page' },
  '/newsroom/stories/*': STORY,
  '/newsroom/stories/*/reading/correct': { speaker: 'Who says it', source: 'Source' },
  '/newsroom/stories/*/reading/names': { same: 'The same as' },
  '/newsroom/review/decide': { note: NOTE },
  '/newsroom/waiting/*/decide': { note: NOTE },
  '/newsroom/comments/*/remove': { note: NOTE },
  '/newsroom/comments/*/ban': { note: 'What you add in your own words' },
  '/newsroom/review/appeals/*': { sentence: 'Your sentence' },
  '/newsroom/review/reports/*': { sentence: 'Your sentence' },
  '/newsroom/review/reasons': { title: 'Title', sentence: 'Sentence', law: 'Law' },
  '/newsroom/review/rules': RULE,
  '/newsroom/review/rules/known-readers': { comments: 'Approved comments' },
  '/newsroom/review/rules/*': RULE,
  '/newsroom/people': { name: 'Name', mail: 'Mail' },
  '/newsroom/settings': SETTINGS,
  '/newsroom/settings/house-rule': { rule: SITE_SETTINGS.houseRule.label },
  '/newsroom/letters': { digestHour: 'Hour of the daily letter' },
  '/newsroom/notices': {
    atLeast: 'So many comments',
    minutes: 'Waiting for so many minutes',
    quietFrom: 'Quiet from',
    quietUntil: 'Quiet until',
  },
}

/** The labels of the written fields of the form that is sent to this address; null where it holds none. */
export function writtenFieldsAt(path: string): Readonly<Record<string, string>> | null {
  const parts = path.replace(/\/$/, '').split('/')
  const fits = (form: string[]) =>
    form.length === parts.length && form.every((part, index) => part === '*' || part === parts[index])
  const found = Object.keys(WRITTEN_FORMS).find((form) => fits(form.split('/')))
  return found ? (WRITTEN_FORMS[found] as Record<string, string>) : null
}
