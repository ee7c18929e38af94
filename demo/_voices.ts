/** Who says what under which story, and what becomes of it: the plan, before anyone has opened their mouth. Pure but for the chance it is given. */
import { readerName, VERIFIED, type Who } from './_people.ts'
import { ANSWERS_BEGIN, ANSWERS_END, FIRST_HALVES, SECOND_HALVES, SHORT_ANSWERS } from './_remarks.ts'
import { APPEALED, CHANGED, JUDGED, REPORTED, TAKEN_DOWN } from './_set-pieces.ts'
import type { TownStory } from './_town-story.ts'
import { AGAINST_A_RULE, SPAM } from './_unwelcome.ts'
import type { PublishedStory } from './_world.ts'

/**
 * What becomes of a comment. Its author changes one that is shown ("mended", or
 * "mending" where that waits) or that waits ("rewritten"), and takes one back
 * that is shown ("withdrawn") or that waits ("regretted"). "hesitant" is approved,
 * taken back within ten seconds and left for somebody else; "reopened" was
 * decided once and is back in the queue.
 */
export type Fate =
  | 'held'
  | 'approved'
  | 'rejected'
  | 'removed'
  | 'regretted'
  | 'withdrawn'
  | 'mended'
  | 'mending'
  | 'rewritten'
  | 'hesitant'
  | 'reopened'

/** What somebody says. */
interface Said {
  place: PublishedStory
  text: string
  fate?: Fate
  /** By which it is found again once it has been decided. */
  key?: string
  /** Its author's other words. */
  after?: string
  /** Of a rejection or a removal. */
  reason?: string
  /** A moderator's sentence with it. */
  note?: string
  name?: string
  /** Whom it answers, as a place among those who are shown by then, 0 to 1. */
  answers?: number
  /** It makes no sense by itself, so it waits until somebody is shown. */
  isAnswer?: boolean
  machine?: boolean
}

export interface Voice extends Said {
  fate: Fate
  name: string
  at: number
  /** Who decides. */
  by: Who
  /** From coming in until it is decided, in milliseconds. */
  patience: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How many of those with nothing against them meet another fate than being approved. */
const FATES: readonly [Fate, number][] = [
  ['held', 58],
  ['reopened', 2],
  ['regretted', 4],
  ['withdrawn', 4],
  ['hesitant', 2],
]
/** Of those against a rule, and of the spam, so many wait. */
const WAITING = { against: 8, spam: 10 }

type Told = readonly { story: TownStory; place: PublishedStory }[]

/** So many comments, in the order in which they come in. */
export function planVoices(told: Told, count: number, end: number, chance: () => number): Voice[] {
  const english = told.filter(({ place }) => place.language === 'en')
  // The newer a story, the more is said under it now; all have had their day.
  const somewhere = () => english[Math.floor(chance() ** 1.7 * english.length)] as Told[number]
  const [firsts, seconds, begins, ends, shorts] = [
    FIRST_HALVES,
    SECOND_HALVES,
    ANSWERS_BEGIN,
    ANSWERS_END,
    SHORT_ANSWERS,
  ].map(dealer) as [Dealer, Dealer, Dealer, Dealer, Dealer]

  const particular = [...setPieces(told), ...unwelcome(() => somewhere().place)]
  const ordinary: Said[] = told.flatMap(({ story, place }) =>
    story.said.map((text, i) => ({
      place,
      text,
      ...(place.language === 'en' && i > 2 && chance() < 0.3 ? { answers: chance() } : {}),
    })),
  )
  for (let i = 0; ordinary.length + particular.length < count; i++) {
    const { story, place } = somewhere()
    if (i % 5 < 2)
      ordinary.push({ place, text: `${firsts(place).replaceAll('{about}', story.about)} ${seconds(place)}` })
    else if (i % 13 === 2) ordinary.push({ place, text: shorts(place), answers: chance(), isAnswer: true })
    else ordinary.push({ place, text: `${begins(place)} ${ends(place)}`, answers: chance(), isAnswer: true })
  }

  const mixed = shuffled(ordinary, chance)
  for (const [i, { name }] of VERIFIED.entries())
    for (const said of mixed.filter((_, at) => at % 61 === 7 * i + 3)) said.name = name
  // What waits is of the last days; under the story that leads, the desk has been quick, and of other tongues some is read.
  const waits = ({ place, text }: Said) =>
    place !== told[0]?.place && end - place.publishedAt < 7 * DAY && (place.language === 'en' || text.length % 2 === 0)
  const inOrder = [...mixed.filter(waits), ...mixed.filter((said) => !waits(said))]
  const fates = FATES.flatMap(([fate, many]) => Array.from({ length: many }, () => fate))
  const all: Said[] = [
    ...inOrder.map((said, i) => ({ fate: fates[i] ?? ('approved' as const), ...said })),
    ...particular,
  ]
  return all
    .map((said): Voice => {
      const fate = said.fate ?? 'approved'
      return { ...said, fate, name: said.name ?? readerName(chance), by: someone(chance), ...when(said.place, fate) }
    })
    .sort((one, other) => one.at - other.at)

  /** What waits has come lately; what is decided was so within hours, and early enough for all that follows. */
  function when(place: PublishedStory, fate: Fate): { at: number; patience: number } {
    const age = end - place.publishedAt
    if (fate === 'held' || fate === 'reopened') {
      const at = end - Math.min(age - MINUTE, 4 * MINUTE + chance() ** 1.5 * 20 * HOUR)
      return { at, patience: 0 }
    }
    const at = place.publishedAt + MINUTE + chance() ** 2 * Math.min(age, 60 * HOUR) * 0.7
    return { at, patience: Math.min(5 * MINUTE + chance() ** 3 * 9 * HOUR, (end - at) * 0.3) }
  }
}

function someone(chance: () => number): Who {
  const share = chance()
  return share < 0.5 ? 'moderator' : share < 0.82 ? 'evening' : share < 0.95 ? 'deputy' : 'editor'
}

function setPieces(told: Told): Said[] {
  const find = (start: string): PublishedStory => {
    const one = told.find(({ story }) => story.headline.startsWith(start))
    if (!one) throw new Error(`no story begins with “${start}”`)
    return one.place
  }
  return [
    ...CHANGED.map(({ under, ...piece }) => ({ place: find(under), ...piece })),
    ...TAKEN_DOWN.map(({ under, ...piece }) => ({ place: find(under), fate: 'removed' as const, ...piece })),
    ...[...REPORTED, ...JUDGED].map(({ under, text }) => ({ place: find(under), text, key: text })),
    ...APPEALED.map(({ under, text, reason }) => ({
      ...{ place: find(under), text, reason, key: text },
      fate: 'rejected' as const,
    })),
  ]
}

function unwelcome(somewhere: () => PublishedStory): Said[] {
  const fateOf = (i: number, every: number, most: number): Fate =>
    i % every === 0 && i / every < most ? 'held' : 'rejected'
  return [
    ...AGAINST_A_RULE.map(([reason, text], i) => ({
      ...{ place: somewhere(), text, reason, fate: fateOf(i, 2, WAITING.against) },
      ...(NOTES[reason] ? { note: NOTES[reason] } : {}),
    })),
    ...SPAM.map((text, i) => ({
      ...{ place: somewhere(), text, reason: 'spam', fate: fateOf(i, 3, WAITING.spam) },
      machine: true,
    })),
  ]
}

const NOTES: Record<string, string> = {
  attack: 'You may call the plan what you like. Please leave the person out of it.',
  unsupported: 'If you have something in writing, show it to the newsroom first.',
  private: 'Where somebody lives is nobody’s business here.',
}

type Dealer = (place: PublishedStory) => string

/** Hands out what is on a list in turn, and nothing twice under one story. */
function dealer(list: readonly string[]): Dealer {
  const given = new Map<PublishedStory, Set<string>>()
  let turn = 0
  return (place) => {
    const had = given.get(place) ?? new Set()
    given.set(place, had)
    let words = ''
    for (let tries = 0; tries <= list.length && (words === '' || had.has(words)); tries++)
      words = list[turn++ % list.length] as string
    had.add(words)
    return words
  }
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  return list
    .map((one) => ({ one, place: chance() }))
    .sort((one, other) => one.place - other.place)
    .map(({ one }) => one)
}
