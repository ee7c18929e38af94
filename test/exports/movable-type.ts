/** Movable Type's text, written from the format's rules. */
import type { Counts } from './file.ts'
import { headlineOf, momentOf, paragraphOf, sentenceOf } from './words.ts'

export interface MovableTypePlan {
  posts: number
  /** To each post. */
  comments?: number
}

function stateOf(n: number): { status: string; becomes: string } {
  if (n % 20 === 7) return { status: 'Draft', becomes: 'story draft' }
  if (n % 20 === 9) return { status: 'Future', becomes: 'story scheduled' }
  return { status: 'Publish', becomes: 'story public' }
}

/** "05/01/2015 08:00:00 AM". */
export function mtDate(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const hour = at.getUTCHours()
  const day = `${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}/${at.getUTCFullYear()}`
  return `${day} ${two(hour % 12 || 12)}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`
}

/** Every third body holds lines that look like the format's own. */
export function* movableTypeExport({ posts, comments = 0 }: MovableTypePlan): Generator<string> {
  for (let n = 0; n < posts; n++) {
    const at = momentOf(n)
    const lines = n % 3 === 0 ? '\n-----\n--------\nBODY: not one\n' : '\n'
    yield `AUTHOR: ${n % 2 ? 'Mina Quill' : 'Owen Tarr'}
TITLE: ${headlineOf(n)}
BASENAME: story_${n}
STATUS: ${stateOf(n).status}
ALLOW COMMENTS: 1
CONVERT BREAKS: 1
DATE: ${mtDate(at)}
PRIMARY CATEGORY: Harbour
CATEGORY: Harbour
CATEGORY: Council
TAGS: tides,"winds, strong"
-----
BODY:
${paragraphOf(n)}
${lines}
${paragraphOf(n + 1)}
-----
EXTENDED BODY:
${paragraphOf(n + 2)}
-----
EXCERPT:
${sentenceOf(n)}
-----
KEYWORDS:

-----
${Array.from({ length: comments }, (_, i) => commentOf(n, i)).join('')}${n % 5 === 0 ? PING : ''}--------
`
  }
}

const commentOf = (n: number, i: number): string => `COMMENT:
AUTHOR: Reader ${(n * 7 + i) % 400}
EMAIL: reader${(n * 7 + i) % 400}@mail.example
IP: 192.0.2.7
URL:
DATE: ${mtDate(new Date(momentOf(n).getTime() + (i + 1) * 60_000))}
${sentenceOf(n + i)}
${sentenceOf(n + i + 1)}
-----
`

const PING = `PING:
TITLE: A neighbour’s page
URL: https://neighbour.example/
IP: 192.0.2.8
BLOG NAME: Neighbour
DATE: 05/02/2015 08:00:00 AM
They wrote about it too.
-----
`

export function movableTypeCounts({ posts, comments = 0 }: MovableTypePlan): Counts {
  const counts: Counts = { site: 1, person: Math.min(2, posts), term: 4 }
  const add = (name: string, times = 1) => {
    if (times > 0) counts[name] = (counts[name] ?? 0) + times
  }
  for (let n = 0; n < posts; n++) {
    add(stateOf(n).becomes)
    add('comment approved', comments)
    if (n % 5 === 0) add('left trackback')
  }
  return counts
}
