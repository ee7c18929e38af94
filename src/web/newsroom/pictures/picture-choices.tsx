/** Pictures of the library to choose one from, as radio buttons. */
import type { LibraryPicture } from '../../../media/index.ts'
import { PictureImage } from './picture-image.tsx'

export const PictureChoices = ({
  name,
  sent,
  pictures,
  chosen,
}: {
  /** The name of the field, and what it sends for a picture. */
  name: string
  sent(id: string): string
  pictures: readonly LibraryPicture[]
  /** The id of the one that is chosen by now. */
  chosen?: string | undefined
}) => (
  <ul class="plain library small">
    {pictures.map((picture) => (
      <li>
        <label>
          <input type="radio" name={name} value={sent(picture.id)} checked={picture.id === chosen} />
          <PictureImage picture={picture} sizes="8rem" lazy />
          <span class="caption" dir="auto">
            {picture.caption || picture.name}
          </span>
        </label>
      </li>
    ))}
  </ul>
)
