/** What search engines are told: the sitemap (sitemaps.org) and robots.txt. */
import { instant } from '../kit/format.ts'
import type { Site } from '../kit/props.ts'
import { escapeXml } from '../kit/xml.ts'

/** The newest stories and the names with a page, together at most 50,000: as many as one file may name. */
const MOST = 50_000

export function renderSitemap({
  site,
  stories,
  names = [],
}: {
  site: Site
  stories: readonly { path: string; updatedAt: number }[]
  names?: readonly { path: string }[]
}): string {
  const addressOf = (path: string) => `<loc>${escapeXml(site.url + encodeURI(path))}</loc>`
  const urls = [
    ...names.map(({ path }) => `  <url>${addressOf(path)}</url>`),
    ...stories.map(({ path, updatedAt }) => `  <url>${addressOf(path)}<lastmod>${instant(updatedAt)}</lastmod></url>`),
  ].slice(-MOST)
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>${escapeXml(site.url)}/</loc></url>
${urls.join('\n')}
</urlset>
`
}

export const renderRobots = (site: Site): string => `User-agent: *
Disallow: /newsroom
Disallow: /receipts
Disallow: /form-token
Disallow: /said?
Disallow: /*/reply/

Sitemap: ${site.url}/sitemap.xml
`
