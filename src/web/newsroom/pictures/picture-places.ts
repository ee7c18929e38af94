/** What else than stories shows a picture, in words and with the way to it. */
import { readAccepted } from '../../../archive/index.ts'
import { readPicturePlaces } from '../../../media/index.ts'
import { libraryMessages as m } from '../../../messages/index.ts'
import { readTerm } from '../../../paper/index.ts'
import type { Database } from '../../../store/index.ts'

export interface PicturePlace {
  /** "Portrait of Ann Lee" */
  words: string
  /** Where it is changed; null where no page does. */
  href: string | null
}

export async function placesOf(db: Database, pictureId: string): Promise<PicturePlace[]> {
  const places = await readPicturePlaces(db, pictureId)
  return Promise.all(places.map((place) => inWords(db, place)))
}

async function inWords(db: Database, place: string): Promise<PicturePlace> {
  const [kind = '', id = ''] = place.split(':')
  const author = kind === 'author' ? await readTerm(db, id) : null
  if (author) return { words: m.portraitOf(author.name), href: `/newsroom/authors/${author.id}` }
  const name = kind === 'name' ? await readAccepted(db, id) : null
  if (name) return { words: m.portraitOf(name.name), href: `/newsroom/names/${name.id}/portrait` }
  return { words: m.elsewhere, href: null }
}
