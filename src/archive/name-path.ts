import type { NameKind } from '../reading/index.ts'
import { addressWords } from '../text/index.ts'

const PLURALS = { person: 'people', organization: 'organizations', place: 'places' } as const
const LONGEST = 80

/** /people/slug, /organizations/slug or /places/slug */
export const pathOfName = (kind: NameKind, slug: string): string => `/${PLURALS[kind]}/${slug}`

/** The kind that an address begins with: 'people' is of persons; null where it is of none. */
export const kindOfPlural = (plural: string): NameKind | null =>
  (Object.keys(PLURALS) as NameKind[]).find((kind) => PLURALS[kind] === plural) ?? null

/** The last part of a name's address, at most 80 characters; empty where a name has neither letter nor digit. */
export const slugOfName = (name: string): string =>
  addressWords(name)
    .slice(0, LONGEST)
    .replace(/[-\ud800-\udbff]$/, '')
