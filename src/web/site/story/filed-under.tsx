/** Whom a story is by and what it is about, with the ways to their pages. */
import type { Child } from 'hono/jsx'
import { frontMessages as m } from '../../../messages/index.ts'
import { authorsOf, type FiledUnder, type Term, termPath } from '../../../paper/index.ts'
import type { Site } from '../kit/props.ts'

/** The byline as it is written; a name in it leads to its author's page, where there is one. */
export function Byline({ byline, filed }: { byline: string; filed: readonly FiledUnder[] }) {
  const parts: Child[] = []
  let from = 0
  for (const name of authorsOf(byline)) {
    const at = byline.indexOf(name, from)
    const author = authorNamed(filed, name)
    parts.push(
      byline.slice(from, at),
      author ? (
        <a rel="author" href={termPath(author)}>
          {name}
        </a>
      ) : (
        name
      ),
    )
    from = at + name.length
  }
  parts.push(byline.slice(from))
  return <span class="by">{parts}</span>
}

/** At the end of a story; nothing where it has none. */
export function Topics({ filed }: { filed: readonly FiledUnder[] }) {
  const topics = topicsAmong(filed)
  if (topics.length === 0) return null
  return (
    <nav class="topics" aria-labelledby="topics">
      <h2 id="topics" class="label">
        {m.topics}
      </h2>
      <ul class="plain">
        {topics.map((topic) => (
          <li>
            <a rel="tag" href={termPath(topic)}>
              {topic.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The same for search engines, as properties of an article. */
export function filingData(site: Site, byline: string, filed: readonly FiledUnder[]) {
  const authors = authorsOf(byline).map((name) => {
    const author = authorNamed(filed, name)
    return { '@type': 'Person', name, ...(author ? { url: site.url + encodeURI(termPath(author)) } : {}) }
  })
  const topics = topicsAmong(filed).map(({ name }) => name)
  return {
    author: authors.length > 0 ? authors : { '@type': 'NewsMediaOrganization', name: site.name },
    ...(topics.length > 0 ? { keywords: topics } : {}),
  }
}

const authorNamed = (filed: readonly FiledUnder[], name: string): Term | null =>
  filed.find((one) => one.kind === 'author' && one.name === name.trim())?.term ?? null

/** Each once, though a story may call it by two of its names. */
const topicsAmong = (filed: readonly FiledUnder[]): Term[] => [
  ...new Map(filed.flatMap(({ kind, term }) => (kind === 'topic' && term ? [[term.id, term] as const] : []))).values(),
]
