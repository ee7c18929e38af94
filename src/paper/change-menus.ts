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
  MOST_LINES,
  menuKey,
} from './menu.ts'
import { readMenus } from './read-menus.ts'

/** What an editor does to a menu; a line by its key. */
export type MenuChange =
  /** At the end; to a thing of the paper's, which gives it its name unless `label` does, or to an address. */
  | { act: 'add'; wanted: ThingWanted | { href: string; label: string } }
  /** One place, or to a place that is counted from 1; beyond the ends it stays at the end. */
  | { act: 'move'; key: string; to: 'up' | 'down' | number }
  /** With nothing it says the name of what it leads to. */
  | { act: 'rename'; key: string; label: string }
  | { act: 'remove'; key: string }
  /** Gives up the editor's own lines. */
  | { act: 'fill' }

interface ThingWanted {
  kind: Exclude<MenuItemKind, 'link'>
  aboutId: string
  label?: string
}

interface Problem {
  problem: string
  field?: 'href' | 'label'
}

/** Changes a menu, as it stands by now. One without lines fills itself again. `by`: a person's id, or null. */
export async function changeMenu(
  store: Store,
  { menu, by, change }: { menu: Menu; by: string | null; change: MenuChange },
  now: number,
): Promise<{ changed: true } | Problem> {
  return store.transaction(now, async (tx) => {
    await takeTurns(tx, 'paper')
    const changed = await changedLines(tx, (await readMenus(tx.rows))[menu].lines, change)
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

async function changedLines(
  tx: Transaction,
  lines: readonly MenuLine[],
  change: MenuChange,
): Promise<{ lines: readonly MenuItem[]; did: string } | Problem> {
  if (change.act === 'fill') return { lines: [], did: m.logFilled }
  if (change.act === 'add') return added(tx, lines, change.wanted)
  const from = lines.findIndex(({ key }) => key === change.key)
  const line = lines[from]
  if (!line) return { problem: m.lineGone }
  const others = lines.filter((one) => one !== line)
  switch (change.act) {
    case 'remove':
      return { lines: others, did: m.logTakenOut(line.says) }
    case 'move': {
      const wanted = typeof change.to === 'number' ? change.to - 1 : from + (change.to === 'up' ? -1 : 1)
      const to = Math.max(0, wanted)
      return { lines: [...others.slice(0, to), line, ...others.slice(to)], did: m.logMoved(line.says) }
    }
    case 'rename': {
      const checked = checkLabel(change.label, line.kind === 'link' || line.missing === 'removed')
      if ('problem' in checked) return { field: 'label', ...checked }
      const { label } = checked
      return {
        lines: lines.map((one) => (one === line ? { ...one, label } : one)),
        did: m.logRenamed(line.says, label || line.says),
      }
    }
  }
}

async function added(
  tx: Transaction,
  lines: readonly MenuLine[],
  wanted: ThingWanted | { href: string; label: string },
): Promise<{ lines: readonly MenuItem[]; did: string } | Problem> {
  const item = 'href' in wanted ? linkOf(wanted) : await itemTo(tx, wanted)
  if ('problem' in item) return item
  if (lines.some(({ key }) => key === menuKey(item))) return { problem: m.alreadyThere }
  if (lines.length >= MOST_LINES) return { problem: m.full(MOST_LINES) }
  return { lines: [...lines, item], did: m.logAdded(item.label || item.says) }
}

type NewItem = MenuItem & Pick<MenuLine, 'says'>

function linkOf(typed: { href: string; label: string }): NewItem | Problem {
  const address = checkMenuAddress(typed.href)
  if ('problem' in address) return { field: 'href', ...address }
  const label = checkLabel(typed.label, true)
  if ('problem' in label) return { field: 'label', ...label }
  return { kind: 'link', aboutId: null, ...address, ...label, says: '' }
}

/** A line to a term or page that is there, published or not. */
async function itemTo(tx: Transaction, { kind, aboutId, label: typed = '' }: ThingWanted): Promise<NewItem | Problem> {
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
