/** What the head of every page links to beside its own matter: its faces, the site's icons, its manifest, the colour around the page. */
import type { Site } from './props.ts'

export const iconAddress = (version: string, file: string): string => `/icons/${version}-${file}`

export const HeadLinks = ({ site: { dress, direction } }: { site: Site }) => (
  <>
    {/* A page from right to left is set in other faces than ours. */}
    {(direction === 'ltr' ? dress.fonts : []).map((path) => (
      <link rel="preload" href={path} as="font" type="font/woff2" crossorigin="" />
    ))}
    <link rel="icon" href="/favicon.ico" sizes="48x48" />
    <link rel="icon" type="image/png" sizes="192x192" href={iconAddress(dress.iconVersion, '192.png')} />
    <link rel="apple-touch-icon" href={iconAddress(dress.iconVersion, '180.png')} />
    <link rel="manifest" href="/manifest.webmanifest" />
    <meta name="theme-color" media="(prefers-color-scheme: light)" content={dress.paper.light} />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content={dress.paper.dark} />
  </>
)
