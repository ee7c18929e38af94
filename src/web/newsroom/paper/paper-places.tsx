import { filingMessages as filing, pagesMessages as m } from '../../../messages/index.ts'
import { may, type Person } from '../../../people/index.ts'

/** The places of the paper's order, above each of their pages. */
const PLACES = [
  { name: 'section', href: '/newsroom/sections', label: filing.kinds.section, needs: 'publish' },
  { name: 'topic', href: '/newsroom/topics', label: filing.kinds.topic, needs: 'publish' },
  { name: 'author', href: '/newsroom/authors', label: filing.kinds.author, needs: 'publish' },
  { name: 'pages', href: '/newsroom/pages', label: m.pages, needs: 'settings' },
  { name: 'menus', href: '/newsroom/menus', label: m.menus, needs: 'settings' },
] as const

export const PaperPlaces = ({ here, person }: { here: (typeof PLACES)[number]['name']; person: Person }) => (
  <nav class="places" aria-label={m.paper}>
    {PLACES.filter(({ needs }) => may(person, needs)).map(({ name, href, label }) => (
      <a href={href} {...(here === name ? { 'aria-current': 'page' as const } : {})}>
        {label}
      </a>
    ))}
  </nav>
)
