/** What the head of every page links to beside its own matter: the site's icons, its manifest, the colour around the page. */
import type { Site } from './props.ts'

export const iconAddress = (version: string, file: string): string => `/icons/${version}-${file}`

export const HeadLinks = ({ site: { dress } }: { site: Site }) => (
  <>
    <link rel="icon" href="/favicon.ico" sizes="48x48" />
    <link rel="icon" type="image/png" sizes="192x192" href={iconAddress(dress.iconVersion, '192.png')} />
    <link rel="apple-touch-icon" href={iconAddress(dress.iconVersion, '180.png')} />
    <link rel="manifest" href="/manifest.webmanifest" />
    <meta name="theme-color" media="(prefers-color-scheme: light)" content={dress.paper.light} />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content={dress.paper.dark} />
  </>
)
