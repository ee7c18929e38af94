import { pagesMessages as m } from '../../../messages/index.ts'

/** The places of the paper, above each of their pages. */
const PLACES = [
  { name: 'pages', href: '/newsroom/pages', label: m.pages },
  { name: 'menus', href: '/newsroom/menus', label: m.menus },
] as const

export const PaperPlaces = ({ here }: { here: (typeof PLACES)[number]['name'] }) => (
  <nav class="places" aria-label={m.paper}>
    {PLACES.map(({ name, href, label }) => (
      <a href={href} {...(here === name ? { 'aria-current': 'page' as const } : {})}>
        {label}
      </a>
    ))}
  </nav>
)
