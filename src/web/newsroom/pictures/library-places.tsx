/** From pictures to other files, and back. */
import { filesMessages, libraryMessages } from '../../../messages/index.ts'

const PLACES = [
  { name: 'pictures', href: '/newsroom/pictures', label: libraryMessages.title },
  { name: 'files', href: '/newsroom/files', label: filesMessages.title },
] as const

export const LibraryPlaces = ({ here }: { here: (typeof PLACES)[number]['name'] }) => (
  <nav class="places" aria-label={filesMessages.places}>
    {PLACES.map(({ name, href, label }) => (
      <a href={href} {...(name === here ? { 'aria-current': 'page' as const } : {})}>
        {label}
      </a>
    ))}
  </nav>
)
