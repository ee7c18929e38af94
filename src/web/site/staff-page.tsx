/** A kept page as the staff see it: the same, with a line over it that leads to where it is edited. */
import { thingAt } from '../../paper/index.ts'
import { findPublished } from '../../story/index.ts'
import type { Call, Web } from '../context.ts'
import { answerPrivate } from '../kit/answer.ts'
import type { KeptPage } from '../kit/page-cache.ts'
import { hasStaffMark } from '../kit/staff-cookie.ts'
import { type EditedAt, StaffLine } from './kit/staff-line.tsx'

/** Null where it is no page, or nothing on it can be edited, or somebody else asks: they get it as it is kept. */
export async function answerToStaff(web: Web, c: Call, path: string, page: KeptPage): Promise<Response | null> {
  if (!hasStaffMark(c.req.header('cookie'))) return null
  const { headers, body } = page.answer(undefined, undefined)
  const isPage = headers.some((one) => one.startsWith('text/html'))
  const editor = isPage ? await editorOf(web, path) : null
  if (!editor || body === null) return null
  const html = body.toString()
  const [head, begins] = [html.indexOf('</head>'), html.indexOf('>', html.indexOf('<body')) + 1]
  const styles = <link rel="stylesheet" href={web.assets.path('staff-line.css')} />
  return answerPrivate(
    c,
    `${html.slice(0, head)}${styles}${html.slice(head, begins)}${<StaffLine editor={editor} />}${html.slice(begins)}`,
  )
}

/** Where the thing at a path is edited; whoever follows it is asked there what they may do. */
async function editorOf(web: Web, path: string): Promise<EditedAt | null> {
  if (path === '/') return { kind: 'front', href: '/newsroom/front' }
  if (/^\/\d{4}\/\d{2}\/[^/]+$/.test(path)) {
    const id = await findPublished(web.store.db, path)
    return id === null ? null : { kind: 'story', href: `/newsroom/stories/${id}` }
  }
  const [, room, slug, further] = path.split('/')
  // A further page of a section's is the section's.
  const isFurther = further !== undefined && /^\d+$/.test(further)
  const thing = await thingAt(web.store.db, isFurther ? `/${room}/${slug}` : path)
  return thing && { kind: thing.kind, href: `/newsroom/${FOLDERS[thing.kind]}/${thing.aboutId}` }
}

const FOLDERS = { section: 'sections', topic: 'topics', author: 'authors', page: 'pages' } as const
