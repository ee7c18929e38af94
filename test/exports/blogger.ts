/** Blogger's exports, in both layouts, written from the format's rules. */
import type { Counts } from './file.ts'
import { headlineOf, momentOf, paragraphOf, sentenceOf } from './words.ts'

export interface BloggerPlan {
  posts: number
  /** To each post. */
  comments?: number
}

const ID = 'tag:blogger.com,1999:blog-7'
const LABELS = ['harbour', 'tides & winds', 'council']
const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const pathOf = (n: number, kind: 'post' | 'page') =>
  kind === 'page' ? `/p/story-${n}.html` : `/${momentOf(n).toISOString().slice(0, 7).replace('-', '/')}/story-${n}.html`
const htmlOf = (n: number) =>
  `<div class="separator"><a href="https://pictures.example/s1600/quay-${n}.jpg"><img src="https://pictures.example/s320/quay-${n}.jpg"></a></div>${paragraphOf(n)}<br><br>${paragraphOf(n + 1)}`

/** One in twenty each a page, a draft, in the bin though LIVE, in the bin. */
function kindOf(n: number): { kind: 'post' | 'page'; status: string; isTrashed: boolean; becomes: string } {
  if (n % 20 === 3) return { kind: 'page', status: 'LIVE', isTrashed: false, becomes: 'page public' }
  if (n % 20 === 5) return { kind: 'post', status: 'DRAFT', isTrashed: false, becomes: 'story draft' }
  if (n % 20 === 7) return { kind: 'post', status: 'LIVE', isTrashed: true, becomes: 'story trash' }
  if (n % 20 === 9) return { kind: 'post', status: 'SOFT_TRASHED', isTrashed: false, becomes: 'story trash' }
  return { kind: 'post', status: 'LIVE', isTrashed: false, becomes: 'story public' }
}

function statusOf(i: number): { status: string; becomes: string } {
  if (i % 10 === 4) return { status: 'SPAM', becomes: 'comment spam' }
  if (i % 10 === 6) return { status: 'NOBODY_KNOWS', becomes: 'comment held' }
  return { status: 'LIVE', becomes: 'comment approved' }
}

/** Takeout’s feed: comments stand before what they are about. */
export function* takeoutFeed({ posts, comments = 0 }: BloggerPlan): Generator<string> {
  yield `<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<id>${ID}</id><title>Quay Notes</title>
`
  for (let n = 0; n < posts; n++) for (let i = 0; i < comments; i++) yield takeoutComment(n, i)
  for (let n = 0; n < posts; n++) {
    const { kind, status, isTrashed } = kindOf(n)
    const at = momentOf(n).toISOString()
    yield `<entry><id>${ID}.${kind}-${n}</id><blogger:type>${kind.toUpperCase()}</blogger:type><blogger:status>${status}</blogger:status>
<author><name>${n % 2 ? 'Mina Quill' : 'Owen Tarr'}</name><uri/><blogger:type>BLOGGER</blogger:type></author>
<title>${xml(headlineOf(n))}</title><content type='html'>${xml(htmlOf(n))}</content>
<blogger:created>${at}</blogger:created><published>${at}</published><updated>${at}</updated>
<category scheme='${ID}' term='${xml(LABELS[n % 3] as string)}'/><category/>
<blogger:filename>${status === 'DRAFT' ? '' : pathOf(n, kind)}</blogger:filename><link/><enclosure/>
<blogger:trashed>${isTrashed ? at : ''}</blogger:trashed></entry>
`
  }
  yield '</feed>\n'
}

function takeoutComment(n: number, i: number): string {
  const at = new Date(momentOf(n).getTime() + (i + 1) * 60_000).toISOString()
  return `<entry><id>${ID}.post-${commentId(n, i)}</id><blogger:parent>${ID}.${kindOf(n).kind}-${n}</blogger:parent>
<blogger:inReplyTo>${i === 0 ? '' : `${ID}.post-${commentId(n, i - 1)}`}</blogger:inReplyTo><blogger:type>COMMENT</blogger:type>
<blogger:status>${statusOf(i).status}</blogger:status><author><name>Reader ${(n * 7 + i) % 400}</name><uri/></author>
<title/><content type='html'>${xml(`${sentenceOf(n + i)}<br>${sentenceOf(n + i + 1)}`)}</content>
<published>${at}</published><updated>${at}</updated></entry>
`
}

const commentId = (n: number, i: number): number => 1_000_000 + n * 1000 + i

export function takeoutCounts({ posts, comments = 0 }: BloggerPlan): Counts {
  const counts: Counts = { site: 1, person: Math.min(2, posts), term: Math.min(3, posts) }
  const add = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  for (let n = 0; n < posts; n++) {
    add(kindOf(n).becomes)
    for (let i = 0; i < comments; i++) add(statusOf(i).becomes)
  }
  return counts
}

/** The backup until 2025: kinds as categories, settings and the theme as entries, drafts without an address. */
export function* bloggerBackup({ posts, comments = 0 }: BloggerPlan): Generator<string> {
  const kindTerm = (kind: string) =>
    `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/>`
  yield `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:gd="http://schemas.google.com/g/2005" xmlns:thr="http://purl.org/syndication/thread/1.0">
<id>${ID}.archive</id><title type="text">Quay Notes</title>
<link href="http://quaynotes.blogspot.example/" rel="alternate" type="text/html"/>
<entry><id>${ID}.layout</id>${kindTerm('template')}<title type="text">Template</title><content type="text">css</content></entry>
<entry><id>${ID}.settings.BLOG_TIME_ZONE</id>${kindTerm('settings')}<title type="text">Zone</title><content type="text">Europe/Dublin</content></entry>
<entry><id>${ID}.settings.BLOG_LOCALE</id>${kindTerm('settings')}<title type="text">Locale</title><content type="text">en_GB</content></entry>
`
  for (let n = 0; n < posts; n++) {
    const { kind, status } = kindOf(n)
    const at = momentOf(n).toISOString()
    const isDraft = status === 'DRAFT'
    yield `<entry><id>${ID}.${kind}-${n}</id><published>${at}</published><updated>${at}</updated>${
      isDraft ? '<app:control xmlns:app="http://www.w3.org/2007/app"><app:draft>yes</app:draft></app:control>' : ''
    }${kindTerm(kind)}<category scheme="http://www.blogger.com/atom/ns#" term="${xml(LABELS[n % 3] as string)}"/>
<title type="text">${xml(headlineOf(n))}</title><content type="html">${xml(htmlOf(n))}</content>${
      isDraft ? '' : `<link rel="alternate" href="http://quaynotes.blogspot.example${pathOf(n, kind)}"/>`
    }<author><name>${n % 2 ? 'Mina Quill' : 'Owen Tarr'}</name><email>noreply@blogger.com</email></author></entry>
`
    for (let i = 0; i < comments; i++)
      yield `<entry><id>${ID}.post-${commentId(n, i)}</id><published>${at}</published><updated>${at}</updated>${kindTerm('comment')}
<title type="text">A comment</title><content type="html">${i % 10 === 4 ? '' : xml(sentenceOf(n + i))}</content>${
        i === 0
          ? ''
          : `<link rel="related" href="http://www.blogger.com/feeds/7/${n}/comments/default/${commentId(n, i - 1)}?v=2"/>`
      }<author><name>Reader ${i}</name><email>noreply@blogger.com</email></author>
<thr:in-reply-to ref="${ID}.${kind}-${n}" href="http://quaynotes.blogspot.example/"/>${
        i % 10 === 4 ? '<gd:extendedProperty name="blogger.contentRemoved" value="true"/>' : ''
      }</entry>
`
  }
  yield '</feed>\n'
}

export function backupCounts({ posts, comments = 0 }: BloggerPlan): Counts {
  const counts: Counts = {
    ...{ site: 1, person: Math.min(2, posts), term: Math.min(3, posts) },
    ...{ 'left design': 1, 'left setting': 2 },
  }
  const add = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  for (let n = 0; n < posts; n++) {
    // This layout told drafts from the rest, and no more.
    const { kind, status } = kindOf(n)
    add(kind === 'page' ? 'page public' : status === 'DRAFT' ? 'story draft' : 'story public')
    for (let i = 0; i < comments; i++) add(i % 10 === 4 ? 'comment gone' : 'comment approved')
  }
  return counts
}
