/**
 * Promise 1: nothing unreviewed is ever visible. Random histories of readers
 * and moderators are played against a real site, and after every step each
 * public answer, and the log, is searched for words that nobody approved.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQueue } from '../../src/moderation/queue/index.ts'
import { SCOPES } from '../../src/programs/index.ts'
import { ADDRESSES } from '../../src/web/index.ts'
import { shownRevision } from '../comments.ts'
import { DATABASES } from '../databases.ts'
import { playHistories, TIMES } from '../histories.ts'
import { someoneOfStaff, tokenOf } from '../programs.ts'
import { editor, freshSite, postComment, type TestSite, type Visitor, visitor } from '../sites.ts'
import { tries } from '../thorough.ts'

type State = 'held' | 'approved' | 'rejected' | 'withdrawn' | 'removed'
interface KnownComment {
  id: string
  receipt: string
  name: string
  parent: KnownComment | null
  revisions: KnownRevision[]
}
interface KnownRevision {
  word: string
  state: State
  /** When it came into its state. */
  since: number
}
interface KnownDecision {
  id: string
  at: number
  undone: boolean
  /** Its words were put back to the queue after it: nothing is left to take back, though it stands on record. */
  reopened: boolean
  /** Its author objected; "answered" once the newsroom has looked again. */
  appealed?: 'waits' | 'answered'
  changes: { revision: KnownRevision; from: State; to: State }[]
  comment: KnownComment
}

/** What a history may do is the same on both; how SQL is understood is seen in a few. */
const HISTORIES = { sqlite: tries(10), postgres: tries(4) }

/** What may happen, each with numbers that choose whom it happens to. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('post' as const), on: fc.nat(99) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('approve' as const), on: fc.nat(99) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('reply' as const), on: fc.nat(99) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('edit', 'reject', 'undo', 'withdraw', 'remove', 'reopen', 'wait'),
      on: fc.nat(99),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('report', 'takeDown', 'appeal', 'overturn', 'midnight'),
      on: fc.nat(99),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constantFrom('restart', 'settings', 'publish', 'rule', 'hold', 'known'),
      on: fc.nat(99),
    }),
  },
)

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
    test(
      'no history of posts, edits, answers, decisions, undoings, rules and restarts shows a word that was not approved',
      async () => {
        await playHistories(
          { promise: 'nothing unreviewed', kind, histories: HISTORIES[kind] },
          fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
            const history = await begin(kind)
            try {
              for (const { act, on } of steps) {
                await history[act](on)
                await history.scan(act)
              }
            } finally {
              await history.end()
            }
          }),
        )
      },
      300_000 * TIMES,
    )
  })
}

async function begin(kind: (typeof DATABASES)[number]) {
  let clock = Date.UTC(2026, 4, 1, 12)
  const site: TestSite = await freshSite(kind, { now: () => clock, config: { proxies: 1 } })
  const staff = await editor(site)
  // The log and the yearly report tell of decisions, and must tell no words and no names.
  await staff.post('/newsroom/review/reasons/publicity', { log: 'yes', report: 'yes' })
  // No moderator: an appeal against one's own decision waits for a colleague where there is one.
  const someone = await someoneOfStaff(site, 'Wilma', ['write', 'edit others', 'publish', 'settings'], clock)
  const scopes = SCOPES.filter((scope) => !scope.startsWith('comments:'))
  const token = await tokenOf(site, someone, scopes, clock)
  // A site that shows the discussion within its pages.
  await staff.post('/newsroom/embedding', { site: 'https://paper.example' })
  const story = (await (await fetch(`${site.url}/api/stories`)).json()).stories[0] as { id: string; url: string }
  const storyPath = new URL(story.url).pathname
  const readers: Visitor[] = [visitor(site)]
  const comments: KnownComment[] = []
  const decisions: KnownDecision[] = []
  /** What was written to the newsroom alone: reports and appeals. */
  const toldInConfidence: string[] = []
  const reports: { comment: KnownComment; receipt: string; answer?: KnownDecision }[] = []
  let words = 0
  let rules = 0

  const pick = <T>(from: readonly T[], on: number): T | undefined => from[on % from.length]
  const newWord = (kindOfWord: string) => `${kindOfWord}${(++words).toString().padStart(4, '0')}q`
  const visible = (comment: KnownComment) => comment.revisions.findLast(({ state }) => state === 'approved')
  const heldOf = (comment: KnownComment) => comment.revisions.find(({ state }) => state === 'held')
  /** Which of its comment's words a decision is about. */
  const lastOf = ({ comment, changes }: KnownDecision) =>
    comment.revisions.indexOf(changes.at(-1)?.revision as KnownRevision)
  const put = (revision: KnownRevision, state: State) => {
    revision.state = state
    revision.since = clock
  }
  const fresh = () => {
    const one = visitor(site)
    readers.push(one)
    return one
  }

  async function send(parent: KnownComment | null) {
    clock += 1000
    const name = newWord('name')
    const word = newWord('word')
    const reader = fresh()
    const receipt = await postComment(
      {
        ...reader,
        post: (path, fields) =>
          reader.post(path, fields, { 'x-forwarded-for': `10.${words % 250}.${comments.length % 250}.1` }),
      },
      storyPath,
      {
        name,
        comment: `They said ${word}.`,
        mail: `${newWord('mail')}@reader.example`,
        ...(parent ? { parent: parent.id } : {}),
      },
    )
    comments.push({
      id: receipt.slice('/receipts/'.length, '/receipts/'.length + 26),
      receipt,
      name,
      parent,
      revisions: [{ word, state: 'held', since: clock }],
    })
  }

  async function decide(comment: KnownComment, action: 'approve' | 'reject') {
    const revision = heldOf(comment)
    if (!revision) return
    const item = (await readQueue(site.app.store.db, { limit: 1000 })).find(({ commentId }) => commentId === comment.id)
    expect(item?.text).toContain(revision.word)
    const response = await staff.post(
      '/newsroom/review/decide',
      { revision: item?.revisionId ?? '', action, reason: action === 'reject' ? 'off-topic' : '' },
      { accept: 'application/json' },
    )
    expect(response.status).toBe(200)
    const to = action === 'approve' ? 'approved' : 'rejected'
    decisions.push({
      id: (await response.json()).decision.id,
      at: clock,
      undone: false,
      reopened: false,
      changes: [{ revision, from: 'held', to }],
      comment,
    })
    put(revision, to)
  }

  return {
    post: () => send(null),
    async reply(on: number) {
      const parent = pick(comments.filter(visible), on)
      if (parent) await send(parent)
    },
    async approve(on: number) {
      const comment = pick(comments.filter(heldOf), on)
      if (comment) await decide(comment, 'approve')
    },
    async reject(on: number) {
      const comment = pick(comments.filter(heldOf), on)
      if (comment) await decide(comment, 'reject')
    },
    async edit(on: number) {
      const comment = pick(
        comments.filter((one) => heldOf(one) || visible(one)),
        on,
      )
      if (!comment) return
      const word = newWord('word')
      const response = await fresh().post(`${comment.receipt}/edit`, { comment: `Rather ${word}.` })
      // One that is changed again and again has to wait.
      if (response.status === 400) return expect(await response.text()).toContain('in ten minutes')
      expect(response.status).toBe(303)
      const held = heldOf(comment)
      if (held) put(held, 'withdrawn')
      comment.revisions.push({ word, state: 'held', since: clock })
    },
    async withdraw(on: number) {
      const comment = pick(comments, on)
      if (!comment) return
      expect((await fresh().post(`${comment.receipt}/withdraw`, {})).status).toBe(303)
      // With it goes what was kept back a moment ago: its author has not heard of that.
      for (const revision of comment.revisions)
        if (['held', 'approved'].includes(revision.state) || clock - revision.since <= 10_000)
          put(revision, 'withdrawn')
    },
    async remove(on: number) {
      const comment = pick(comments.filter(visible), on)
      if (!comment) return
      const response = await staff.post(
        `/newsroom/comments/${comment.id}/remove`,
        { revision: await shownRevision(site.app.store, comment.id), reason: 'private' },
        { accept: 'application/json' },
      )
      expect(response.status).toBe(200)
      const changes = comment.revisions
        .filter(({ state }) => state === 'approved')
        .map((revision) => ({ revision, from: 'approved' as const, to: 'removed' as const }))
      const { id } = (await response.json()).decision
      decisions.push({ id, at: clock, undone: false, reopened: false, changes, comment })
      for (const { revision } of changes) put(revision, 'removed')
    },
    async reopen(on: number) {
      const comment = pick(comments, on)
      const last = comment?.revisions.at(-1)
      if (!comment || !last) return
      clock += 1
      const response = await staff.post(`/newsroom/comments/${comment.id}/reopen`, {}, { accept: 'application/json' })
      clock += 1
      const possible = !heldOf(comment) && last.state !== 'withdrawn'
      expect(response.status).toBe(possible ? 200 : 409)
      if (!possible) return
      put(last, 'held')
      // What was decided on these words before has nothing left to take back.
      for (const decision of decisions) if (decision.changes.at(-1)?.revision === last) decision.reopened = true
    },
    async undo(on: number) {
      const decision = pick(decisions, decisions.length - 1 - (on % 2))
      if (!decision) return
      const response = await staff.post(
        '/newsroom/review/undo',
        { decision: decision.id },
        { accept: 'application/json' },
      )
      // Else an approval that is taken back would leave words that a colleague’s removal can bring back to the page.
      const takenDown =
        decision.changes.some(({ to }) => to === 'approved') &&
        decisions
          .slice(decisions.indexOf(decision) + 1)
          .some(
            ({ comment, undone, changes }) =>
              comment === decision.comment && !undone && changes.some(({ to }) => to === 'removed'),
          )
      const possible = !decision.undone && !decision.reopened && !takenDown && clock - decision.at <= 10_000
      expect(response.status).toBe(possible ? 200 : 409)
      if (!possible) return
      decision.undone = true
      const { revisions } = decision.comment
      const replaced = revisions.some(
        (other, i) => other.state === 'held' || (i > lastOf(decision) && other.state === 'approved'),
      )
      for (const { revision, from, to } of decision.changes) {
        if (revision.state === to) put(revision, from === 'held' && replaced ? 'withdrawn' : from)
      }
    },
    async report(on: number) {
      const comment = pick(comments.filter(visible), on)
      if (!comment) return
      const reader = fresh()
      const form = await (await reader.get(`/report/${comment.id}`)).text()
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? ''
      const confidence = newWord('report')
      const response = await reader.post(
        `/report/${comment.id}`,
        {
          ground: 'law illegal-defamation',
          words: `They know ${confidence}.`,
          name: newWord('name'),
          mail: `${newWord('mail')}@reader.example`,
          faith: 'yes',
          revision: field('revision'),
          token: field('token'),
        },
        { 'x-forwarded-for': `10.8.${words % 250}.1` },
      )
      expect(response.status).toBe(303)
      toldInConfidence.push(confidence)
      reports.push({ comment, receipt: response.headers.get('location') ?? '' })
    },
    async takeDown(on: number) {
      const reported = pick(
        reports.filter(({ comment, answer }) => visible(comment) && (!answer || answer.undone)),
        on,
      )
      if (!reported) return
      const { comment } = reported
      clock += 11_000
      const page = await (await staff.get('/newsroom/review/reports')).text()
      const last = new RegExp(`/reports/${comment.id}"[^]*?name="last" value="([^"]+)"`).exec(page)?.[1]
      const response = await staff.post(`/newsroom/review/reports/${comment.id}`, {
        act: 'remove',
        reason: 'unsupported',
        sentence: '',
        revision: await shownRevision(site.app.store, comment.id),
        last: last ?? '',
      })
      expect(response.status).toBe(303)
      const changes = comment.revisions
        .filter(({ state }) => state === 'approved')
        .map((revision) => ({ revision, from: 'approved' as const, to: 'removed' as const }))
      const id = new URL(response.headers.get('location') ?? '', site.url).searchParams.get('decided') ?? ''
      const answer = { id, at: clock, undone: false, reopened: false, changes, comment }
      decisions.push(answer)
      for (const one of reports) if (one.comment === comment && (!one.answer || one.answer.undone)) one.answer = answer
      for (const { revision } of changes) put(revision, 'removed')
    },
    async appeal(on: number) {
      clock += 11_000
      const decision = pick(
        decisions.filter(
          ({ appealed, undone, reopened, changes }) =>
            !appealed &&
            !undone &&
            !reopened &&
            changes.some(({ revision, to }) => to !== 'approved' && revision.state === to),
        ),
        on,
      )
      if (!decision) return
      const confidence = newWord('appeal')
      const response = await fresh().post(`${decision.comment.receipt}/appeal/${decision.id}`, {
        words: `Because ${confidence}.`,
      })
      expect(response.status).toBe(303)
      toldInConfidence.push(confidence)
      decision.appealed = 'waits'
    },
    async overturn(on: number) {
      const decision = pick(
        // One that a newer decision has overtaken waits no more.
        decisions.filter(
          ({ appealed, reopened, changes }) =>
            appealed === 'waits' && !reopened && changes.at(-1)?.revision.state === changes.at(-1)?.to,
        ),
        on,
      )
      if (!decision) return
      const page = await (await staff.get('/newsroom/review/appeals')).text()
      const ids = [...page.matchAll(/id="appeal-([0-9a-z]{26})"/g)].map(([, id]) => id as string)
      const appeals = await site.app.store.db.selectFrom('appeals').selectAll().where('id', 'in', ids).execute()
      const known = appeals.find(({ decision_id }) => decision_id === decision.id)
      const response = await staff.post(`/newsroom/review/appeals/${known?.id}`, { verdict: 'overturn', sentence: '' })
      expect(response.status).toBe(303)
      decision.appealed = 'answered'
      for (const { revision, to } of decision.changes) if (revision.state === to) put(revision, 'approved')
    },
    async midnight() {
      clock += 24 * 60 * 60 * 1000
    },
    async wait(on: number) {
      clock += on * 500
    },
    restart: () => site.restart(),
    async settings(on: number) {
      const response = await staff.post('/newsroom/settings/house-rule', { rule: `Be kind, rule ${on}.` })
      expect(response.status).toBe(303)
    },
    async publish() {
      const { publish } = await import('../../src/story/index.ts')
      expect(await publish(site.app.store, { id: story.id, by: null }, clock)).toMatchObject({ path: storyPath })
    },

    /** A rule of the house over what everyone here writes, tried and switched on: it may order, and never more. */
    async rule(on: number) {
      const rule = {
        name: `Rule ${++rules}`,
        kind: on % 2 === 0 ? 'words' : 'first',
        words: 'they said\nrather',
        effect: ['label', 'thought', 'spam'][on % 3] as string,
      }
      const path = (await staff.post('/newsroom/review/rules', rule)).headers.get('location') as string
      expect((await staff.post(`${path}/try`, {})).status).toBe(303)
      expect((await staff.post(`${path}/on`, { version: '1' })).status).toBe(303)
    },
    async hold(on: number) {
      const mode = on % 2 === 0 ? 'hold' : 'open'
      expect((await staff.post(`/newsroom/stories/${story.id}/discussion`, { mode })).status).toBe(303)
    },
    /** Approving without review speaks for verified readers alone, of whom there is none here. */
    async known(on: number) {
      const comments = on % 2 === 0 ? '3' : 'off'
      expect((await staff.post('/newsroom/review/rules/known-readers', { comments })).status).toBe(303)
    },

    /** Searches everything that anyone can get for what nobody approved, and checks that what was approved is there. */
    async scan(after: string) {
      const paths = [
        '/',
        storyPath,
        '/feed.xml',
        '/sitemap.xml',
        '/robots.txt',
        '/archive',
        storyPath.slice(0, 8),
        '/api/stories',
        `/api/stories/${story.id}`,
        `/api/stories/${story.id}/comments`,
        `/api/v1/stories`,
        `/api/v1/stories/${story.id}`,
        `/api/v1/stories/${story.id}/comments`,
        '/api/v1/queue',
        '/api/v1/openapi.json',
        `/oembed?url=${encodeURIComponent(story.url)}`,
        `/embed/story?id=${story.id}`,
        `/embed/story?url=https://paper.example${storyPath}`,
        '/nothing/here',
        '/receipts',
        '/newsroom',
        '/newsroom/review',
        '/newsroom/review?fragment=1',
        '/newsroom/review/rules',
        '/newsroom/review/bans',
        '/house-rules',
        '/healthz',
        '/readyz',
        '/metrics',
        '/moderation',
        '/moderation/2026/05',
        '/moderation/years',
        '/moderation/2026',
        '/moderation/2026.csv',
        '/moderation/2026.json',
        ...reports.map(({ receipt }) => receipt),
        ...comments.flatMap(({ id }) => [
          `${storyPath}/reply/${id}`,
          `/embed/reply/${id}`,
          `/receipts/${id}`,
          `/newsroom/comments/${id}`,
          `/api/comments/${id}`,
          `/report/${id}`,
          `/reports/${id}`,
        ]),
      ]
      const stranger = visitor(site)
      const answers = await Promise.all(
        paths.map(async (path) => {
          const response = await stranger.get(path)
          return { path, text: `${[...response.headers].join('\n')}\n${await response.text()}` }
        }),
      )
      // A program that may do anything but look at comments is shown none of them.
      for (const { method, path } of ADDRESSES.filter((line) => line.path.startsWith('/api/v1/'))) {
        if (method !== 'GET') continue
        const place = path.replace(':id', story.id)
        const response = await fetch(site.url + place, { headers: { authorization: `Bearer ${token}` } })
        answers.push({ path: `${place} by a program`, text: await response.text() })
      }
      // Another reader's own receipts, and a form sent wrongly, are answers too.
      const wrong = await stranger.post(`${storyPath}/comments`, {
        name: 'N',
        comment: 'Mine',
        parent: comments[0]?.id ?? '',
      })
      answers.push({ path: 'a comment without a token', text: await wrong.text() })
      for (const [path, more, headers] of [
        ['/embed/comments', { story: story.id }, {}],
        [`${storyPath}/comments`, {}, { origin: 'https://paper.example', 'sec-fetch-site': 'cross-site' }],
      ] as const) {
        const fields = { name: 'N', comment: 'Mine', parent: comments[0]?.id ?? '', ...more }
        const answer = await stranger.post(path, fields, headers)
        answers.push({ path: 'a comment from another site', text: await answer.text() })
      }
      answers.push({ path: 'the log', text: site.log() })

      /** Asked a thousand times a scan, so that only what is found is put into an expectation. */
      const nowhere = (words: string, what: string, except = (_answer: { path: string }) => false) => {
        const found = answers.find((answer) => !except(answer) && answer.text.includes(words))
        expect(found?.path, `${what} (${words}) in ${found?.text}`).toBeUndefined()
      }
      const page = answers.find(({ path }) => path === storyPath)?.text ?? ''
      const shown = comments.filter(visible)
      const framed = answers.find(({ path }) => path.startsWith('/embed/story'))?.text ?? ''
      for (const comment of comments) {
        const newest = visible(comment)
        for (const revision of comment.revisions) {
          if (revision === newest) {
            expect(page, `after ${after}: approved words are on the page`).toContain(revision.word)
            expect(framed, `after ${after}: approved words are in the frame`).toContain(revision.word)
          } else nowhere(revision.word, `after ${after}: ${revision.state} words`)
        }
        if (!newest) nowhere(comment.name, `after ${after}: the name of a hidden comment`)
      }
      nowhere('@reader.example', `after ${after}: a mail address`)
      for (const confidence of toldInConfidence)
        nowhere(confidence, `after ${after}: what was written to the newsroom`, ({ path }) =>
          path.startsWith('/reports/'),
        )
      const list = JSON.parse(
        answers
          .find(({ path }) => path === `/api/stories/${story.id}/comments`)
          ?.text.split('\n\n')
          .at(-1)
          ?.split('\n')
          .findLast((line) => line.startsWith('{')) ?? '{}',
      )
      expect(list.count, `after ${after}: the count`).toBe(shown.length)
      expect(list.comments.length).toBe(shown.length)
      if (shown.length > 0) expect(page).toContain(`"commentCount":${shown.length}`)
    },
    end: () => site.drop(),
  }
}
