/** What the Harrow Ferry Courant is divided into, who writes it, and what its stories are about. */
import { addTerm, changeTerm, type Term, type TermDetails, type TermKind } from '../src/paper/index.ts'
import type { Store } from '../src/store/index.ts'
import { STAFF, type Who } from './_people.ts'

type Said = Partial<TermDetails> & { name: string }

/** In the order in which readers see them. */
const SECTIONS: readonly Said[] = [
  {
    name: 'Town',
    accent: 'brick',
    about: 'Streets, shops, floods and swans: what happens on both banks of the Aske, and what the court made of it.',
  },
  {
    name: 'Council',
    accent: 'blue',
    about:
      'What the twenty-one councillors decide, what it costs, and who voted which way. We sit through the meetings, so that you can ask about them.',
  },
  {
    name: 'Work & School',
    accent: 'moss',
    about: 'Bakeries, sawmills and spaghetti bridges: how the town earns its living and what it teaches its children.',
  },
  {
    name: 'Sport & Culture',
    accent: 'violet',
    about: 'Town on Saturdays, the choir on Tuesdays, films on a sheet.',
  },
  {
    name: 'Opinion',
    accent: 'plum',
    tone: 'opinion',
    about: 'What we and our readers think. The news is elsewhere in the paper, and knows nothing of it.',
  },
]

const TOPICS: readonly Said[] = [
  { name: 'The boatyard', about: 'The yard on Rope Street, bought by the council for £640,000.' },
  { name: 'The river', about: 'The Aske, its banks, its bridges, and what swims in it.' },
  { name: 'Getting about', about: 'Buses, bridges, lifts, and twenty miles an hour.' },
  { name: 'Cornhill' },
  { name: 'Health' },
]

/** How the headlines of their stories begin. */
const ABOUT: Record<string, readonly string[]> = {
  'The boatyard': ['Council votes', 'Rowers ask', 'What the car park fund'],
  'The river': ['Otters', 'Swans', 'Flood wardens', 'What the river', 'At 79', 'Rowers ask', 'The footbridge'],
  'Getting about': ['The footbridge', 'Twenty is plenty', 'Lamps on'],
  Cornhill: ['Bakery on', 'Rents on', 'In praise'],
  Health: ['Doctors’', 'At 79', 'In praise'],
}

export const topicsOf = (headline: string): string[] =>
  Object.entries(ABOUT).flatMap(([topic, starts]) =>
    starts.some((start) => headline.startsWith(start)) ? [topic] : [],
  )

const AUTHORS: readonly (Omit<Said, 'name'> & { who: Who })[] = [
  {
    who: 'reporter',
    role: 'Council reporter',
    contact: 'nora@courant.example',
    about: `Nora Pike has sat through every council meeting since the flood, bar one, and says that was the one to be at.

She grew up on the north bank, keeps bees behind the lock, and writes about queues when the editor lets her.`,
    signs: ['N. Pike'],
  },
  {
    who: 'second',
    role: 'Reporter',
    contact: 'https://social.example/@samokafor',
    about:
      'Sam Okafor came for a fortnight’s work experience six years ago. He covers schools, shops and whatever swims in the river.',
  },
  {
    who: 'deputy',
    role: 'Deputy editor',
    contact: 'idris@courant.example',
    about: 'Idris Cole puts the paper together and reads it before you do. On Saturdays he stands behind the goal.',
  },
]

/** Makes all of it before the first story comes out. */
export async function orderPaper(store: Store, staff: Record<Who, string>, now: number): Promise<void> {
  const by = staff.editor
  for (const said of SECTIONS) await made(store, 'section', said, by, now)
  for (const said of TOPICS) await made(store, 'topic', said, by, now)
  for (const { who, ...said } of AUTHORS)
    await made(store, 'author', { ...said, name: STAFF[who].name, personId: staff[who] }, by, now)
}

async function made(store: Store, kind: TermKind, said: Said, by: string, now: number): Promise<void> {
  const added = await addTerm(store, { kind, name: said.name, by }, now)
  if ('problem' in added) throw new Error(added.problem.sentence)
  const { id, number, ...term }: Term = added.term
  const details = { ...term, signs: [], ...said }
  const changed = await changeTerm(store, { id, number, details, keepAddress: false, by }, now)
  if (!('term' in changed)) throw new Error(JSON.stringify(changed))
}
