/** Who said what, for programs: of published stories whose editor shows it to readers, and nothing else. */
import type { Hono } from 'hono'
import {
  type FoundStatement,
  kindOfPlural,
  listAcceptedNames,
  type NameStory,
  readNamePage,
  searchNames,
  searchStatements,
} from '../../archive/index.ts'
import { errorMessages as m } from '../../messages/index.ts'
import type { Call, Env, Web } from '../context.ts'
import { answerError } from '../kit/answer.ts'
import { instant } from '../site/kit/format.ts'
import { answerJson } from './json.ts'

const LIST = 50
const LONGEST = 200

export function addArchiveApiRoutes(app: Hono<Env>, web: Web): void {
  app.get('/api/statements', (c) =>
    answerQuery(web, c, ['speaker', 'about', 'after'], async ({ speaker, about, after }) => {
      const asked = { speaker, about, ...(after ? { after } : {}) }
      const page = await searchStatements(web.store, { ...asked, limit: LIST }, 'public')
      if ('problem' in page) return page
      return { statements: page.statements.map((one) => statementOf(web, one)), after: page.after }
    }),
  )
  app.get('/api/names', (c) =>
    answerQuery(web, c, ['q'], async ({ q }) => {
      if (!q.trim()) return { names: (await listAcceptedNames(web.store.db, 'public')).map((one) => nameOf(web, one)) }
      const names = await searchNames(web.store.db, q, 'public', LIST)
      return { names: names.map((one) => nameOf(web, { ...one, path: one.page ?? '' })) }
    }),
  )
  app.get('/api/names/:kind{people|organizations|places}/:slug', (c) =>
    answerJson(web, c, m.noName, async () => {
      const kind = kindOfPlural(c.req.param('kind'))
      const page = kind && (await readNamePage(web.store.db, { kind, slug: c.req.param('slug') }, 'public'))
      return (
        page && {
          value: {
            ...nameOf(web, page),
            spellings: page.spellings,
            roles: page.roles.map(({ role, stories }) => ({ role, stories })),
            stories: page.stories.map((one) => storyOf(web, one)),
            statements: page.statements.map((one) => statementOf(web, one)),
          },
          tags: ['lists'],
        }
      )
    }),
  )
}

/** An answer to what stands after "?", which no page is kept under. Each of the names is at most once in it. */
async function answerQuery<K extends string>(
  web: Web,
  c: Call,
  names: readonly K[],
  ask: (query: Record<K, string>) => Promise<object | { problem: string }>,
): Promise<Response> {
  const query = {} as Record<K, string>
  for (const name of names) {
    const values = c.req.queries(name) ?? []
    if (values.length > 1) return answerError(web, c, 400, { sentence: m.giveOnce(name) })
    query[name] = values[0] ?? ''
    if (query[name].length > LONGEST) return answerError(web, c, 400, { sentence: m.tooLong(name, LONGEST) })
  }
  const value = await ask(query)
  if ('problem' in value) return answerError(web, c, 400, { sentence: value.problem })
  return c.body(`${JSON.stringify(value)}\n`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
}

const nameOf = (web: Web, { kind, name, path }: { kind: string; name: string; path: string }) => ({
  kind,
  name,
  url: `${web.url()}${path}`,
})

const storyOf = (web: Web, story: Omit<NameStory, 'standfirst' | 'published'>) => ({
  id: story.id,
  url: `${web.url()}${story.path}`,
  headline: story.headline,
  firstPublishedAt: story.firstPublishedAt === null ? null : instant(story.firstPublishedAt),
})

const statementOf = (web: Web, statement: FoundStatement) => ({
  id: statement.id,
  story: storyOf(web, statement.story),
  block: statement.block,
  day: statement.day,
  kind: statement.kind,
  words: statement.words,
  quoted: statement.quoted,
  cue: statement.cue,
  polarity: statement.polarity,
  speaker: statement.speaker && {
    text: statement.speaker.text,
    name: statement.speaker.name,
    kind: statement.speaker.kind,
    url: statement.speaker.page && `${web.url()}${statement.speaker.page}`,
  },
  sources: statement.sources,
  corrected: statement.corrected,
})
