/** What a page says of its article in JSON-LD, with schema.org's words: in one object, in a graph, by reference, inside CDATA. */
import { foldSpace } from './words.ts'

export interface ArticleData {
  headline: string
  /** Names, people first; an organisation's only where nobody else is named. */
  authors: string[]
  published: string
  modified: string
  publisher: string
}

type Thing = Record<string, unknown>

const ARTICLE =
  /Article|BlogPosting|NewsReport|Report$|LiveBlogPosting|HowTo|Recipe|Review|SocialMediaPosting|PodcastEpisode/
const PAGE = /WebPage|ItemPage|VideoObject|CreativeWork/
/** Deeper than this nobody nests what is said of a page. */
const DEEPEST = 12

/** `isTitle`: whether a headline is the page's, where a page speaks of several articles. */
export function readArticleData(scripts: readonly string[], isTitle: (headline: string) => boolean): ArticleData {
  const things = scripts.flatMap((script) => thingsIn(parseLoosely(script), 0))
  const byId = new Map<string, Thing>()
  for (const thing of things) {
    const id = thing['@id']
    if (typeof id === 'string' && (thing.name !== undefined || !byId.has(id))) byId.set(id, thing)
  }
  const articles = things.filter((thing) => ARTICLE.test(typesOf(thing)))
  const pages = things.filter((thing) => PAGE.test(typesOf(thing)))
  const main = articles.find((thing) => isTitle(textOf(thing.headline ?? thing.name))) ?? articles[0]
  const said = [main, ...pages].filter((thing) => thing !== undefined)
  const first = (key: string) => said.map((thing) => textOf(thing[key])).find((text) => text !== '') ?? ''
  const authors = said.map((thing) => namesOf(thing.author ?? thing.creator, byId)).find((names) => names.length > 0)
  return {
    headline: main ? textOf(main.headline) : '',
    authors: authors ?? [],
    published: first('datePublished') || first('dateCreated') || first('uploadDate'),
    modified: first('dateModified'),
    publisher: namesOf(main?.publisher, byId)[0] ?? '',
  }
}

const typesOf = (thing: Thing): string => [thing['@type']].flat().join(' ')

function thingsIn(value: unknown, depth: number): Thing[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one) => thingsIn(one, depth + 1))
  const thing = value as Thing
  // What is about the page comes first; other stories that it lists are not looked into.
  const within = ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'creator', 'publisher', 'isPartOf', 'hasPart']
  return [thing, ...within.flatMap((key) => thingsIn(thing[key], depth + 1))]
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Thing>): string[] {
  const people: string[] = []
  const others: string[] = []
  for (const one of [value].flat()) {
    const list = isThing(one) && Array.isArray(one['@list']) ? one['@list'] : [one]
    for (const item of list) {
      const thing = isThing(item) ? nameless(item, byId) : null
      const name = thing
        ? nameOf(thing)
        : typeof item === 'string'
          ? nameOf(byId.get(item) ?? {}) || foldSpace(item)
          : ''
      if (name === '' || /^(https?:)?\/\//i.test(name)) continue
      if (thing && /Organi[sz]ation|Corporation/.test(typesOf(thing))) others.push(name)
      else people.push(name)
    }
  }
  return [...new Set(people.length > 0 ? people : others)].slice(0, 8)
}

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The thing that a reference points to; itself where it is named. */
const nameless = (thing: Thing, byId: ReadonlyMap<string, Thing>): Thing =>
  nameOf(thing) === '' && typeof thing['@id'] === 'string' ? (byId.get(thing['@id']) ?? thing) : thing

const nameOf = (thing: Thing): string =>
  [thing.name].flat().map(textOf).filter(Boolean).join(', ') ||
  [thing.givenName, thing.familyName].map(textOf).filter(Boolean).join(' ')

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? foldSpace(value)
    : typeof value === 'number'
      ? String(value)
      : isThing(value) && typeof value['@value'] === 'string'
        ? foldSpace(value['@value'])
        : ''

/** JSON as pages have it: between comment marks or CDATA's, with line breaks inside strings, with a comma too many. */
function parseLoosely(script: string): unknown {
  const starts = [script.indexOf('{'), script.replace('[CDATA[', '       ').indexOf('[')].filter((at) => at >= 0)
  if (starts.length === 0) return null
  const bare = script.slice(
    Math.min(...starts),
    Math.max(script.lastIndexOf('}'), script.replace(']]>', '   ').lastIndexOf(']')) + 1,
  )
  for (const text of [bare, bare.replace(/[\u0000-\u001f]/g, ' ').replace(/, ?([}\]])/g, '$1')]) {
    try {
      return JSON.parse(text)
    } catch {
      // The next form, or none.
    }
  }
  return null
}
