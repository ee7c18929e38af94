/** A picture in a story, with its caption and whom it is by. */
import { captionMessages as m } from '../../../messages/index.ts'
import type { PictureOnPage } from '../kit/pictures.ts'
import { saidOfMaking } from './made-with-ai.tsx'

/** How wide a picture stands: as wide as its column, which is never wider than the page. */
const SIZES = '(min-width: 60rem) 50rem, 100vw'

/** Credit and rights, and what was made with AI, as they stand beside a picture. */
export const besidePicture = ({ credit, rights, file }: PictureOnPage): string =>
  [credit, rights, ...(file ? saidOfMaking(m.ai, file.madeWithAi) : [])].filter(Boolean).join(' · ')

/** A picture, or, where there is only a caption, a plate that holds its place. */
export const PictureView = ({ picture, lead = false, id }: { picture: PictureOnPage; lead?: boolean; id?: string }) => {
  const { src, alt, caption, file } = picture
  if (!src && !caption) return null
  const beside = besidePicture(picture)
  return (
    <figure class={[lead ? 'lead' : '', src ? '' : 'caption-only'].filter(Boolean).join(' ') || undefined} id={id}>
      {src ? (
        <img
          src={src}
          {...(file ? { srcset: file.srcset, sizes: SIZES, width: file.width, height: file.height } : {})}
          {...(file ? { class: file.focus } : {})}
          alt={alt}
          decoding="async"
          {...(lead ? { fetchpriority: 'high' as const } : { loading: 'lazy' as const })}
        />
      ) : null}
      {caption || beside ? (
        <figcaption>
          {caption} {beside ? <span class="credit">{beside}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  )
}
