/** What of the queue is looked at. All that is given has to hold. Pure. */
import { BAND_NAMES, type BandName, isId } from '../../store/index.ts'

export interface QueueFilter {
  /** A story's id. */
  story?: string
  /** The name above a comment, as it stands there. */
  author?: string
  /** A comment's id: what its reader or, where nobody is signed in, its network sent that day. */
  from?: string
  band?: BandName
  /** The name of the phase that raised a signal. */
  signal?: string
  /** ISO 639-1 */
  language?: string
  /** Waiting for at least so many minutes. */
  waited?: number
  /** Words, found by their stems. */
  words?: string
}

export const LONGEST_FIELD = 200

/** A filter from an address's fields; what makes no sense is left out. A story is looked up by the caller. */
export function readFilter(field: (name: string) => string | undefined): QueueFilter {
  // PostgreSQL keeps no NUL and refuses to be asked for one.
  const text = (name: string) => field(name)?.replaceAll('\0', '').trim().slice(0, LONGEST_FIELD) || undefined
  const band = BAND_NAMES.find((name) => name === text('band'))
  const [story, author, from, signal, language, words] = [
    text('story'),
    text('author'),
    text('from'),
    text('signal'),
    text('language'),
    text('q'),
  ]
  const waited = Number(text('waited'))
  return {
    ...(story && isId(story) ? { story } : {}),
    ...(author ? { author } : {}),
    ...(from && isId(from) ? { from } : {}),
    ...(band ? { band } : {}),
    ...(signal ? { signal } : {}),
    ...(language && /^[a-z]{2,3}$/.test(language) ? { language } : {}),
    ...(Number.isInteger(waited) && waited > 0 && waited <= 60 * 24 * 366 ? { waited } : {}),
    ...(words ? { words } : {}),
  }
}

/** The fields of a filter for an address; the same filter comes out of readFilter again. */
export const filterFields = (filter: QueueFilter): [string, string][] =>
  (
    [
      ['q', filter.words],
      ['story', filter.story],
      ['author', filter.author],
      ['from', filter.from],
      ['band', filter.band],
      ['signal', filter.signal],
      ['language', filter.language],
      ['waited', filter.waited],
    ] as const
  ).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]]))
