/** The places of the settings, above each of their pages. */
const PLACES = [
  { name: 'site', href: '/newsroom/settings', label: 'The site' },
  { name: 'emails', href: '/newsroom/letters', label: 'Emails' },
  { name: 'work', href: '/newsroom/work', label: 'Background work' },
] as const

export const SettingsPlaces = ({ here }: { here: (typeof PLACES)[number]['name'] }) => (
  <nav class="places" aria-label="Settings">
    {PLACES.map(({ name, href, label }) => (
      <a href={href} {...(here === name ? { 'aria-current': 'page' as const } : {})}>
        {label}
      </a>
    ))}
  </nav>
)
