/** Who works at the Harrow Ferry Courant, and who writes to it. */

import type { Rhythm } from '../src/letters/index.ts'
import { ROLES, type Switch } from '../src/people/index.ts'

export interface StaffMember {
  name: string
  mail: string
  switches: readonly Switch[]
  byline: string
}

const member = (name: string, switches: readonly Switch[]): StaffMember => ({
  name,
  mail: `${name.split(' ')[0]?.toLowerCase()}@courant.example`,
  switches,
  byline: `By ${name}`,
})

/** The editor is the first who comes into an empty newsroom. */
export const STAFF = {
  editor: member('Margaret Ashdown', ROLES.editor),
  deputy: member('Idris Cole', ['write', 'edit others', 'publish', 'moderate']),
  reporter: member('Nora Pike', ROLES.reporter),
  second: member('Sam Okafor', ['write', 'publish']),
  moderator: member('Jo Marsh', ROLES.moderator),
  evening: member('Lena Brandt', ROLES.moderator),
  /** Has left, and may not sign in any more. */
  former: member('Peter Hale', ROLES.reporter),
} as const
export type Who = keyof typeof STAFF

/** Readers whose address is known to be theirs, and how often they are told of answers. */
export const VERIFIED: readonly { name: string; mail: string; rhythm: Rhythm }[] = [
  { name: 'Wren Abbot', mail: 'wren.abbot@post.example', rhythm: 'daily' },
  { name: 'Rope Street Reader', mail: 'ropestreet@post.example', rhythm: 'at once' },
  { name: 'Perpetua Quill', mail: 'perpetua@quill.example', rhythm: 'weekly' },
  { name: 'Ned Tansley', mail: 'ned.tansley@post.example', rhythm: 'daily' },
]

const FIRST_NAMES =
  'Ada Alec Anya Bess Bram Cass Clem Cora Dilys Dot Edie Ewan Faye Finn Gil Greta Hal Hattie Ines Ivor Jed Joss Kit Lettie Lorne Mabel Mick Mina Nell Olwen Otto Pat Peg Rafe Rosa Rufus Sal Tess Tilly Uma Vic Wilf Winnie Yara Zeb'.split(
    ' ',
  )
const LAST_NAMES =
  'Alder Bains Birch Cobb Crane Dace Drake Eames Fell Garrow Haddon Hirst Ibbot Jessop Kemp Larch Lyle Marrow Nettle Oakes Pask Quayle Reeve Rudd Sedge Stott Tarn Thorne Upton Vane Wick Yarrow'.split(
    ' ',
  )
const OTHER_NAMES: readonly string[] = [
  'Cornhill Carol',
  'An old boy of Harrow High',
  'North bank',
  'M.',
  'Mill Reach mum',
  'Grumpy of Lock Lane',
  'Samira H.',
  'Jürgen aus Mühlbrück',
  'Tired nurse',
  'Wick & Sons',
]

/** A name as people put it over a comment; most give two, some one, some none of their own. */
export function readerName(chance: () => number): string {
  const pick = (names: readonly string[]) => names[Math.floor(chance() * names.length)] as string
  const [kind, first, last] = [chance(), pick(FIRST_NAMES), pick(LAST_NAMES)]
  if (kind < 0.12) return pick(OTHER_NAMES)
  if (kind < 0.3) return first
  return kind < 0.4 ? `${first} ${last.slice(0, 1)}.` : `${first} ${last}`
}
