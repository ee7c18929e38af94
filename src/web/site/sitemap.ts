/** What search engines are told: the sitemap (sitemaps.org) and robots.txt. */
import { instant } from './format.ts'
import type { Site } from './props.ts'
import { escapeXml } from './xml.ts'

/** The newest 50,000 stories: as many as one file may name. */
const MOST = 50_000

export function renderSitemap({
  site,
  stories,
}: {
  site: Site
  stories: readonly { path: string; updatedAt: number }[]
}): string {
  const urls = stories
    .slice(-MOST)
    .map(
      ({ path, updatedAt }) =>
        `  <url><loc>${escapeXml(site.url + encodeURI(path))}</loc><lastmod>${instant(updatedAt)}</lastmod></url>`,
    )
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
Disallow: /*/reply/

Sitemap: ${site.url}/sitemap.xml
`
