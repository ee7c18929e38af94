/** A sponsor, ads.txt and the tags of search consoles. */
import type { Hono } from 'hono'
import {
  ADVERT_FIELDS,
  type Adverts,
  changeAdverts,
  checkAdverts,
  noAdverts,
  readAdverts,
} from '../../../adverts/index.ts'
import { addPicture, libraryAddress, MOST_BYTES } from '../../../media/index.ts'
import { unixLines } from '../../../text/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import { withFiles } from '../../kit/with-form.ts'
import { readSponsor } from '../../site/kit/sponsor.tsx'
import { frameFor } from '../kit/frame.ts'
import { renderAdvertsPage } from './adverts-page.tsx'
import { shownIn } from './shown.tsx'

type AdvertsPageProps = Parameters<typeof renderAdvertsPage>[0]
type Seen = Pick<AdvertsPageProps, 'form' | 'shown' | 'problem' | 'theirs' | 'saved'>

/** One picture of the largest size, and the form around it. */
const UPLOAD_LIMIT = MOST_BYTES + 256 * 1024

export function addAdvertsRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/adverts', async (c) => {
    const form = await readAdverts(web.store.db)
    return advertsPage(web, c, { form, shown: form, ...(c.req.query('saved') === undefined ? {} : { saved: true }) })
  })
  app.post('/newsroom/adverts', (c) => withFiles(web, c, (form) => save(web, c, form), UPLOAD_LIMIT))
}

async function save(web: Web, c: Call, fields: Form): Promise<Response> {
  const typed = {
    ...noAdverts,
    ...Object.fromEntries(ADVERT_FIELDS.map((name) => [name, unixLines(fields.get(name))])),
  }
  const shown = shownIn(fields, ADVERT_FIELDS)
  const checked = checkAdverts(typed)
  if ('sentence' in checked) return advertsPage(web, c, { form: typed, shown, problem: checked })
  const picture = await takeSponsorPicture(web, c, fields, checked)
  if ('problem' in picture)
    return advertsPage(web, c, { form: typed, shown, problem: { field: 'sponsorPicture', sentence: picture.problem } })
  const wanted = checkAdverts({ ...checked, sponsorPicture: picture.address })
  if ('sentence' in wanted) return advertsPage(web, c, { form: typed, shown, problem: wanted })
  const { now, fields: laid, both } = await changeAdverts(web.store, { shown, wanted }, c.get('person').id, web.now())
  if (both.length === 0) return c.redirect('/newsroom/adverts?saved', 303)
  // Sending the same again starts from the other's: they have seen it by then.
  const theirs = Object.fromEntries(both.map((name) => [name, now[name]])) as Partial<Adverts>
  return advertsPage(web, c, { form: laid, shown: now, theirs })
}

async function takeSponsorPicture(
  web: Web,
  c: Call,
  fields: Form,
  { sponsorPicture }: Adverts,
): Promise<{ address: string } | { problem: string }> {
  if (fields.get('sponsorNoPicture') !== '') return { address: '' }
  const file = fields.file('sponsorFile')
  if (!file) return { address: sponsorPicture }
  const added = await addPicture(web.store, web.pictureFiles, { upload: file, by: c.get('person').id }, web.now())
  return 'problem' in added ? added : { address: libraryAddress(added.picture.id) }
}

async function advertsPage(web: Web, c: Call, seen: Seen): Promise<Response> {
  const { db } = web.store
  const [frame, sponsor] = await Promise.all([frameFor(web, c), readAdverts(db).then((kept) => readSponsor(db, kept))])
  const status = seen.theirs ? 409 : seen.problem ? 400 : 200
  return c.html(renderAdvertsPage({ ...frame, ...seen, sponsor }), status)
}
