/** How the paper looks. */
import type { Hono } from 'hono'
import {
  changeLook,
  checkLook,
  FACES,
  facesOf,
  firstFiles,
  type Hex,
  LOOK_PICTURES,
  type Look,
  type LookPicture,
  licenceOf,
  previewStyle,
  readColour,
  readLook,
  replaceLookPicture,
  TYPE_PAIRS,
  type TypePairName,
} from '../../../look/index.ts'
import { MOST_BYTES } from '../../../media/index.ts'
import { lookPageMessages as m } from '../../../messages/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { withFiles, withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { type LookForm, type PairFacts, renderLookPage } from './look-page.tsx'
import { shownIn } from './shown.tsx'

type LookPageProps = Parameters<typeof renderLookPage>[0]
type Seen = Partial<Pick<LookPageProps, 'form' | 'shown' | 'problem' | 'theirs' | 'saved' | 'tried'>>

/** One picture of the largest size, and the form around it. */
const UPLOAD_LIMIT = MOST_BYTES + 64 * 1024

export function addLookRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/look', (c) => lookPage(web, c, c.req.query('saved') === undefined ? {} : { saved: true }))
  app.get('/newsroom/look/preview.css', async (c) => {
    const accent = readColour(c.req.query('accent') ?? '') ?? (await readLook(web.store.db)).accent
    return c.body(previewStyle(accent, web.assets.path), 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  app.post('/newsroom/look', (c) => withForm(web, c, (form) => save(web, c, form)))
  app.post('/newsroom/look/:place', (c) => withFiles(web, c, (form) => picture(web, c, form), UPLOAD_LIMIT))
}

async function save(web: Web, c: Call, fields: Form): Promise<Response> {
  const form = { accent: accentIn(fields), type: fields.get('type') }
  const shown = shownIn(fields, ['accent', 'type'])
  const wanted = checkLook(form)
  if ('sentence' in wanted) return lookPage(web, c, { form, shown, problem: wanted })
  if (fields.get('act') === 'try') return lookPage(web, c, { form: wanted, shown, tried: true })
  const change = { shown: shown as Partial<Look>, wanted }
  const { both, now } = await changeLook(web.store, change, c.get('person').id, web.now())
  if (both.length === 0) return c.redirect('/newsroom/look?saved', 303)
  const theirs = Object.fromEntries(both.map((name) => [name, now[name]])) as Partial<LookForm>
  return lookPage(web, c, { form: wanted, shown: { accent: now.accent, type: now.type }, theirs })
}

/** Of the two fields for one colour, the one that was changed; what was written counts where both were. */
function accentIn(fields: Form): string {
  const [was, written, picked] = ['accent-was', 'accent', 'picked'].map((name) => fields.get(name)) as [
    string,
    string,
    string,
  ]
  return readColour(written) === readColour(was) && picked !== '' && picked !== was ? picked : written
}

async function picture(web: Web, c: Call, form: Form): Promise<Response> {
  const place = LOOK_PICTURES.find((one) => one === c.req.param('place'))
  if (!place) return answerError(web, c, 404)
  const [shown, by] = [form.get('shown'), c.get('person').id]
  const done = async (both: readonly string[]) =>
    both.length === 0 ? c.redirect('/newsroom/look?saved', 303) : conflict(web, c, place)
  if (form.get('act') === 'remove') {
    const change = { shown: { [place]: shown }, wanted: { [place]: '' } }
    return done((await changeLook(web.store, change, by, web.now())).both)
  }
  const file = form.file('file')
  if (!file) return lookPage(web, c, { problem: { field: place, sentence: m.noFile } })
  const replaced = await replaceLookPicture(web.store, { place, shown, file, by }, web.now())
  if ('problem' in replaced) return lookPage(web, c, { problem: { field: place, sentence: replaced.problem } })
  return done(replaced.laid.both)
}

const conflict = (web: Web, c: Call, place: LookPicture): Promise<Response> =>
  lookPage(web, c, { problem: { field: place, sentence: m.meanwhile } }, 409)

async function lookPage(web: Web, c: Call, seen: Seen, status?: 409): Promise<Response> {
  const [frame, look] = await Promise.all([frameFor(web, c), readLook(web.store.db)])
  const kept = { accent: look.accent, type: look.type }
  const form = seen.form ?? kept
  const accent: Hex = readColour(form.accent) ?? look.accent
  const html = renderLookPage({
    ...frame,
    ...{ look, accent, pairs: pairFacts(web) },
    ...{ shown: kept, ...seen, form },
    previewStyles: `/newsroom/look/preview.css?accent=${accent.slice(1)}`,
  })
  return c.html(html, status ?? (seen.theirs ? 409 : seen.problem ? 400 : 200))
}

const pairFacts = (web: Web): PairFacts[] =>
  (Object.keys(TYPE_PAIRS) as TypePairName[]).map((name) => ({
    name,
    kilobytes: Math.ceil(firstFiles(name).reduce((sum, file) => sum + web.assets.bytes(file), 0) / 1000),
    licences: facesOf(name).map((face) => ({ family: FACES[face].family, address: web.assets.path(licenceOf(face)) })),
  }))
