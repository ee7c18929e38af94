/** What shows a picture besides stories, in words and with the way there. */
import { readAccepted } from '../../../archive/index.ts'
import { readPicturePlaces } from '../../../media/index.ts'
import { libraryMessages as m } from '../../../messages/index.ts'
import { readStandingPage, readTerm } from '../../../paper/index.ts'
import type { Database } from '../../../store/index.ts'

export interface PicturePlace {
  /** "Portrait of Ann Lee" */
  words: string
  /** Where it is changed; null where no page does. */
  href: string | null
}

export const placesOf = async (db: Database, pictureId: string): Promise<PicturePlace[]> =>
  Promise.all((await readPicturePlaces(db, pictureId)).map((place) => inWords(db, place)))

/** By the name that `keepPlace` was given. */
async function inWords(db: Database, place: string): Promise<PicturePlace> {
  const [kind = '', id = ''] = place.split(':')
  if (place === 'site:sponsor') return { words: m.sponsor, href: '/newsroom/adverts' }
  const author = kind === 'author' ? await readTerm(db, id) : null
  if (author) return { words: m.portraitOf(author.name), href: `/newsroom/authors/${author.id}` }
  const name = kind === 'name' ? await readAccepted(db, id) : null
  if (name) return { words: m.portraitOf(name.name), href: `/newsroom/names/${id}/portrait` }
  const page = kind === 'page' ? await readStandingPage(db, id) : null
  if (page) return { words: m.onPage(page.title), href: `/newsroom/pages/${id}` }
  return { words: m.elsewhere, href: null }
}
