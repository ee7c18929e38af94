/** A page that stands, as another system had it. */
import { newId, type Transaction, takeTurns } from '../store/index.ts'
import { leadNoLonger, takenBy } from './save-page.ts'
import { checkPageFields, gapsIn, type PageFields, type PageProblem } from './standing-page.ts'

/** So many addresses are tried for one. */
const MOST_TRIED = 50

interface BroughtPage {
  fields: PageFields
  /** Whether readers saw it where it was. */
  publish: boolean
  isReserved(slug: string): boolean
  by: string | null
}

/** What becomes of one, as far as it can be told from itself: kept, and whether readers see it; or why it can't be. */
export function foreseePage({
  fields,
  publish,
}: Pick<BroughtPage, 'fields' | 'publish'>): { published: boolean } | PageProblem {
  const wanted = checkPageFields(fields, () => false)
  if ('problem' in wanted) return wanted
  return { published: publish && wanted.words !== '' && gapsIn(wanted.words).length === 0 }
}

/** Makes a page; where another has its address, with a number behind it. What is not whole yet is not published. */
export async function bringInPage(
  tx: Transaction,
  { fields: typed, publish, isReserved, by }: BroughtPage,
): Promise<{ id: string; slug: string; published: boolean } | PageProblem> {
  await takeTurns(tx, 'paper')
  const wanted = checkPageFields(typed, () => false)
  if ('problem' in wanted) return wanted
  let slug = wanted.slug
  for (let number = 2; number <= MOST_TRIED && (isReserved(slug) || (await takenBy(tx, slug, null))); number++)
    slug = `${wanted.slug}-${number}`
  const fields = checkPageFields({ ...wanted, slug }, isReserved)
  if ('problem' in fields) return fields
  const foreseen = foreseePage({ fields, publish })
  if ('problem' in foreseen) return foreseen
  const { published } = foreseen
  const id = newId(tx.now)
  await tx.rows
    .insertInto('pages')
    .values({ id, kind: '', ...fields, published: published ? 1 : 0, number: 1, changed_at: tx.now, changed_by: by })
    .execute()
  await leadNoLonger(tx, fields.slug)
  if (published) await tx.say({ kind: 'paper.changed' })
  return { id, slug: fields.slug, published }
}
