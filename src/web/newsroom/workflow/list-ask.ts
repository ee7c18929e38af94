/** What somebody looks for in the list of stories, as the address has it and as the list is asked. */
import { termKey } from '../../../paper/index.ts'
import { type ListAsk, STATES, type State } from '../../../workflow/index.ts'
import { wholeNumber } from '../../kit/whole-number.ts'

/** As it was typed and chosen. */
export interface ListSearch {
  words: string
  state: State | ''
  section: string
  /** A person's id. */
  writer: string
  scheduled: boolean
  sort: 'changed' | 'published'
  page: number
}

/** Of what is typed to search by, in UTF-16 code units. */
export const LONGEST_WORDS = 200

export const readListSearch = (given: (name: string) => string | undefined): ListSearch => ({
  words: (given('q') ?? '').trim().slice(0, LONGEST_WORDS),
  state: STATES.find((one) => one === given('state')) ?? '',
  section: (given('section') ?? '').trim().slice(0, LONGEST_WORDS),
  writer: /^[0-9a-z]{26}$/.test(given('writer') ?? '') ? (given('writer') ?? '') : '',
  scheduled: given('scheduled') === '1',
  sort: given('sort') === 'published' ? 'published' : 'changed',
  page: wholeNumber(given('page') ?? '') ?? 1,
})

/** The same as the fields of an address, without those that say nothing. */
export function fieldsOfSearch({ words, state, section, writer, scheduled, sort, page }: ListSearch) {
  const fields = { q: words, state, section, writer, scheduled: scheduled ? '1' : '' }
  const all = { ...fields, sort: sort === 'changed' ? '' : sort, page: page <= 1 ? '' : String(page) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

export function listAddress(search: ListSearch): string {
  const query = new URLSearchParams(fieldsOfSearch(search)).toString()
  return query === '' ? '/newsroom/stories' : `/newsroom/stories?${query}`
}

/** Whether anything is left out. */
export const isFiltered = ({ words, state, section, writer, scheduled }: ListSearch): boolean =>
  words !== '' || state !== '' || section !== '' || writer !== '' || scheduled

/** As the list is asked; `scheduled`: the stories that have a schedule. */
export const askOf = (search: ListSearch, scheduled: readonly string[]): ListAsk => ({
  words: search.words,
  state: search.state === '' ? null : search.state,
  section: search.section === '' ? null : termKey(search.section),
  writer: search.writer === '' ? null : search.writer,
  among: search.scheduled ? scheduled : null,
  sort: search.sort,
  page: search.page,
})
