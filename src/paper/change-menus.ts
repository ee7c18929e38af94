/** An editor's changes to the menus. The first makes a menu that filled itself the editor's own. */
import { menuMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { type Store, type Transaction, takeTurns } from '../store/index.ts'
import {
  checkLabel,
  checkMenuAddress,
  type Menu,
  type MenuItem,
  type MenuItemKind,
  type MenuLine,
  type MenuNow,
  MOST_LINES,
  menuKey,
} from './menu.ts'
import { readMenus } from './read-menus.ts'
import { TERM_KINDS, type TermKind } from './term.ts'

export type MenuChanged = { changed: true } | { problem: string; field?: 'href' | 'label' }

interface Change {
  menu: Menu
  /** A person's id; null where the site itself does. */
  by: string | null
}

/** Adds a line at the end: to something of the paper's, which gives it its name unless `label` does, or to an address. */
export const addToMenu = (
  store: Store,
  {
    wanted,
    ...change
  }: Change & {
    wanted: { kind: Exclude<MenuItemKind, 'link'>; aboutId: string; label?: string } | { href: string; label: string }
  },
  now: number,
): Promise<MenuChanged> =>
  changeMenu(store, change, now, async (tx, { lines }) => {
    const item = 'href' in wanted ? linkOf(wanted) : await itemTo(tx, wanted)
    if ('problem' in item) return item
    if (lines.some(({ key }) => key === menuKey(item))) return { problem: m.alreadyThere }
    if (lines.length >= MOST_LINES) return { problem: m.full(MOST_LINES) }
    return { lines: [...lines, item], did: m.logAdded(item.label || item.says) }
  })

/** Moves a line one place; at the end it stays where it is. */
export const moveInMenu = (
  store: Store,
  { key, by, direction, ...change }: Change & { key: string; direction: 'up' | 'down' },
  now: number,
): Promise<MenuChanged> =>
  changeMenu(store, { by, ...change }, now, async (_tx, { lines }) => {
    const from = lines.findIndex((one) => one.key === key)
    const line = lines[from]
    if (!line) return { problem: m.lineGone }
    const to = Math.min(lines.length - 1, Math.max(0, from + (direction === 'up' ? -1 : 1)))
    const others = lines.filter((one) => one !== line)
    return { lines: [...others.slice(0, to), line, ...others.slice(to)], did: m.logMoved(line.says) }
  })

/** What a line says from now on; with nothing, the name of what it leads to. */
export const renameInMenu = (
  store: Store,
  { key, label: typed, ...change }: Change & { key: string; label: string },
  now: number,
): Promise<MenuChanged> =>
  changeMenu(store, change, now, async (_tx, { lines }) => {
    const line = lines.find((one) => one.key === key)
    if (!line) return { problem: m.lineGone }
    const checked = checkLabel(typed, line.kind === 'link' || line.missing === 'removed')
    if ('problem' in checked) return { field: 'label', ...checked }
    const { label } = checked
    return {
      lines: lines.map((one) => (one === line ? { ...one, label } : one)),
      did: m.logRenamed(line.says, label || line.says),
    }
  })

/** Takes a line out. A menu without lines fills itself again. */
export const removeFromMenu = (
  store: Store,
  { key, ...change }: Change & { key: string },
  now: number,
): Promise<MenuChanged> =>
  changeMenu(store, change, now, async (_tx, { lines }) => {
    const line = lines.find((one) => one.key === key)
    if (!line) return { problem: m.lineGone }
    return { lines: lines.filter((one) => one !== line), did: m.logTakenOut(line.says) }
  })

/** Gives up an editor's own lines: the menu fills itself again. */
export const fillMenu = (store: Store, change: Change, now: number): Promise<MenuChanged> =>
  changeMenu(store, change, now, async () => ({ lines: [], did: m.logFilled }))

async function changeMenu(
  store: Store,
  { menu, by }: Change,
  now: number,
  change: (
    tx: Transaction,
    now: MenuNow,
  ) => Promise<{ lines: MenuItem[]; did: string } | Exclude<MenuChanged, { changed: true }>>,
): Promise<MenuChanged> {
  return store.transaction(now, async (tx) => {
    await takeTurns(tx, 'settings')
    const changed = await change(tx, (await readMenus(tx.rows))[menu])
    if ('problem' in changed) return changed
    await tx.rows.deleteFrom('menu_items').where('menu', '=', menu).execute()
    if (changed.lines.length > 0)
      await tx.rows
        .insertInto('menu_items')
        .values(
          changed.lines.map(({ kind, aboutId, href, label }, place) => ({
            ...{ menu, place, kind, href, label },
            about_id: aboutId,
          })),
        )
        .execute()
    await noteAct(tx, { by, act: 'menu.changed', about: null, detail: m.logChanged(menu, changed.did) })
    await tx.say({ kind: 'paper.changed' })
    return { changed: true }
  })
}

type NewItem = MenuItem & Pick<MenuLine, 'says'>

function linkOf(typed: { href: string; label: string }): NewItem | { problem: string; field: 'href' | 'label' } {
  const address = checkMenuAddress(typed.href)
  if ('problem' in address) return { field: 'href', ...address }
  const label = checkLabel(typed.label, true)
  if ('problem' in label) return { field: 'label', ...label }
  return { kind: 'link', aboutId: null, ...address, ...label, says: '' }
}

/** A line to a term or page that is there, published or not. */
async function itemTo(
  tx: Transaction,
  { kind, aboutId, label: typed = '' }: { kind: TermKind | 'page'; aboutId: string; label?: string },
): Promise<NewItem | { problem: string; field?: 'label' }> {
  const checked = checkLabel(typed, false)
  if ('problem' in checked) return { field: 'label', ...checked }
  const named =
    kind === 'page'
      ? tx.rows.selectFrom('pages').select('title as name').where('id', '=', aboutId)
      : tx.rows.selectFrom('terms').select('name').where('kind', '=', kind).where('id', '=', aboutId)
  const there = await named.executeTakeFirst()
  if (!there) return { problem: m.nothingThere }
  const label = checked.label === there.name ? '' : checked.label
  return { kind, aboutId, href: '', label, says: there.name }
}

/** Whether a form's word is one of the kinds that have a name of their own. */
export const isNamedKind = (kind: string): kind is TermKind | 'page' =>
  kind === 'page' || (TERM_KINDS as readonly string[]).includes(kind)
