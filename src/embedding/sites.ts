/** Which other sites show the discussion and may send comments, as an editor lists them. */
import { embeddingMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { type Database, keepSetting, readSetting, type Store, takeTurns } from '../store/index.ts'
import { readUrl } from '../text/index.ts'

/** They stand in a header of every answer that may be framed. */
const MOST_SITES = 50
/** In code units: no name of a host comes near. */
const LONGEST = 300
const SETTING = 'listed sites'

/**
 * What may stand in a header between blanks and semicolons. A host that a browser would take may have more in it:
 * an asterisk, a comma, a semicolon.
 */
const PLAIN_HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/
/** Where a page can be trusted although no https is spoken: the machine itself, to try things out. */
const THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/** The origins, such as https://paper.example, in the order of their letters. */
export const readListedSites = async (db: Database): Promise<readonly string[]> =>
  ((await readSetting(db, SETTING))?.value ?? []) as readonly string[]

/** Adds the site whose address was typed; what is wrong with it, where it can't be. One that is in the list stays in it once. */
export async function addListedSite(
  store: Store,
  { typed, by }: { typed: string; by: string },
  now: number,
): Promise<{ added: string } | { problem: string }> {
  const read = originIn(typed)
  if ('problem' in read) return read
  const { origin } = read
  return changeSites<{ added: string } | { problem: string }>(
    store,
    { by, detail: m.logAdded(origin) },
    now,
    (sites) => {
      if (sites.includes(origin)) return { answer: { added: origin } }
      if (sites.length >= MOST_SITES) return { answer: { problem: m.tooMany(MOST_SITES) } }
      return { answer: { added: origin }, left: [...sites, origin].sort() }
    },
  )
}

/** Takes a site out of the list; whether it was in it. */
export const removeListedSite = (
  store: Store,
  { origin, by }: { origin: string; by: string },
  now: number,
): Promise<boolean> =>
  changeSites(store, { by, detail: m.logRemoved(origin) }, now, (sites) =>
    sites.includes(origin) ? { answer: true, left: sites.filter((one) => one !== origin) } : { answer: false },
  )

/** Of two who change the list at the same moment the second changes what the first left. */
const changeSites = <T>(
  store: Store,
  { by, detail }: { by: string; detail: string },
  now: number,
  change: (sites: readonly string[]) => { answer: T; left?: readonly string[] },
): Promise<T> =>
  store.transaction(now, async (tx) => {
    await takeTurns(tx, 'settings')
    const { answer, left } = change(await readListedSites(tx.rows))
    if (!left) return answer
    await keepSetting(tx, SETTING, left, by)
    await noteAct(tx, { by, act: 'embedding.sites', about: null, detail })
    await tx.say({ kind: 'settings.changed' })
    return answer
  })

/** The origin in an address as somebody types or copies it; of one without a scheme, by https. */
export function originIn(typed: string): { origin: string } | { problem: string } {
  const words = typed.trim()
  if (words.length > LONGEST) return { problem: m.notASite }
  if (words.includes('*')) return { problem: m.noWildcard }
  const url = readUrl(words.includes('://') ? words : `https://${words}`)
  if (!url) return { problem: m.notASite }
  if (url.username !== '' || url.password !== '' || !PLAIN_HOST.test(url.hostname)) return { problem: m.notASite }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && THIS_MACHINE.test(url.hostname)))
    return { origin: url.origin }
  return { problem: url.protocol === 'http:' ? m.notHttps : m.notASite }
}
