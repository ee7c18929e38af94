/** What browsers and phones show of the site beside its pages: its icon, its logo, and the manifest that names them. */
import { accentOf, ICON_FILES, type IconFile, isLogoName, readIcon, readLookFile } from '../../../look/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'
import { iconAddress } from '../kit/head-links.tsx'
import { readLookNow, readSite } from '../kit/site.ts'

const FOR_GOOD = 'public, max-age=31536000, immutable'
/** Browsers ask for these by themselves, with no version in the address. */
const A_DAY = 'public, max-age=86400'

/** How to draw what lies at one of these paths; null for any other path. */
export function lookPageAt(web: Web, path: string): (() => Promise<Page | null>) | null {
  if (path === '/favicon.ico') return () => icon(web, 'favicon.ico', A_DAY)
  if (path === '/apple-touch-icon.png') return () => icon(web, '180.png', A_DAY)
  if (path === '/manifest.webmanifest') return () => manifest(web)
  const [, version, file = ''] = /^\/icons\/([0-9a-f]{12})-([a-z0-9]+\.png)$/.exec(path) ?? []
  if (version) return () => versionedIcon(web, version, file)
  const [, logo = ''] = /^\/look\/([^/]+)$/.exec(path) ?? []
  return isLogoName(logo) ? () => logoFile(web, logo) : null
}

async function icon(web: Web, file: IconFile, cacheControl: string): Promise<Page> {
  const body = await readIcon(web.store, await readLookNow(web), file, web.now())
  return { body, type: file.endsWith('.ico') ? 'image/x-icon' : 'image/png', tags: ['site'], cacheControl }
}

/** An icon of another version is not kept anywhere: whoever asks for one has an old page. */
async function versionedIcon(web: Web, version: string, name: string): Promise<Page | null> {
  const file = ICON_FILES.find((one) => one === name)
  const { dress } = await readSite(web)
  return file && version === dress.iconVersion ? icon(web, file, FOR_GOOD) : null
}

async function logoFile(web: Web, name: string): Promise<Page | null> {
  const body = await readLookFile(web.store.db, name)
  return body ? { body, type: 'image/webp', tags: ['site'], cacheControl: FOR_GOOD } : null
}

/** W3C, Web Application Manifest. */
async function manifest(web: Web): Promise<Page> {
  const [{ name, language, direction, dress }, { accent }] = await Promise.all([readSite(web), readLookNow(web)])
  const iconOf = (file: IconFile, size: number, purpose: 'any' | 'maskable') => ({
    src: iconAddress(dress.iconVersion, file),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  const body = JSON.stringify({
    id: '/',
    name,
    lang: language,
    dir: direction,
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: dress.paper.light,
    theme_color: accentOf(accent).light,
    icons: [iconOf('192.png', 192, 'any'), iconOf('512.png', 512, 'any'), iconOf('maskable.png', 512, 'maskable')],
  })
  return { body, type: 'application/manifest+json; charset=utf-8', tags: ['site'] }
}
