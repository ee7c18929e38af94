import type { Site } from './props.ts'

/** On a page that only its address leads to: that it is worth keeping, and the address in full. */
export const KeepAddress = ({ site, path, title, says }: { site: Site; path: string; title: string; says: string }) => (
  <aside class="keep">
    <h2>{title}</h2>
    <p>{says}</p>
    <p class="address">
      <a href={path} dir="ltr">
        {site.url}
        {path}
      </a>
    </p>
  </aside>
)
