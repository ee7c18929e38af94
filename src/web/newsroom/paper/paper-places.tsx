import { filingMessages as m, pagesMessages } from '../../../messages/index.ts'
import { may, type Person } from '../../../people/index.ts'

/** The places of the paper's order, above each of their pages; those of the site's own pages are also for whoever may change settings alone. */
const PLACES = [
  { name: 'section', href: '/newsroom/sections', label: m.kinds.section, isOfSite: false },
  { name: 'topic', href: '/newsroom/topics', label: m.kinds.topic, isOfSite: false },
  { name: 'author', href: '/newsroom/authors', label: m.kinds.author, isOfSite: false },
  { name: 'pages', href: '/newsroom/pages', label: pagesMessages.pages, isOfSite: true },
  { name: 'menus', href: '/newsroom/menus', label: pagesMessages.menus, isOfSite: true },
] as const

/** Those that somebody gets into. */
export const paperPlacesOf = (person: Person) =>
  PLACES.filter(({ isOfSite }) => may(person, 'publish') || (isOfSite && may(person, 'settings')))

export const PaperPlaces = ({ person, here }: { person: Person; here: (typeof PLACES)[number]['name'] }) => (
  <nav class="places" aria-label={m.paper}>
    {paperPlacesOf(person).map(({ name, href, label }) => (
      <a href={href} {...(name === here ? { 'aria-current': 'page' as const } : {})}>
        {label}
      </a>
    ))}
  </nav>
)
