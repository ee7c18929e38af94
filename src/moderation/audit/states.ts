/** That every comment's state is what its decisions made of it, and that nothing is shown that no person approved. */

import type { StateChange } from '../../discussion/index.ts'
import { figuresMessages as m } from '../../messages/index.ts'
import type { Database, RevisionStateName } from '../../store/index.ts'
import { type Audited, auditOf, type Look } from './claims.ts'

/** Comments looked at in one go: little memory. */
const AT_ONCE = 500

const CLAIMS = {
  approved: m.claims.approved,
  states: m.claims.states,
  single: m.claims.single,
}

/** Goes through all comments by id. */
export async function auditStates(db: Database): Promise<Audited[]> {
  const audited = auditOf(CLAIMS)
  for (let after = ''; ; ) {
    const comments = await db
      .selectFrom('comments')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    const last = comments.at(-1)
    if (!last) return audited.all()
    const from = after
    await audited.add(() => lookAt(db, from, last.id))
    after = last.id
  }
}

/** The comments after one id and up to another. */
async function lookAt(db: Database, after: string, last: string): Promise<Look<keyof typeof CLAIMS>> {
  const [revisions, decisions] = await Promise.all([
    db
      .selectFrom('comment_revisions')
      .select(['id', 'comment_id', 'state'])
      .where('comment_id', '>', after)
      .where('comment_id', '<=', last)
      .execute(),
    db
      .selectFrom('decisions')
      .select(['changes_json', 'decided_by'])
      .where('comment_id', '>', after)
      .where('comment_id', '<=', last)
      .orderBy('comment_id')
      .orderBy('sequence')
      .execute(),
  ])
  const given = new Map<string, RevisionStateName>()
  const approved = new Set<string>()
  for (const { changes_json } of decisions) {
    for (const { revision, to } of JSON.parse(changes_json) as StateChange[]) {
      given.set(revision, to)
      if (to === 'approved') approved.add(revision)
    }
  }
  const waiting = new Map<string, number>()
  for (const { comment_id, state } of revisions) {
    if (state === 'held') waiting.set(comment_id, (waiting.get(comment_id) ?? 0) + 1)
  }
  return {
    approved: revisions.filter(({ state }) => state === 'approved').map(({ id }) => [id, approved.has(id)]),
    states: revisions.map(({ id, state }) => [id, state === (given.get(id) ?? 'held') || state === 'withdrawn']),
    single: [...waiting].map(([id, count]) => [id, count === 1]),
  }
}
