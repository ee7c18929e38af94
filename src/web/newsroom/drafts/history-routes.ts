/** A draft's history: all its points, what differs between two, and going back to one. */
import type { Hono } from 'hono'
import { type Run, readDifference, readHistory, restoreWords } from '../../../drafting/index.ts'
import { draftingMessages as m } from '../../../messages/index.ts'
import { namesOfStaff } from '../../../people/index.ts'
import { type Draft, readVersions } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { draftOf, headOf, mayWith, noStory } from '../stories/story-access.ts'
import { shownChanges } from './changed-places.ts'
import { type HistoryLine, renderDifferencePage, renderHistoryPage } from './history-page.tsx'

export function addHistoryRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/stories/:id/history', async (c) => {
    const draft = await draftOf(web, c)
    if (!draft) return noStory(web, c)
    const [from, to] = [numberOf(c, 'from'), numberOf(c, 'to')]
    if (from === null || to === null) return historyPage(web, c, draft)
    return differencePage(web, c, draft, { from: Math.min(from, to), to: Math.max(from, to) })
  })
  app.post('/newsroom/stories/:id/history/restore', (c) =>
    withForm(web, c, async (form) => {
      const draft = c.get('story')
      const number = wholeNumber(form.get('number'))
      const restore = { storyId: draft.id, number: number ?? -1, by: c.get('person').id }
      const made = await restoreWords(web.store, restore, web.now())
      if (made === null) return historyPage(web, c, draft, { problem: m.noPoint })
      return c.redirect(`/newsroom/stories/${draft.id}/history?restored`, 303)
    }),
  )
}

const numberOf = (c: Call, name: string): number | null => wholeNumber(c.req.query(name) ?? '')

async function historyPage(
  web: Web,
  c: Call,
  draft: Draft,
  { problem, chosen = null }: { problem?: string; chosen?: { from: number; to: number } | null } = {},
): Promise<Response> {
  const before = numberOf(c, 'before')
  const { runs, older } = await readHistory(web.store.db, draft.id, before)
  return c.html(
    renderHistoryPage({
      ...(await frameFor(web, c)),
      story: headOf(draft),
      lines: await linesOf(web, draft, runs, before === null),
      older,
      isNewest: before === null,
      begins: runs.at(-1)?.kind !== 'made',
      chosen,
      done: c.req.query('restored') === undefined ? undefined : m.wentBack,
      problem,
    }),
    problem ? 400 : 200,
  )
}

/** Runs and publications in one list, newest first. */
async function linesOf(web: Web, draft: Draft, runs: readonly Run[], isNewest: boolean): Promise<HistoryLine[]> {
  const { db } = web.store
  const versions = await readVersions(db, draft.id)
  const names = await namesOfStaff(db, [
    ...runs.flatMap(({ by, about, kind }) => (kind === 'accepted' ? [by, about] : [by])),
    ...versions.map(({ publishedBy }) => publishedBy),
  ])
  const nameOf = (id: string | null) => (id === null ? undefined : names.get(id)) ?? m.commandLine
  const first = runs.at(-1)?.startedAt ?? 0
  const last = isNewest ? Number.POSITIVE_INFINITY : (runs[0]?.endedAt ?? 0)
  const made = runs.map(
    (run): HistoryLine => ({
      from: run.from - 1,
      to: run.to,
      words:
        run.kind === 'accepted' && run.about !== null
          ? m.acceptedFrom(nameOf(run.by), nameOf(run.about))
          : m.done[run.kind](nameOf(run.by)),
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      version: null,
    }),
  )
  const published = versions
    .filter(({ publishedAt }) => publishedAt <= last && (publishedAt >= first || runs.at(-1)?.from === 1 || isNewest))
    .map(
      (version): HistoryLine => ({
        from: null,
        to: null,
        words: m.published(nameOf(version.publishedBy), version.number),
        startedAt: version.publishedAt,
        endedAt: version.publishedAt,
        version: version.number,
      }),
    )
  // A publication comes after what it published, also within one second; both lists are in order already.
  const lines: HistoryLine[] = []
  for (const line of made) {
    while (published[0] && published[0].startedAt >= line.endedAt) lines.push(published.shift() as HistoryLine)
    lines.push(line)
  }
  return [...lines, ...published]
}

async function differencePage(
  web: Web,
  c: Call,
  draft: Draft,
  points: { from: number; to: number },
): Promise<Response> {
  const { db } = web.store
  const difference = await readDifference(db, draft.id, points)
  if (!difference) return historyPage(web, c, draft, { problem: m.noPoint, chosen: points })
  const { before, after, changes } = difference
  const at = async (number: number) => (await readHistory(db, draft.id, number + 1, 1)).runs[0]
  const [first, second] = await Promise.all([at(points.from), at(points.to)])
  const names = await namesOfStaff(db, [
    first?.by ?? null,
    second?.by ?? null,
    ...changes.map(({ last }) => last?.by ?? null),
  ])
  const nameOf = (id: string | null) => (id === null ? undefined : names.get(id)) ?? m.commandLine
  const shown = (number: number, run: Run | undefined) => ({
    number,
    words: run ? m.done[run.kind](nameOf(run.by)) : number === 0 ? m.nothingYet : m.historyBegins,
    at: run?.endedAt ?? null,
    isNow: number === draft.number,
  })
  return c.html(
    renderDifferencePage({
      ...(await frameFor(web, c)),
      story: headOf(draft),
      from: shown(points.from, first),
      to: shown(points.to, second),
      changes: shownChanges(before, after, changes).map((change) => ({
        ...change,
        by: change.last?.by ? (names.get(change.last.by) ?? null) : null,
      })),
      mayRestore: mayWith(c, draft, 'write'),
    }),
  )
}
