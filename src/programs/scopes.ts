/** What a program may be let do, and what the person in whose name it acts has to be allowed for that. */
import type { Switch } from '../people/index.ts'

export const SCOPES = [
  'stories:read',
  'stories:write',
  'stories:publish',
  'comments:read',
  'comments:moderate',
  'settings:read',
] as const
export type Scope = (typeof SCOPES)[number]

/** Null: whoever is of the staff. */
export const SWITCH_OF: Readonly<Record<Scope, Switch | null>> = {
  'stories:read': null,
  'stories:write': 'write',
  'stories:publish': 'publish',
  'comments:read': 'moderate',
  'comments:moderate': 'moderate',
  'settings:read': 'settings',
}
