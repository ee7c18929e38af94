/** Sections, topics and authors: one set of pages, since they have the same life. */

import type { Hono } from 'hono'
import { addPicture, findPictures, libraryIdOf, MOST_BYTES, readPicture } from '../../../media/index.ts'
import { filingMessages as m } from '../../../messages/index.ts'
import {
  addTerm,
  changeTerm,
  countTermStories,
  joinTerms,
  listAuthorsWithoutPage,
  listTerms,
  moveSection,
  readFurtherNames,
  readTerm,
  removeTerm,
  TERM_KINDS,
  type Term,
  type TermKind,
} from '../../../paper/index.ts'
import { listPeople } from '../../../people/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { FORM_LIMIT, type Form } from '../../kit/form.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withFiles, withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { detailsOfTerm, formOfTerm, readTermForm, type TermForm } from './term-form.ts'
import { renderTermEditPage, type TermPageProps } from './term-page.tsx'
import { deskPathOf, renderTermsPage, type TermsPageProps } from './terms-page.tsx'

/** So many names without a page are listed, those with the most stories first. */
const MOST_WITHOUT_PAGE = 100
/** So many pictures of the library are offered for a portrait. */
const RECENT = 12

export function addTermsRoutes(app: Hono<Env>, web: Web): void {
  // Before the sections' own addresses, one of which it looks like.
  app.post('/newsroom/sections/move', (c) => withForm(web, c, (form) => move(web, c, form)))
  for (const kind of TERM_KINDS) {
    const list = deskPathOf(kind)
    app.get(list, (c) => termsPage(web, c, kind))
    app.post(list, (c) => withForm(web, c, (form) => add(web, c, kind, form)))
    app.get(`${list}/:id`, (c) => withTerm(web, c, kind, (term) => termPage(web, c, term)))
    app.post(`${list}/:id`, (c) =>
      withFiles(web, c, (form) => withTerm(web, c, kind, (term) => save(web, c, term, form)), FORM_LIMIT + MOST_BYTES),
    )
    app.post(`${list}/:id/join`, (c) =>
      withForm(web, c, (form) => withTerm(web, c, kind, (term) => join(web, c, term, form))),
    )
    app.post(`${list}/:id/remove`, (c) => withTerm(web, c, kind, (term) => remove(web, c, term)))
  }
}

/** By an arrow, one place up or down; dragged, to any other. */
async function move(web: Web, c: Call, form: Form): Promise<Response> {
  const [way, id = ''] = form.get('move').split(' ')
  const line = way === 'up' || way === 'down' ? { id, by: way === 'up' ? -1 : 1 } : { id: form.get('line'), by: 0 }
  const places = (await listTerms(web.store.db, 'section')).map((section) => section.id)
  const to = line.by === 0 ? wholeNumber(form.get('to')) : places.indexOf(line.id) + 1 + line.by
  const by = c.get('person').id
  if (to !== null && !(await moveSection(web.store, { id: line.id, to, by }, web.now()))) return gone(web, c, 'section')
  // Browsers put nothing in hand on a page that is opened at a mark.
  return c.redirect(`/newsroom/sections${line.by === 0 ? `#t-${line.id}` : `?moved=${way}-${line.id}`}`, 303)
}

const gone = (web: Web, c: Call, kind: TermKind) => answerError(web, c, 404, { sentence: m.gone[kind] })

async function withTerm(web: Web, c: Call, kind: TermKind, work: (term: Term) => Promise<Response>): Promise<Response> {
  const term = await readTerm(web.store.db, c.req.param('id') ?? '')
  return term?.kind === kind ? work(term) : gone(web, c, kind)
}

async function termsPage(
  web: Web,
  c: Call,
  kind: TermKind,
  { name = '', problem }: { name?: string; problem?: TermsPageProps['problem'] } = {},
): Promise<Response> {
  const { db } = web.store
  const [frame, terms, stories, withoutPage] = await Promise.all([
    frameFor(web, c),
    listTerms(db, kind),
    countTermStories(db, kind),
    kind === 'author' ? listAuthorsWithoutPage(db, MOST_WITHOUT_PAGE) : [],
  ])
  const done = c.req.query('removed') === undefined ? {} : { done: m.removed }
  const said = problem ? { problem } : done
  const [, way, id] = /^(up|down)-(\w+)$/.exec(c.req.query('moved') ?? '') ?? []
  const html = renderTermsPage({
    ...frame,
    ...{ kind, terms, stories, withoutPage, name, script: web.assets.path('drag-order.js') },
    ...(way && id ? { moved: { id, way: way as 'up' | 'down' } } : {}),
    ...said,
  })
  return c.html(html, problem ? 400 : 200)
}

async function add(web: Web, c: Call, kind: TermKind, form: Form): Promise<Response> {
  const name = form.get('name')
  const added = await addTerm(web.store, { kind, name, by: c.get('person').id }, web.now())
  if ('problem' in added) return termsPage(web, c, kind, { name, problem: added.problem })
  return c.redirect(`${deskPathOf(kind)}/${added.term.id}?added`, 303)
}

type Trouble = Pick<TermPageProps, 'problem' | 'theirs'>

async function termPage(web: Web, c: Call, term: Term, typed?: TermForm, trouble: Trouble = {}): Promise<Response> {
  const { db } = web.store
  const { kind } = term
  const [frame, signs, stories, all, people, recent] = await Promise.all([
    frameFor(web, c),
    readFurtherNames(db, term),
    countTermStories(db, kind),
    listTerms(db, kind),
    kind === 'author' ? listPeople(db) : [],
    kind === 'author' ? findPictures(db, { words: '', unused: false, before: null, limit: RECENT }) : [],
  ])
  const form = typed ?? formOfTerm(term, signs)
  const html = renderTermEditPage({
    ...frame,
    ...{ term, form, signs },
    stories: stories.get(term.id) ?? 0,
    others: all.filter(({ id }) => id !== term.id),
    staff: people.filter(({ id, disabled }) => !disabled || id === form.person),
    portrait: form.picture ? await readPicture(db, form.picture) : null,
    recent: recent.slice(0, RECENT),
    ...trouble,
    ...(trouble.problem || trouble.theirs ? {} : doneIn(c, term)),
  })
  return c.html(html, trouble.theirs ? 409 : trouble.problem ? 400 : 200)
}

function doneIn(c: Call, { name }: Term): { done?: string } {
  const asked = (what: string) => c.req.query(what) !== undefined
  if (asked('joined')) return { done: m.joined(name) }
  return asked('saved') ? { done: m.saved } : asked('added') ? { done: m.added } : {}
}

async function save(web: Web, c: Call, term: Term, fields: Form): Promise<Response> {
  const { form, problem: noPicture } = await takePortrait(web, c, fields, readTermForm(fields))
  if (noPicture) return termPage(web, c, term, form, { problem: { sentence: noPicture, field: 'pictureId' } })
  const { base: number, keepAddress } = form
  const change = { id: term.id, number, details: detailsOfTerm(form), keepAddress, by: c.get('person').id }
  const changed = await changeTerm(web.store, change, web.now())
  if ('gone' in changed) return gone(web, c, term.kind)
  if ('problem' in changed) return termPage(web, c, term, form, { problem: changed.problem })
  if ('theirs' in changed) {
    const { theirs } = changed
    // Sending the same again starts from the other's: they have seen it by then.
    return termPage(web, c, theirs, { ...form, base: theirs.number }, { theirs: formOfTerm(theirs, theirs.signs) })
  }
  return c.redirect(`${deskPathOf(term.kind)}/${term.id}?saved`, 303)
}

/** The form with the portrait that it is to have. */
async function takePortrait(
  web: Web,
  c: Call,
  fields: Form,
  form: TermForm,
): Promise<{ form: TermForm; problem?: string }> {
  if (fields.get('pictureRemove') === '1') return { form: { ...form, picture: '' } }
  const upload = fields.file('pictureFile')
  if (upload) {
    const done = await addPicture(web.store, web.pictureFiles, { upload, by: c.get('person').id }, web.now())
    return 'problem' in done ? { form, problem: done.problem } : { form: { ...form, picture: done.picture.id } }
  }
  return { form: { ...form, picture: libraryIdOf(fields.get('pictureChosen')) ?? form.picture } }
}

async function join(web: Web, c: Call, term: Term, form: Form): Promise<Response> {
  const request = { id: term.id, into: form.get('into'), by: c.get('person').id }
  const joined = await joinTerms(web.store, request, web.now())
  if ('gone' in joined) return gone(web, c, term.kind)
  if ('problem' in joined) return termPage(web, c, term, undefined, { problem: { sentence: joined.problem } })
  return c.redirect(`${deskPathOf(term.kind)}/${joined.joined.id}?joined`, 303)
}

async function remove(web: Web, c: Call, term: Term): Promise<Response> {
  const removed = await removeTerm(web.store, { id: term.id, by: c.get('person').id }, web.now())
  if ('gone' in removed) return gone(web, c, term.kind)
  if ('problem' in removed) return termPage(web, c, term, undefined, { problem: { sentence: removed.problem } })
  return c.redirect(`${deskPathOf(term.kind)}?removed`, 303)
}
