/** What shows a picture besides stories, in words and with the way there. */
import { readAccepted } from '../../../archive/index.ts'
import { readPicturePlaces } from '../../../media/index.ts'
import { libraryMessages as m } from '../../../messages/index.ts'
import { readStandingPage, readTerm } from '../../../paper/index.ts'
import { may, namesOfStaff, type Person, type Switch } from '../../../people/index.ts'
import type { Database } from '../../../store/index.ts'

export interface PicturePlace {
  /** "Portrait of Ann Lee" */
  words: string
  /** Where it is changed; null where no page does, or none that they may open. */
  href: string | null
}

export async function placesOf(db: Database, pictureId: string, person: Person): Promise<PicturePlace[]> {
  const places = await Promise.all((await readPicturePlaces(db, pictureId)).map((place) => inWords(db, place)))
  return places.map(({ words, href, opens }) => ({ words, href: opens.some((one) => may(person, one)) ? href : null }))
}

/** By the name that `keepPlace` was given. */
async function inWords(db: Database, place: string): Promise<PicturePlace & { opens: readonly Switch[] }> {
  const [kind = '', id = ''] = place.split(':')
  if (place === 'site:sponsor') return { words: m.sponsor, href: '/newsroom/adverts', opens: ['settings'] }
  const author = kind === 'author' ? await readTerm(db, id) : null
  if (author) return { words: m.portraitOf(author.name), href: `/newsroom/authors/${author.id}`, opens: ['publish'] }
  const name = kind === 'name' ? await readAccepted(db, id) : null
  if (name) return { words: m.portraitOf(name.name), href: `/newsroom/names/${id}/portrait`, opens: ['publish'] }
  const [person] = kind === 'person' ? await namesOfStaff(db, [id]).then((names) => [...names.values()]) : []
  if (person) return { words: m.portraitOf(person), href: '/newsroom/people', opens: ['settings'] }
  const page = kind === 'page' ? await readStandingPage(db, id) : null
  if (page) return { words: m.onPage(page.title), href: `/newsroom/pages/${id}`, opens: ['publish', 'settings'] }
  return { words: m.elsewhere, href: null, opens: [] }
}
