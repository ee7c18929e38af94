/** The menus in the newsroom. */
import type { Hono } from 'hono'
import { menusPageMessages as m } from '../../../messages/index.ts'
import {
  changeMenu,
  listPages,
  listTerms,
  MENUS,
  type MenuNow,
  readMenus,
  TERM_KINDS,
  thingAt,
} from '../../../paper/index.ts'
import { isOwnPath } from '../../../text/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { standsAt } from '../../site/front/stands-at.ts'
import { storyPathOf } from '../../site/kit/paths.ts'
import { frameFor } from '../kit/frame.ts'
import { type ChoiceGroup, type MenuChoice, type MenusPageProps, renderMenusPage } from './menus-page.tsx'

/** So many of a kind are offered; others are added by their address. */
const MOST_CHOICES = 200

type Change = Parameters<typeof changeMenu>[1]['change']

/** What each form asks for, or why it can't be done. */
const ACTS: Record<string, (web: Web, form: Form) => Promise<Change | { problem: string }>> = {
  add: wantedLine,
  // By an arrow, one place up or down; dragged, to any other.
  move: async (_, form) => ({
    ...{ act: 'move', key: form.get('line') || form.get('key') },
    to: wholeNumber(form.get('to')) ?? (form.get('direction') === 'up' ? 'up' : 'down'),
  }),
  rename: async (_, form) => ({ act: 'rename', key: form.get('key'), label: form.get('label') }),
  remove: async (_, form) => ({ act: 'remove', key: form.get('key') }),
  fill: async () => ({ act: 'fill' }),
}

export function addMenusRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/menus', (c) => menusPage(web, c, {}))
  for (const name of Object.keys(ACTS))
    app.post(`/newsroom/menus/:menu/${name}`, (c) => withForm(web, c, (form) => changed(web, c, name, form)))
}

async function changed(web: Web, c: Call, name: string, form: Form): Promise<Response> {
  const menu = MENUS.find((one) => one === c.req.param('menu'))
  if (!menu) return answerError(web, c, 404)
  const change = (await ACTS[name]?.(web, form)) ?? { problem: '' }
  const done =
    'problem' in change ? change : await changeMenu(web.store, { menu, by: c.get('person').id, change }, web.now())
  if ('problem' in done) {
    const typed = { href: form.get('href'), label: form.get('label') }
    return menusPage(web, c, { problem: { menu, sentence: done.problem, ...(name === 'add' ? { typed } : {}) } })
  }
  const to = name === 'move' ? wholeNumber(form.get('to')) : null
  if (to !== null) return c.redirect(`/newsroom/menus#${menu}-${to - 1}`, 303)
  if (name !== 'move') return c.redirect(`/newsroom/menus?done#${menu}`, 303)
  const [key, direction] = [form.get('key'), form.get('direction')]
  return c.redirect(`/newsroom/menus?${new URLSearchParams({ menu, key, direction })}`, 303)
}

/** What is chosen from the list, or an address that leads somewhere; one of the paper's own is added as what stands there. */
async function wantedLine(web: Web, form: Form): Promise<Change | { problem: string }> {
  const [typed, label] = [form.get('href').trim(), form.get('label')]
  const [chosen = '', aboutId = ''] = form.get('thing').split(' ')
  const kind = ([...TERM_KINDS, 'page'] as const).find((one) => one === chosen)
  if (typed === '') return kind ? { act: 'add', wanted: { kind, aboutId } } : { problem: m.chooseSomething }
  const own = `${web.url()}/`
  const href = typed.startsWith(own) ? typed.slice(own.length - 1) : typed
  if (!isOwnPath(href)) return { act: 'add', wanted: { href, label } }
  const thing = await thingAt(web.store.db, storyPathOf(href))
  if (thing) return { act: 'add', wanted: { ...thing, label } }
  return (await standsAt(web, href)) ? { act: 'add', wanted: { href, label } } : { problem: m.nothingAt(href) }
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
    script: web.assets.path('drag-order.js'),
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
