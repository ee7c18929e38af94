import { siteFrameMessages as m } from '../../../messages/index.ts'
import type { MenuLink } from './props.ts'

/** What a reader has here. */
export const YOURS: readonly MenuLink[] = [
  { says: m.yourComments, path: '/receipts' },
  { says: m.account, path: '/account' },
]

/** The page that is open, and the section that it belongs to. */
export interface Where {
  path?: string | undefined
  section?: string | undefined
}

/** The links of a menu, each a line of a list; the one that leads to where one is says so. `only` on screens of a width. */
export const Links = ({
  links,
  only,
  path,
  section,
}: Where & { links: readonly MenuLink[]; only?: 'wide' | 'narrow' }) => (
  <>
    {links.map((link) => (
      <li class={only}>
        <a
          href={link.path}
          {...(link.path === path
            ? { 'aria-current': 'page' as const }
            : link.path === section
              ? { 'aria-current': 'true' as const }
              : {})}
        >
          {link.says}
        </a>
      </li>
    ))}
  </>
)
