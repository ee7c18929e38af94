/** A picture of the library, in the size that a page has for it; nothing as long as none of it is made. */
import { type LibraryPicture, shownPicture } from '../../../media/index.ts'

export const PictureImage = ({
  picture,
  sizes,
  alt = '',
  lazy = false,
}: {
  picture: LibraryPicture
  /** As the attribute has it: "14rem". */
  sizes: string
  alt?: string
  lazy?: boolean
}) => {
  const shown = shownPicture(picture.file, picture)
  return shown ? (
    <img
      src={shown.src}
      srcset={shown.srcset}
      sizes={sizes}
      width={shown.width}
      height={shown.height}
      alt={alt}
      {...(lazy ? { loading: 'lazy' as const } : {})}
    />
  ) : null
}
