/**
 * What the server has not confirmed yet, in the browser's own store: there before
 * it is sent, and gone once it was taken. Each tab has its own line; what a tab
 * left behind that is closed is taken over by the next that opens the story.
 */
import type { Batch, Step } from './draft-line.ts'

export interface Waiting {
  story: string
  client: string
  /** The number of the draft that `rest` was written on. */
  base: number
  flight: Batch | null
  rest: readonly Step[]
  restKey: string
  at: number
}

const STORE = 'waiting'
/** Without locks between tabs, a line that was not touched for so long is one of a closed tab. */
const SURELY_CLOSED = 20_000

let opened: Promise<IDBDatabase | null> | null = null

/** Null where the browser keeps nothing, as in some private windows. */
function openStore(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open('courant-editor', 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['story', 'client'] })
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
  return opened
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  const db = await openStore()
  if (!db) return null
  return new Promise((resolve) => {
    const request = work(db.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE))
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => resolve(null)
  })
}

export const keepWaiting = (waiting: Waiting) => inStore('readwrite', (store) => store.put(waiting))

export const dropWaiting = ({ story, client }: Pick<Waiting, 'story' | 'client'>) =>
  inStore('readwrite', (store) => store.delete([story, client]))

const lockOf = (client: string) => `courant-editor ${client}`

/**
 * This tab's name, which stays over a reload, and which no other tab has: one
 * that was doubled takes a new one.
 */
export async function ownName(fresh: () => string): Promise<string> {
  const before = sessionStorage.getItem('courant-editor')
  const name = before !== null && (await claim(before)) ? before : fresh()
  if (name !== before) await claim(name)
  sessionStorage.setItem('courant-editor', name)
  return name
}

/** Holds the name until the tab is closed; false where another has it. */
function claim(client: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    void navigator.locks.request(lockOf(client), { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock ? new Promise<void>(() => {}) : undefined
    })
  })
}

/** All that waits of this story, of whatever tab. */
export async function waitingOf(story: string): Promise<Waiting[]> {
  const all = (await inStore('readonly', (store) => store.getAll() as IDBRequest<Waiting[]>)) ?? []
  return all.filter((one) => one.story === story)
}

/** Of what waits, that of this tab's name and of tabs that are closed; oldest first. */
export async function leftBehind(all: readonly Waiting[], client: string, now: number): Promise<Waiting[]> {
  if (all.length === 0) return []
  const held = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name))
  return all
    .filter((one) => {
      if (one.client === client) return true
      return navigator.locks ? !held.has(lockOf(one.client)) : one.at < now - SURELY_CLOSED
    })
    .sort((a, b) => a.at - b.at)
}
