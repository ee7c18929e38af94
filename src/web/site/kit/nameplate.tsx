/** The paper's name over its pages: its logo, or its name in the display face. */
import type { Site } from './props.ts'

/** The name as a link to the front page. Where there is a logo, its name is the logo's. */
export const NameLink = ({ site: { name, dress } }: { site: Site }) => {
  const { logo, logoDark } = dress
  if (!logo) return <a href="/">{name}</a>
  return (
    <a href="/" class="logo">
      <picture>
        {logoDark ? (
          <source
            media="(prefers-color-scheme: dark)"
            srcset={logoDark.address}
            width={logoDark.width}
            height={logoDark.height}
          />
        ) : null}
        <img
          src={logo.address}
          alt={name}
          width={logo.width}
          height={logo.height}
          class={logoDark ? undefined : 'on-paper'}
        />
      </picture>
    </a>
  )
}
