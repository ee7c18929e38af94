/** Pictures of the staff: one for each person, in the library, chosen by themselves or by whoever manages people. */
import { addPicture, keepPlace, MOST_BYTES, picturesAtPlaces, smallestRendition } from '../../../media/index.ts'
import { peopleMessages as m } from '../../../messages/index.ts'
import { noteAct } from '../../../people/index.ts'
import type { Database } from '../../../store/index.ts'
import type { Web } from '../../context.ts'
import { FORM_LIMIT, type Form } from '../../kit/form.ts'

/** A form with one picture, in bytes. */
export const FACE_LIMIT = FORM_LIMIT + MOST_BYTES

/** What the library knows a person's picture by. */
const placeOf = (personId: string): string => `person:${personId}`

/** Where the pictures of these people are shown from; who has none is left out. */
export async function readFaces(db: Database, personIds: readonly string[]): Promise<Map<string, string>> {
  const pictures = await picturesAtPlaces(db, [...new Set(personIds)].map(placeOf))
  return new Map(
    personIds.flatMap((id) => {
      const picture = pictures.get(placeOf(id))
      const face = picture ? smallestRendition(picture) : null
      return face === null ? [] : [[id, face] as const]
    }),
  )
}

/** Takes the picture that a form brings, or takes the old one away; { problem } says why not. */
export async function takeFace(
  web: Web,
  form: Form,
  { personId, by }: { personId: string; by: string },
): Promise<{ problem: string } | null> {
  const isRemoved = form.get('remove') === '1'
  const upload = form.file('file')
  if (!isRemoved && !upload) return { problem: m.noPictureFile }
  const added = upload && !isRemoved ? await addPicture(web.store, web.pictureFiles, { upload, by }, web.now()) : null
  if (added && 'problem' in added) return added
  await web.store.transaction(web.now(), async (tx) => {
    await keepPlace(tx, placeOf(personId), added ? [added.picture.id] : [])
    const detail = added ? m.logPicture : m.logNoPicture
    await noteAct(tx, { by, act: 'person.pictured', about: personId, detail })
  })
  return null
}
