/** However much waits, opening the queue looks at a bounded part of it. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { holdComments } from '../../../../test/held-comments.ts'
import { demonstration, editor, freshSite } from '../../../../test/sites.ts'
import { publishedStory } from '../../../../test/stores.ts'

test('stories are offered to filter by as far as they have one of the 500 that have waited longest', async () => {
  const site = await freshSite('sqlite')
  try {
    const { store } = site.app
    const { id: flooded } = await demonstration(site)
    const late = await publishedStory(store, 'Late to the ferry', Date.now())
    const staff = await editor(site)
    const [first = ''] = await holdComments(store, flooded, [{ text: 'Is it?', at: Date.now() - 60_000 }])
    await holdComments(store, late.id, [{ text: 'It is' }])
    const offered = async () =>
      (await (await staff.get('/newsroom/review')).text()).includes('value="Late to the ferry"')
    expect(await offered()).toBe(true)
    // The same words five hundred times more, past the limits of a story.
    const columns = (names: string) => sql.raw(names)
    const numbers = sql`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 500)`
    const copy = async (table: string, key: string) => {
      const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(store.db)
      const all = rows.map(({ name }) => name)
      const made = all.map((name) =>
        ['id', 'comment_id', 'form_nonce'].includes(name) ? `substr(${name}, 1, 20) || printf('%06d', n)` : name,
      )
      await sql`insert into ${sql.table(table)} (${columns(all.join(', '))}) ${numbers}
        select ${columns(made.join(', '))} from ${sql.table(table)}, numbers where ${sql.ref(key)} = ${first}`.execute(
        store.db,
      )
    }
    await copy('comments', 'id')
    await copy('comment_revisions', 'comment_id')
    expect(await offered()).toBe(false)
  } finally {
    await site.drop()
  }
})
