/** Pictures that belong together, as a page of pictures; each opens large without a script, by the browser's own popover. */
import { bodyMessages as m } from '../../../messages/index.ts'
import type { BlockOf } from '../kit/attached.ts'
import type { PictureOnPage } from '../kit/pictures.ts'
import { besidePicture, PictureView } from './picture-view.tsx'

type PictureOfGallery = BlockOf<'gallery'>['pictures'][number] & PictureOnPage
type GalleryOnPage = Omit<BlockOf<'gallery'>, 'pictures'> & { pictures: readonly PictureOfGallery[] }

/** A row holds one, two or three of them: six columns on a wide screen, of which a picture takes two or more. */
const SIZES = '(min-width: 60rem) 25rem, (min-width: 40rem) 50vw, 100vw'

/** `opens`: on a page of the site. In a feed pictures stand below one another, each whole. */
export function GalleryView({ block, opens }: { block: GalleryOnPage; opens: boolean }) {
  const shown = block.pictures.filter(({ src }) => src !== '')
  const rest = block.pictures.filter(({ src, caption }) => src === '' && caption !== '')
  if (shown.length === 0 && rest.length === 0 && block.caption === '') return null
  if (!opens)
    return (
      <div>
        {block.pictures.map((picture) => (
          <PictureView picture={picture} />
        ))}
        {block.caption ? <p>{block.caption}</p> : null}
      </div>
    )
  const id = `b-${block.id}`
  return (
    <figure
      class="gallery"
      id={id}
      {...(block.caption ? { 'aria-labelledby': `${id}-says` } : { 'aria-label': m.gallery })}
    >
      <ul class="plain">
        {shown.map((picture, index) => (
          <li id={`b-${picture.id}`}>
            <button type="button" popovertarget={largeId(picture)}>
              <Image picture={picture} sizes={SIZES} cropped />
              <span class="visually-hidden">{m.openPicture(index + 1, shown.length)}</span>
            </button>
            <Caption picture={picture} />
          </li>
        ))}
        {rest.map(({ id, caption }) => (
          <li id={`b-${id}`} class="caption-only">
            {caption}
          </li>
        ))}
      </ul>
      {block.caption ? (
        <figcaption id={`${id}-says`} class="gallery-says">
          {block.caption}
        </figcaption>
      ) : null}
      {shown.map((picture, index) => (
        <Large picture={picture} index={index} all={shown} />
      ))}
    </figure>
  )
}

const largeId = ({ id }: { id: string }): string => `p-${id}`

/**
 * A dialog, so that a browser that knows no popovers hides it. No button in it leads to the next: a popover that is
 * opened from another lies on it, and would have to be closed as often as one went on.
 */
function Large({
  picture,
  index,
  all,
}: {
  picture: PictureOfGallery
  index: number
  all: readonly PictureOfGallery[]
}) {
  return (
    <dialog popover="auto" id={largeId(picture)} class="large" aria-label={m.pictureOf(index + 1, all.length)}>
      <figure>
        <Image picture={picture} sizes="100vw" />
        <Caption picture={picture} />
      </figure>
      <p class="large-bar">
        <span>{m.countOf(index + 1, all.length)}</span>
        <button type="button" popovertarget={largeId(picture)} popovertargetaction="hide" aria-label={m.closePicture}>
          ×
        </button>
      </p>
    </dialog>
  )
}

const Image = ({
  picture,
  sizes,
  cropped = false,
}: {
  picture: PictureOfGallery
  sizes: string
  cropped?: boolean
}) => {
  const { src, alt, file } = picture
  return (
    <img
      src={src}
      {...(file ? { srcset: file.srcset, sizes, width: file.width, height: file.height } : {})}
      {...(file && cropped ? { class: file.focus } : {})}
      alt={alt}
      loading="lazy"
      decoding="async"
    />
  )
}

const Caption = ({ picture }: { picture: PictureOfGallery }) => {
  const beside = besidePicture(picture)
  if (!picture.caption && !beside) return null
  return (
    <p class="gallery-caption">
      {picture.caption} {beside ? <span class="credit">{beside}</span> : null}
    </p>
  )
}
