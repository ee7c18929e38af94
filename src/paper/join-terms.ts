/** Two of a kind become one, or one is given up. No story and no address is left behind. */
import { keepPlace } from '../media/index.ts'
import { termMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { type Store, type Transaction, takeTurns } from '../store/index.ts'
import { countTermStories, readTerm } from './read-terms.ts'
import type { Term } from './term.ts'
import { leadOn } from './term-rows.ts'

/** Stories, names and addresses of one go to another of its kind, which stays as it is. */
export const joinTerms = (
  store: Store,
  { id, into, by }: { id: string; into: string; by: string },
  now: number,
): Promise<{ joined: Term } | { problem: string } | { gone: true }> =>
  store.transaction(now, async (tx) => {
    await takeTurns(tx, 'paper')
    const [from, to] = [await readTerm(tx.rows, id), await readTerm(tx.rows, into)]
    if (!from) return { gone: true }
    if (!to || to.kind !== from.kind || to.id === from.id) return { problem: m.chooseOther[from.kind] }
    await tx.rows.updateTable('term_keys').set({ term_id: to.id }).where('term_id', '=', from.id).execute()
    await tx.rows
      .updateTable('old_addresses')
      .set({ about_id: to.id })
      .where('kind', '=', from.kind)
      .where('about_id', '=', from.id)
      .execute()
    // Who has it open as it was would take out the names that came to it.
    await tx.rows
      .updateTable('terms')
      .set({ number: to.number + 1 })
      .where('id', '=', to.id)
      .execute()
    await handOverMenus(tx, from, to)
    await drop(tx, from)
    await leadOn(tx, from.kind, from.slug, to.id)
    await noteAct(tx, {
      ...{ by, act: `${from.kind}.joined`, about: to.id },
      detail: m.logJoined(from.name, to.name),
    })
    await tx.say({ kind: 'paper.changed' })
    return { joined: to }
  })

/** A menu that has both keeps one line. */
async function handOverMenus(tx: Transaction, from: Term, to: Term): Promise<void> {
  const lines = await tx.rows.selectFrom('menu_items').selectAll().where('kind', '=', from.kind).execute()
  for (const { menu, place } of lines.filter(({ about_id }) => about_id === from.id)) {
    const line = tx.rows.updateTable('menu_items').where('menu', '=', menu).where('place', '=', place)
    const hasBoth = lines.some((one) => one.menu === menu && one.about_id === to.id)
    if (hasBoth) await tx.rows.deleteFrom('menu_items').where('menu', '=', menu).where('place', '=', place).execute()
    else await line.set({ about_id: to.id }).execute()
  }
}

/**
 * Gives one up. A section that has stories is joined with another instead; a topic's stories are
 * without it from then on, and an author's stay signed. Its addresses answer that it is gone.
 */
export const removeTerm = (
  store: Store,
  { id, by }: { id: string; by: string },
  now: number,
): Promise<{ removed: Term } | { problem: string } | { gone: true }> =>
  store.transaction(now, async (tx) => {
    await takeTurns(tx, 'paper')
    const term = await readTerm(tx.rows, id)
    if (!term) return { gone: true }
    const stories = (await countTermStories(tx.rows, term.kind)).get(id) ?? 0
    if (term.kind === 'section' && stories > 0) return { problem: m.hasStories(term.name, stories) }
    await tx.rows.deleteFrom('menu_items').where('kind', '=', term.kind).where('about_id', '=', id).execute()
    await tx.rows.deleteFrom('term_keys').where('term_id', '=', id).execute()
    await drop(tx, term)
    // Leads to what is gone, and so is known to have been there.
    await leadOn(tx, term.kind, term.slug, id)
    await noteAct(tx, { by, act: `${term.kind}.removed`, about: id, detail: m.logRemoved[term.kind](term.name) })
    await tx.say({ kind: 'paper.changed' })
    return { removed: term }
  })

async function drop(tx: Transaction, { id }: Term): Promise<void> {
  await keepPlace(tx, `author:${id}`, [])
  await tx.rows.deleteFrom('terms').where('id', '=', id).execute()
}
