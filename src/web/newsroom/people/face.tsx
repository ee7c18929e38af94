/** A person's picture beside their name, or the first letters of it; and the form in which it is chosen. */
import { peopleMessages as m } from '../../../messages/index.ts'
import { initialsOf } from '../../../text/index.ts'

export const Face = ({ name, face }: { name: string; face: string | null | undefined }) =>
  face ? (
    <img class="face" src={face} alt="" width={40} height={40} loading="lazy" />
  ) : (
    <span class="face" data-initials={initialsOf(name)} aria-hidden="true"></span>
  )

/** `of`: whose it is, where that is not said around it. */
export const FaceForm = ({ action, face, id, of }: { action: string; face: boolean; id: string; of?: string }) => {
  const whose = of ? <span class="visually-hidden">: {of}</span> : null
  return (
    <form method="post" action={action} enctype="multipart/form-data" class="stack">
      <label for={id}>
        {m.picture} <span class="hint">{m.pictureHint}</span>
      </label>
      <input id={id} name="file" type="file" accept="image/*" />
      <p class="acts">
        <button type="submit">
          {m.savePicture}
          {whose}
        </button>
        {face ? (
          <button type="submit" name="remove" value="1" class="quiet">
            {m.removePicture}
            {whose}
          </button>
        ) : null}
      </p>
    </form>
  )
}
