/** Whoever is forgotten is written to no more, and nothing is left that would have been written. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { allowLetter, type MailKeys, mailKeysWith, makeMailLink, peekMailLink } from '../access/index.ts'
import { verifyReader } from '../readers/index.ts'
import { newId, readSecret, type Store, type Transaction } from '../store/index.ts'
import { forgetNotices } from './forget-notices.ts'

const NOW = Date.UTC(2026, 4, 1, 12)

for (const kind of DATABASES) {
  describe(`letters to readers on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let keys: MailKeys
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      keys = mailKeysWith(await readSecret(store, NOW))
    })
    afterEach(() => drop())

    const write = <T>(work: (tx: Transaction) => Promise<T>) => store.transaction(NOW, work)
    const reader = (address: string) => write((w) => verifyReader(w, { address, name: 'Rita' }))
    const link = (address: string) => write((w) => makeMailLink(w, { purpose: 'account', address }))

    test('whoever is forgotten leaves no link, letter or wish, and nobody else’s goes with them', async () => {
      const [ada, ben] = [await reader('ada@paper.example'), await reader('ben@paper.example')]
      for (const { id, mail } of [ada, ben]) {
        await link(mail as string)
        await write(async (w) => {
          await allowLetter(w, keys, { address: mail as string, network: null })
          await w.rows.insertInto('reader_notices').values({ reader_id: id, rhythm: 'daily' }).execute()
          await w.rows
            .insertInto('letters')
            .values({
              ...{ id: newId(NOW), kind: 'account', about: null, to_name: '', to_address: String(mail).toUpperCase() },
              ...{ subject: '', text: '', headers_json: '{}', not_before: NOW, created_at: NOW, attempts: 0 },
              ...{ sent_at: null, problem: null },
            })
            .execute()
        })
      }
      const counts = async () =>
        Promise.all(
          (['mail_links', 'letter_limits', 'reader_notices', 'letters'] as const).map(
            async (table) => (await store.db.selectFrom(table).selectAll().execute()).length,
          ),
        )
      await write((w) => forgetNotices(w, { readerId: null, address: null }, keys))
      expect(await counts()).toEqual([2, 2, 2, 2])
      await write((w) => forgetNotices(w, { readerId: null, address: 'Ada@paper.example' }, keys))
      expect(await counts()).toEqual([1, 1, 2, 1])
      await write((w) => forgetNotices(w, { readerId: ada.id, address: null }, keys))
      expect(await counts()).toEqual([1, 1, 1, 1])
      expect(await peekMailLink(store.db, await link('ben@paper.example'), 'account', NOW)).not.toBe(null)
    })
  })
}
