/**
 * Faults that once went unnoticed, tried at every run: what stands in the file
 * and what it becomes. Where a line has moved or is said otherwise, change it
 * here; where what it guarded is now done elsewhere, put the fault there.
 */

/** @typedef {{ why: string, path: string, from: string, to: string }} Named */

/** @type {Named[]} */
export const NAMED = [
  {
    why: 'anyone who moderates may word the reasons',
    path: 'src/web/newsroom/addresses.ts',
    from: "post('/newsroom/review/reasons', ['settings']",
    to: "post('/newsroom/review/reasons', ['moderate']",
  },
  {
    why: 'anyone who moderates may say what is public',
    path: 'src/web/newsroom/addresses.ts',
    from: "post('/newsroom/review/reasons/publicity', ['settings']",
    to: "post('/newsroom/review/reasons/publicity', ['moderate']",
  },
  {
    why: 'anyone who moderates sees the spam model’s page',
    path: 'src/web/newsroom/addresses.ts',
    from: "get('/newsroom/review/model', ['settings']",
    to: "get('/newsroom/review/model', ['moderate']",
  },
  {
    why: 'a power loss takes confirmed comments',
    path: 'src/store/sqlite/sqlite.ts',
    from: 'synchronous = FULL',
    to: 'synchronous = OFF',
  },
  {
    why: 'comments stand newest first',
    path: 'src/discussion/public-view.ts',
    from: ".orderBy('created_at')",
    to: ".orderBy('created_at', 'desc')",
  },
  {
    why: 'deciding revives leases that have ended',
    path: 'src/moderation/queue/claims.ts',
    from: `
    .where('person_id', '=', by)
    .where('expires_at', '>', tx.now)
`,
    to: `
    .where('person_id', '=', by)
`,
  },
  {
    why: 'one paragraph that stands twice is a copy of the page',
    path: 'src/exchange/page/second-copy.ts',
    from: 'repeated >= 0.35 * all',
    to: 'repeated >= 0.05 * all',
  },
  {
    why: 'a story that was taken down was never there',
    path: 'src/web/site/routes.ts',
    from: 'isGone ? 410 : 404',
    to: 'isGone ? 404 : 404',
  },
  {
    why: 'a name’s page that was taken down was never there',
    path: 'src/web/site/routes.ts',
    from: 'return answerError(web, c, 410, { sentence: m.nameGone })',
    to: 'return answerError(web, c, 404, { sentence: m.nameGone })',
  },
  {
    why: 'a link in a letter that is over was never there',
    path: 'src/web/site/reports/notices-routes.ts',
    from: 'answerError(web, c, 410, m.linkOver)',
    to: 'answerError(web, c, 404, m.linkOver)',
  },
  {
    why: 'a moderator’s link that is over was never there',
    path: 'src/web/newsroom/queue/waiting-routes.ts',
    from: 'site: await siteOf(web) }), 410)',
    to: 'site: await siteOf(web) }), 400)',
  },
  {
    why: 'the salt of a day can be had from its date',
    path: 'src/discussion/senders.ts',
    from: "randomBytes(32).toString('base64url')",
    to: "createHmac('sha256', 'day').update(String(day)).digest('base64url')",
  },
]
