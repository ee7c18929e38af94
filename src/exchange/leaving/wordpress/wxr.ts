/** WordPress eXtended RSS 1.2, as WordPress's own importer reads it: its elements, written. */
import { escapedHtml } from '../../../text/index.ts'

/** What XML 1.0 can't hold. */
const NO_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const cdata = (text: string): string => `<![CDATA[${text.replace(NO_XML, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

const said = (name: string, text: string | number): string => `<${name}>${cdata(String(text))}</${name}>`

/** "2019-05-01 09:30:00", in UTC. */
const day = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ')

export const beginning = ({ name, url, language }: { name: string; url: string; language: string }): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
${said('title', name)}${said('link', url)}${said('language', language)}
<wp:wxr_version>1.2</wp:wxr_version>
${said('wp:base_site_url', url)}${said('wp:base_blog_url', url)}
`

export const END = '</channel>\n</rss>\n'

export const author = (login: string, name: string): string =>
  `<wp:author>${said('wp:author_login', login)}${said('wp:author_display_name', name)}</wp:author>\n`

export const category = (slug: string, name: string): string =>
  `<wp:category>${said('wp:category_nicename', slug)}${said('wp:cat_name', name)}</wp:category>\n`

export const tag = (slug: string, name: string): string =>
  `<wp:tag>${said('wp:tag_slug', slug)}${said('wp:tag_name', name)}</wp:tag>\n`

export interface WxrItem {
  id: number
  type: 'post' | 'page' | 'attachment'
  status: 'publish' | 'draft' | 'inherit'
  /** Plain text, as `excerpt`: WordPress reads both as HTML. */
  title: string
  link: string
  slug: string
  creator: string
  /** Milliseconds; null for what never was out. */
  at: number | null
  changedAt: number
  content: string
  excerpt: string
  commentsOpen: boolean
  /** Sections, topics and, where there are several, authors. */
  filed: readonly { domain: 'category' | 'post_tag' | 'author'; slug: string; name: string }[]
  meta: Readonly<Record<string, string>>
  /** Of a picture. */
  attachmentUrl?: string
  comments: readonly WxrComment[]
}

export interface WxrComment {
  id: number
  parent: number
  name: string
  text: string
  at: number
  isApproved: boolean
}

export function item(one: WxrItem): string {
  const at = one.at === null ? '0000-00-00 00:00:00' : day(one.at)
  return `<item>
${said('title', escapedHtml(one.title))}${said('link', one.link)}${one.at === null ? '' : `<pubDate>${new Date(one.at).toUTCString()}</pubDate>`}
${said('dc:creator', one.creator)}<guid isPermaLink="false">${escapedHtml(one.link)}</guid><description></description>
${said('content:encoded', one.content)}
${said('excerpt:encoded', escapedHtml(one.excerpt))}
<wp:post_id>${one.id}</wp:post_id>${said('wp:post_date', at)}${said('wp:post_date_gmt', at)}
${said('wp:post_modified', day(one.changedAt))}${said('wp:post_modified_gmt', day(one.changedAt))}
${said('wp:comment_status', one.commentsOpen ? 'open' : 'closed')}${said('wp:ping_status', 'closed')}
${said('wp:post_name', one.slug)}${said('wp:status', one.status)}<wp:post_parent>0</wp:post_parent><wp:menu_order>0</wp:menu_order>
${said('wp:post_type', one.type)}${said('wp:post_password', '')}<wp:is_sticky>0</wp:is_sticky>
${one.attachmentUrl === undefined ? '' : `${said('wp:attachment_url', one.attachmentUrl)}\n`}${one.filed
  .map(
    ({ domain, slug, name }) =>
      `<category domain="${domain}" nicename="${escapedHtml(slug)}">${cdata(name)}</category>`,
  )
  .join('')}
${Object.entries(one.meta)
  .map(([key, value]) => `<wp:postmeta>${said('wp:meta_key', key)}${said('wp:meta_value', value)}</wp:postmeta>`)
  .join('')}
${one.comments.map(comment).join('')}</item>
`
}

const comment = ({ id, parent, name, text, at, isApproved }: WxrComment): string =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id>${said('wp:comment_author', name)}${said('wp:comment_author_email', '')}${said('wp:comment_author_url', '')}${said('wp:comment_author_IP', '')}${said('wp:comment_date', day(at))}${said('wp:comment_date_gmt', day(at))}${said('wp:comment_content', escapedHtml(text))}${said('wp:comment_approved', isApproved ? '1' : '0')}${said('wp:comment_type', 'comment')}<wp:comment_parent>${parent}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>
`
