/** The story's lead picture, in its form: uploaded, chosen from the library or fetched; with words for who can't see it. */
import { type LibraryPicture, libraryAddress } from '../../../media/index.ts'
import { storyPictureMessages as m } from '../../../messages/index.ts'
import { ACCEPTED } from '../pictures/accepted.ts'
import { PictureChoices } from '../pictures/picture-choices.tsx'
import { PictureImage } from '../pictures/picture-image.tsx'
import type { StoryForm } from './story-form.ts'

export interface StoryPictureProps {
  form: StoryForm
  /** The picture of the library that the story has. */
  chosen: LibraryPicture | null
  /** The newest of the library. */
  recent: readonly LibraryPicture[]
}

export const StoryPicture = ({ form, chosen, recent }: StoryPictureProps) => (
  <fieldset class="stack story-picture">
    <legend>{m.legend}</legend>
    {chosen ? <Chosen picture={chosen} /> : null}
    <label for="pictureFile">{chosen || form.pictureSrc ? m.uploadOther : m.upload}</label>
    <input id="pictureFile" name="pictureFile" type="file" accept={ACCEPTED} />
    {recent.length > 0 ? <FromLibrary recent={recent} /> : null}
    <details open={!chosen && form.pictureSrc !== ''}>
      <summary>{m.fromTheWeb}</summary>
      <label for="pictureSrc">
        {m.address} <span class="hint">{m.addressHint}</span>
      </label>
      <input
        id="pictureSrc"
        name="pictureSrc"
        type="url"
        dir="ltr"
        value={chosen ? '' : form.pictureSrc}
        placeholder="https://"
      />
    </details>
    <label for="pictureCaption">{m.caption}</label>
    <input id="pictureCaption" name="pictureCaption" value={form.pictureCaption} dir="auto" />
    <label for="pictureAlt">
      {m.alt} <span class="hint">{m.altHint}</span>
    </label>
    <input id="pictureAlt" name="pictureAlt" value={form.pictureAlt} dir="auto" />
    <label class="check">
      <input type="checkbox" name="pictureDecorative" value="1" checked={form.pictureDecorative} /> {m.decorative}
    </label>
    {/* Of one in the library they stand there, once for all stories. */}
    {!chosen && form.pictureSrc !== '' ? (
      <div class="pair">
        <div>
          <label for="pictureCredit">{m.credit}</label>
          <input id="pictureCredit" name="pictureCredit" value={form.pictureCredit} dir="auto" />
        </div>
        <div>
          <label for="pictureRights">{m.rights}</label>
          <input id="pictureRights" name="pictureRights" value={form.pictureRights} dir="auto" />
        </div>
      </div>
    ) : null}
    {chosen || form.pictureSrc ? (
      <label class="check">
        <input type="checkbox" name="pictureRemove" value="1" /> {m.remove}
      </label>
    ) : null}
  </fieldset>
)

const Chosen = ({ picture }: { picture: LibraryPicture }) => {
  const beside = [picture.credit, picture.rights].filter(Boolean).join(' · ')
  return (
    <div class="chosen">
      <input type="hidden" name="pictureLibrary" value={libraryAddress(picture.id)} />
      <PictureImage picture={picture} sizes="12rem" />
      <p class="meta">
        {beside ? <bdi>{beside}</bdi> : m.noCredit} <a href={`/newsroom/pictures/${picture.id}`}>{m.details}</a>
      </p>
    </div>
  )
}

/** Pictures to choose from, as radio buttons named “pictureChosen”. */
/** `mayOpen`: whether this person gets into the library itself. */
export const FromLibrary = ({ recent, mayOpen = true }: { recent: readonly LibraryPicture[]; mayOpen?: boolean }) => (
  <details>
    <summary>{m.fromLibrary}</summary>
    <PictureChoices name="pictureChosen" sent={libraryAddress} pictures={recent} />
    {mayOpen ? (
      <p>
        <a href="/newsroom/pictures">{m.wholeLibrary}</a>
      </p>
    ) : null}
  </details>
)
