/** WordPress exports, written from the format's rules. */
import type { Counts } from './file.ts'
import { headlineOf, momentOf, paragraphOf, sentenceOf, sqlDay } from './words.ts'

export interface WordpressPlan {
  posts: number
  /** To each post. */
  comments?: number
  /** One to each post, above its first paragraph and as its lead. */
  pictures?: boolean
  /** With scheme and host. */
  site?: string
  /** Of about a hundred words, in each post; 3 where absent. */
  paragraphs?: number
  /** The first post's number, for an export of a later day or one in several files. */
  from?: number
}

const SECTIONS = ['harbour', 'council', 'schools', 'sport']
const AUTHORS = ['mquill', 'owen.tarr']

/** What a post is: one in fifty each a draft, private, planned, in the bin, behind a password, a page. */
function stateOf(n: number): { type: string; status: string; password: string; becomes: string } {
  const state = (status: string, becomes: string, password = '', type = 'post') => ({ type, status, password, becomes })
  if (n % 50 === 7) return state('draft', 'story draft')
  if (n % 50 === 11) return state('private', 'story private')
  if (n % 50 === 13) return state('future', 'story scheduled')
  if (n % 50 === 17) return state('trash', 'story trash')
  if (n % 50 === 19) return state('publish', 'story private', 'herring')
  if (n % 50 === 23) return state('publish', 'page public', '', 'page')
  return state('publish', 'story public')
}

/** What a comment is, by the numbers of its post and in its thread. */
function kindOf(n: number, i: number): { type: string; approved: string; becomes: string } {
  const kind = (type: string, approved: string, becomes: string) => ({ type, approved, becomes })
  const place = (n + i) % 20
  if (place === 3) return kind('comment', '0', 'comment held')
  if (place === 5) return kind('', 'spam', 'comment spam')
  if (place === 8) return kind('comment', 'trash', 'comment rejected')
  if (place === 11) return kind('pingback', '1', 'left pingback')
  if (place === 13) return kind('note', '1', 'note')
  return kind('comment', '1', 'comment approved')
}

/** The whole export, a piece at a time. */
export function* wordpressExport(plan: WordpressPlan): Generator<string> {
  const { posts, comments = 0, pictures = false, site = 'https://quay.example', paragraphs = 3, from = 0 } = plan
  yield wordpressStart(site)
  for (const login of AUTHORS)
    yield `<wp:author><wp:author_login>${login}</wp:author_login><wp:author_email>${login}@quay.example</wp:author_email><wp:author_display_name>${cdata(nameOf(login))}</wp:author_display_name></wp:author>\n`
  for (const slug of SECTIONS)
    yield `<wp:category><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${slug === 'schools' ? 'council' : ''}</wp:category_parent><wp:cat_name>${cdata(titleOf(slug))}</wp:cat_name></wp:category>\n`
  yield '<wp:tag><wp:tag_slug>tides</wp:tag_slug><wp:tag_name><![CDATA[Tides & winds]]></wp:tag_name></wp:tag>\n'
  for (let n = from; n < from + posts; n++) {
    if (pictures) yield pictureItem(n, site)
    yield postItem(n, { comments, pictures, site, paragraphs })
  }
  yield '</channel>\n</rss>\n'
}

/** What that export holds, by kind and state. */
export function wordpressCounts({ posts, comments = 0, pictures = false, from = 0 }: WordpressPlan): Counts {
  const counts: Counts = { site: 1, person: AUTHORS.length, term: SECTIONS.length + 1 }
  const add = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  for (let n = from; n < from + posts; n++) {
    add(stateOf(n).becomes)
    if (pictures) add('picture')
    for (let i = 0; i < comments; i++) add(kindOf(n, i).becomes)
  }
  return counts
}

export const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** The beginning of an export; `</channel></rss>` ends it. */
export const wordpressStart = (site: string, version = '1.2'): string => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
  xmlns:excerpt="http://wordpress.org/export/${version}/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/${version}/"
>
<channel>
<title>Quay Notes</title>
<link>${site}</link>
<description>Tides and ferries</description>
<pubDate>Sun, 29 Nov 2026 08:00:00 +0000</pubDate>
<language>en-GB</language>
<wp:wxr_version>${version}</wp:wxr_version>
<wp:base_blog_url>${site}</wp:base_blog_url>
`

const nameOf = (login: string): string => (login === 'mquill' ? 'Mina Quill' : 'Owen Tarr')
const titleOf = (slug: string): string => slug.slice(0, 1).toUpperCase() + slug.slice(1)
const idOf = (n: number): number => 10 + n * 2
const pictureOf = (n: number, site: string): string => `${site}/wp-content/uploads/2015/05/quay-${n}.jpg`

function postItem(
  n: number,
  { comments, pictures, site, paragraphs }: Required<Omit<WordpressPlan, 'posts' | 'from'>>,
): string {
  const { type, status, password } = stateOf(n)
  const at = momentOf(n)
  const picture = pictures
    ? `<!-- wp:image {"id":${idOf(n) + 1}} --><figure class="wp-block-image"><img src="${pictureOf(n, site)}" alt="" class="wp-image-${idOf(n) + 1}"/></figure><!-- /wp:image -->`
    : ''
  const body = Array.from(
    { length: paragraphs },
    (_, i) => `<!-- wp:paragraph -->\n<p>${paragraphOf(n + i)}</p>\n<!-- /wp:paragraph -->`,
  )
  const section = SECTIONS[n % SECTIONS.length] as string
  const threads = Array.from({ length: comments }, (_, i) => commentOf(n, i)).join('')
  return `<item>
<title>${cdata(headlineOf(n))}</title>
<link>${site}/${at.toISOString().slice(0, 7).replace('-', '/')}/story-${n}/</link>
<dc:creator>${cdata(AUTHORS[n % 2] as string)}</dc:creator>
<guid isPermaLink="false">${site}/?p=${idOf(n)}</guid>
<content:encoded>${cdata(`${picture}\n\n${body.join('\n\n')}`)}</content:encoded>
<excerpt:encoded>${cdata(sentenceOf(n))}</excerpt:encoded>
<wp:post_id>${idOf(n)}</wp:post_id>
<wp:post_date>${sqlDay(new Date(at.getTime() + 3_600_000))}</wp:post_date>
<wp:post_date_gmt>${status === 'draft' ? '0000-00-00 00:00:00' : sqlDay(at)}</wp:post_date_gmt>
<wp:comment_status>open</wp:comment_status>
<wp:post_name>story-${n}</wp:post_name>
<wp:status>${status}</wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:post_type>${type}</wp:post_type>
<wp:post_password>${password}</wp:post_password>
<category domain="category" nicename="${section}">${cdata(titleOf(section))}</category>
${n % 3 === 0 ? '<category domain="post_tag" nicename="tides"><![CDATA[Tides & winds]]></category>\n' : ''}${
  pictures
    ? `<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>${cdata(String(idOf(n) + 1))}</wp:meta_value></wp:postmeta>\n`
    : ''
}${threads}</item>
`
}

/** Each answers the one before it but one. */
function commentOf(n: number, i: number): string {
  const { type, approved } = kindOf(n, i)
  const id = n * 1000 + i + 1
  return `<wp:comment>
<wp:comment_id>${id}</wp:comment_id>
<wp:comment_author>${cdata(`Reader ${(n * 7 + i) % 400}`)}</wp:comment_author>
<wp:comment_author_email>reader${(n * 7 + i) % 400}@mail.example</wp:comment_author_email>
<wp:comment_date>${sqlDay(new Date(momentOf(n).getTime() + (i + 61) * 60_000))}</wp:comment_date>
<wp:comment_date_gmt>${sqlDay(new Date(momentOf(n).getTime() + (i + 1) * 60_000))}</wp:comment_date_gmt>
<wp:comment_content>${cdata(`${sentenceOf(n + i)}\n${sentenceOf(n * 3 + i)}`)}</wp:comment_content>
<wp:comment_approved>${approved}</wp:comment_approved>
<wp:comment_type>${type}</wp:comment_type>
<wp:comment_parent>${i < 2 ? 0 : id - 2}</wp:comment_parent>
</wp:comment>
`
}

const pictureItem = (n: number, site: string): string => `<item>
<title>${cdata(`quay-${n}`)}</title>
<link>${site}/quay-${n}/</link>
<wp:post_id>${idOf(n) + 1}</wp:post_id>
<wp:post_parent>${idOf(n)}</wp:post_parent>
<wp:status>inherit</wp:status>
<wp:post_type>attachment</wp:post_type>
<wp:attachment_url>${pictureOf(n, site)}</wp:attachment_url>
<excerpt:encoded>${cdata(sentenceOf(n + 5))}</excerpt:encoded>
<wp:postmeta><wp:meta_key>_wp_attached_file</wp:meta_key><wp:meta_value>${cdata(`2015/05/quay-${n}.jpg`)}</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>${cdata(`The quay, seen for the ${n}th time`)}</wp:meta_value></wp:postmeta>
</item>
`
