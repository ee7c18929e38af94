import { filingMessages as m, pagesMessages } from '../../../messages/index.ts'

/** The places of the paper's order, above each of their pages. */
const PLACES = [
  { name: 'section', href: '/newsroom/sections', label: m.kinds.section },
  { name: 'topic', href: '/newsroom/topics', label: m.kinds.topic },
  { name: 'author', href: '/newsroom/authors', label: m.kinds.author },
  { name: 'pages', href: '/newsroom/pages', label: pagesMessages.pages },
  { name: 'menus', href: '/newsroom/menus', label: pagesMessages.menus },
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
