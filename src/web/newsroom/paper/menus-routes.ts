/** The menus in the newsroom. */
import type { Hono } from 'hono'
import { menusPageMessages as m } from '../../../messages/index.ts'
import {
  addToMenu,
  checkMenuAddress,
  fillMenu,
  isNamedKind,
  listPages,
  listTerms,
  MENUS,
  type Menu,
  type MenuChanged,
  type MenuNow,
  moveInMenu,
  readMenus,
  removeFromMenu,
  renameInMenu,
  thingAt,
} from '../../../paper/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { standsAt } from '../../site/front/stands-at.ts'
import { storyPathOf } from '../../site/kit/paths.ts'
import { frameFor } from '../kit/frame.ts'
import { type ChoiceGroup, type MenuChoice, type MenusPageProps, renderMenusPage } from './menus-page.tsx'

/** So many of a kind are offered; others are added by their address. */
const MOST_CHOICES = 200

interface Asked {
  menu: Menu
  form: Form
  by: string
}

type Act = (web: Web, asked: Asked) => Promise<MenuChanged>

const ACTS: Record<string, Act> = {
  add: (web, asked) => add(web, asked),
  move: (web, { menu, form, by }) =>
    moveInMenu(
      web.store,
      { menu, by, key: form.get('key'), direction: form.get('direction') === 'up' ? 'up' : 'down' },
      web.now(),
    ),
  rename: (web, { menu, form, by }) =>
    renameInMenu(web.store, { menu, by, key: form.get('key'), label: form.get('label') }, web.now()),
  remove: (web, { menu, form, by }) => removeFromMenu(web.store, { menu, by, key: form.get('key') }, web.now()),
  fill: (web, { menu, by }) => fillMenu(web.store, { menu, by }, web.now()),
}

export function addMenusRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/menus', (c) => menusPage(web, c, {}))
  for (const [name, act] of Object.entries(ACTS))
    app.post(`/newsroom/menus/:menu/${name}`, (c) => withForm(web, c, (form) => change(web, c, { name, act, form })))
}

async function change(web: Web, c: Call, { name, act, form }: { name: string; act: Act; form: Form }) {
  const menu = MENUS.find((one) => one === c.req.param('menu'))
  if (!menu) return answerError(web, c, 404)
  const changed = await act(web, { menu, form, by: c.get('person').id })
  if ('changed' in changed) {
    if (name !== 'move') return c.redirect(`/newsroom/menus?done#${menu}`, 303)
    const [key, direction] = [form.get('key'), form.get('direction')]
    return c.redirect(`/newsroom/menus?${new URLSearchParams({ menu, key, direction })}`, 303)
  }
  const typed = { href: form.get('href'), label: form.get('label') }
  return menusPage(web, c, { problem: { menu, sentence: changed.problem, ...(name === 'add' ? { typed } : {}) } })
}

/** What is chosen from the list, or an address that leads somewhere; one of the paper's own is added as what stands there. */
async function add(web: Web, { menu, form, by }: Asked): Promise<MenuChanged> {
  const [typed, label] = [form.get('href').trim(), form.get('label')]
  const [kind = '', aboutId = ''] = form.get('thing').split(' ')
  if (typed === '' && isNamedKind(kind)) return addToMenu(web.store, { menu, by, wanted: { kind, aboutId } }, web.now())
  if (typed === '') return { problem: m.chooseSomething }
  const own = `${web.url()}/`
  const checked = checkMenuAddress(typed.startsWith(own) ? typed.slice(own.length - 1) : typed)
  if ('problem' in checked) return { ...checked, field: 'href' }
  const { href } = checked
  const thing = href.startsWith('/') ? await thingAt(web.store.db, storyPathOf(href)) : null
  if (thing) return addToMenu(web.store, { menu, by, wanted: { ...thing, label } }, web.now())
  if (href.startsWith('/') && !(await standsAt(web, href))) return { problem: m.nothingAt(href), field: 'href' }
  return addToMenu(web.store, { menu, by, wanted: { href, label } }, web.now())
}

async function menusPage(web: Web, c: Call, seen: Pick<MenusPageProps, 'problem'>): Promise<Response> {
  const { db } = web.store
  const [frame, menus, pages, sections, authors, topics] = await Promise.all([
    frameFor(web, c),
    readMenus(db),
    listPages(db),
    listTerms(db, 'section'),
    listTerms(db, 'author'),
    listTerms(db, 'topic'),
  ])
  const all: Record<ChoiceGroup, MenuChoice[]> = {
    section: sections.map(({ id, name }) => ({ value: `section ${id}`, says: name })),
    page: pages.map(({ id, title, published }) => ({
      value: `page ${id}`,
      says: published ? title : m.notPublished(title),
    })),
    author: authors.map(({ id, name }) => ({ value: `author ${id}`, says: name })),
    topic: topics.map(({ id, name }) => ({ value: `topic ${id}`, says: name })),
  }
  const without = ({ lines }: MenuNow) => {
    const there = new Set(lines.map(({ key }) => key))
    const left = (of: MenuChoice[]) => of.filter(({ value }) => !there.has(value)).slice(0, MOST_CHOICES)
    return { section: left(all.section), page: left(all.page), author: left(all.author), topic: left(all.topic) }
  }
  const [head, foot] = [await withDead(web, menus.head), await withDead(web, menus.foot)]
  const html = renderMenusPage({
    ...frame,
    menus: { head, foot },
    choices: { head: without(head), foot: without(foot) },
    ...seen,
    ...movedIn(c),
    ...(c.req.query('done') === undefined || seen.problem ? {} : { done: m.changed }),
  })
  return c.html(html, seen.problem ? 400 : 200)
}

function movedIn(c: Call): Pick<MenusPageProps, 'moved'> {
  const [menu, key, direction] = ['menu', 'key', 'direction'].map((name) => c.req.query(name) ?? '')
  if ((menu !== 'head' && menu !== 'foot') || !key || (direction !== 'up' && direction !== 'down')) return {}
  return { moved: { menu, key, direction } }
}

/** With those links to the site itself that lead nowhere any more. */
async function withDead(web: Web, menu: MenuNow): Promise<MenuNow & { dead: ReadonlySet<string> }> {
  const dead = new Set<string>()
  for (const { kind, key, href } of menu.lines)
    if (kind === 'link' && href.startsWith('/') && !(await standsAt(web, href))) dead.add(key)
  return { ...menu, dead }
}
