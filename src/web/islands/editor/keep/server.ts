/** What the editor sends to the server and hears from it; every failure is a value. */

import type { StoryContent } from '../../../../story/index.ts'
import type { Batch, Step } from './draft-line.ts'

export interface Person {
  id: string
  name: string
  /** Where their picture is shown from; null where they have none. */
  face: string | null
}
export interface Lock {
  place: string
  person: Person
  client?: string
  until: number
}
export interface Present extends Person {
  client?: string
  place: string | null
}

export interface Draft {
  number: number
  content: StoryContent
  savedAt: number
  by: Person | null
  locks: Lock[]
  present: Present[]
}

export type Answer =
  | { is: 'taken'; number: number; savedAt: number }
  | { is: 'changed'; number: number; places: string[]; theirs: StoryContent; by: Person | null; say: string }
  | { is: 'locked'; say: string }
  | { is: 'signed out' }
  /** Nothing more can be saved here: the story is gone, or may not be changed, or the batch is refused. */
  | { is: 'refused'; say: string }
  | { is: 'offline' }

export function serverOf(story: string, client: string) {
  const address = `/newsroom/stories/${story}`
  const post = (what: string, body: object, outlives = false) =>
    fetch(`${address}/${what}`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, client }),
      // A browser lets little outlive its page; what is longer waits in its store.
      keepalive: outlives && JSON.stringify(body).length < 60_000,
    })
  return {
    async steps({ base, key, steps }: Batch, outlives = false): Promise<Answer> {
      try {
        const response = await post('steps', { base, key, steps }, outlives)
        if (response.status === 401 || response.redirected) return { is: 'signed out' }
        const answer = (await response.json()) as Record<string, unknown> & { say?: string; why?: string }
        if (response.ok) return { is: 'taken', ...(answer as unknown as { number: number; savedAt: number }) }
        const say = answer.say ?? ''
        if (answer.why === 'changed')
          return {
            is: 'changed',
            say,
            ...(answer as unknown as { number: number; places: string[]; theirs: StoryContent; by: Person | null }),
          }
        if (answer.why === 'locked') return { is: 'locked', say }
        return response.status >= 500 || say === '' ? { is: 'offline' } : { is: 'refused', say }
      } catch {
        return { is: 'offline' }
      }
    },
    async draft(): Promise<Draft | 'signed out' | null> {
      try {
        const response = await fetch(`${address}/draft?client=${client}`, { headers: { accept: 'application/json' } })
        if (response.status === 401 || response.redirected) return 'signed out'
        return response.ok ? ((await response.json()) as Draft) : null
      } catch {
        return null
      }
    },
    async lock(place: string, take: boolean): Promise<Lock[] | null> {
      try {
        const response = await post('locks', take ? { place, take } : { place })
        return response.status === 200 || response.status === 409
          ? ((await response.json()) as { locks: Lock[] }).locks
          : null
      } catch {
        return null
      }
    },
    /** Hears what others do, until it is closed. */
    listen(on: {
      steps(event: { number: number; steps: Step[]; by: Person | null; client: string }): void
      locks(locks: Lock[]): void
      present(present: Present[]): void
      notes(): void
      standing(): void
      /** `refused`: as by a server that stands in for one that is starting; the browser does not ask again by itself. */
      lost(refused: boolean): void
      back(): void
    }): () => void {
      const source = new EventSource(`${address}/live?client=${client}`)
      const hear = <T>(name: string, take: (value: T) => void) =>
        source.addEventListener(name, (event) => take(JSON.parse((event as MessageEvent<string>).data) as T))
      hear('steps', on.steps)
      hear('locks', on.locks)
      hear('present', on.present)
      hear('notes', on.notes)
      hear('standing', on.standing)
      source.addEventListener('open', on.back)
      source.addEventListener('error', () => on.lost(source.readyState === EventSource.CLOSED))
      return () => source.close()
    },
  }
}
export type Server = ReturnType<typeof serverOf>
