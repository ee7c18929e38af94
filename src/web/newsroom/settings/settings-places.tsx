import { settingsMessages as m, machineMessages } from '../../../messages/index.ts'

/** The places of the settings, above each of their pages. */
const PLACES = [
  { name: 'site', href: '/newsroom/settings', label: m.site },
  { name: 'look', href: '/newsroom/look', label: m.look },
  { name: 'adverts', href: '/newsroom/adverts', label: m.adverts },
  { name: 'emails', href: '/newsroom/letters', label: m.emails },
  { name: 'moving', href: '/newsroom/move-in', label: m.moveIn },
  { name: 'addresses', href: '/newsroom/old-addresses', label: m.oldAddresses },
  { name: 'programs', href: '/newsroom/programs', label: m.programs },
  { name: 'embedding', href: '/newsroom/embedding', label: m.embedding },
  { name: 'webhooks', href: '/newsroom/webhooks', label: m.webhooks },
  { name: 'coral', href: '/newsroom/coral', label: m.coral },
  { name: 'work', href: '/newsroom/work', label: m.work },
  { name: 'machine', href: '/newsroom/machine', label: machineMessages.place },
] as const

export const SettingsPlaces = ({ here }: { here: (typeof PLACES)[number]['name'] }) => (
  <nav class="places" aria-label={m.title}>
    {PLACES.map(({ name, href, label }) => (
      <a href={href} {...(here === name ? { 'aria-current': 'page' as const } : {})}>
        {label}
      </a>
    ))}
  </nav>
)
