import type { LogSource } from '../../people/index.ts'

/** Decisions on comments, for the log of what staff did. */
export const loggedDecisions: LogSource = {
  kind: 'decision',
  async read(db, { by, before, most }) {
    let query = db
      .selectFrom('decisions')
      .select([
        'decided_at as at',
        'sequence',
        'decided_by as byId',
        'through',
        'action',
        'reason',
        'comment_id',
        'automated',
      ])
      .where('sequence', '<', before)
    if (by) query = query.where('decided_by', '=', by)
    const rows = await query.orderBy('sequence', 'desc').limit(most).execute()
    return rows.map(({ action, reason, comment_id, automated, ...row }) => ({
      ...row,
      act: automated && action === 'approve' ? 'decision.automated' : `decision.${action}`,
      about: comment_id,
      detail: reason ?? '',
    }))
  },
}
