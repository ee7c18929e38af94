/** A site that was just started, as a bench meets it. */
import { execFileSync } from 'node:child_process'
import type { Signing } from '../src/discussion/index.ts'
import type { Ask, Asker } from './_asking.ts'

/** The address of the story that the first start shows. */
export async function storyOf(asker: Asker): Promise<string> {
  const front = await asker.ask({ path: '/' })
  return /href="(?:https?:\/\/[^/"]+)?(\/\d{4}\/\d{2}\/[^"/#]+)"/.exec(front.body)?.[1] ?? ''
}

/**
 * A form with a comment on the story at a path, as it is sent from a network: three numbers of 0 to 255. It comes as from
 * the page on which words are looked over: what a browser without JavaScript sends in a flood.
 */
export function commentForm(
  signing: Signing,
  { path, words, network }: { path: string; words: string; network: ArrayLike<number> },
): Ask {
  const [a = 0, b = 0, c = 0] = Array.from(network)
  const token = signing.formToken(Date.now() - 60_000, 'second')
  const body = new URLSearchParams({ name: `Reader ${a}`, mail: '', comment: words, token }).toString()
  return {
    method: 'POST',
    path: `${path}/comments`,
    body,
    headers: { 'x-forwarded-for': `${(a % 200) + 11}.${b}.${c}.1` },
  }
}

/** The cookie of the first editor, by a link that this build's command prints; `database` is empty for SQLite in the folder. */
export async function signedIn(
  asker: Asker,
  { program, folder, database = '' }: { program: string; folder: string; database?: string },
): Promise<Record<string, string>> {
  const env = { PATH: process.env.PATH, COURANT_DATA: folder, COURANT_DATABASE: database }
  const link = execFileSync(process.execPath, [program, 'sign-in'], { env, encoding: 'utf8' }).trim()
  const body = `token=${link.slice(link.lastIndexOf('/') + 1)}`
  const { headers } = await asker.ask({ method: 'POST', path: '/newsroom/sign-in', body })
  const [cookie = ''] = String(headers['set-cookie'] ?? '').split(';')
  return { cookie }
}
