/** What shows a picture besides stories, in words and with the way there. */
import { readAccepted } from '../../../archive/index.ts'
import { readPicturePlaces } from '../../../media/index.ts'
import { libraryMessages as m } from '../../../messages/index.ts'
import type { Database } from '../../../store/index.ts'

export interface PicturePlace {
  words: string
  /** Null where there is no page to go to. */
  href: string | null
}

/** Each place by the name that `keepPlace` was given for it: "name:ID" is the portrait of an accepted name. */
export const placesOf = async (db: Database, pictureId: string): Promise<PicturePlace[]> =>
  Promise.all((await readPicturePlaces(db, pictureId)).map((place) => placeInWords(db, place)))

async function placeInWords(db: Database, place: string): Promise<PicturePlace> {
  const [kind, id = ''] = place.split(':')
  const name = kind === 'name' ? await readAccepted(db, id) : null
  return name
    ? { words: m.portraitOf(name.name), href: `/newsroom/names/${id}/portrait` }
    : { words: m.elsewhere, href: null }
}
