/** A portrait beside a name; the name says who it is. */
import type { Portrait } from './said-props.ts'

/** `sizes`: how wide it stands, as the attribute has it. */
export const PortraitImage = ({ portrait, sizes }: { portrait: Portrait; sizes: string }) => (
  <img
    class={['portrait', portrait.focus].filter(Boolean).join(' ')}
    src={portrait.src}
    srcset={portrait.srcset}
    sizes={sizes}
    width={portrait.width}
    height={portrait.height}
    alt=""
    loading="lazy"
    decoding="async"
  />
)
