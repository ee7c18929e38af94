/** docs/contracts/addresses.md is made of the table of addresses; `npm run docs:addresses` writes it anew. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ADDRESSES, type Address } from '../../src/web/index.ts'
import { ROOT } from '../promises/programs.ts'

const ROOMS: readonly [heading: string, holds: (path: string) => boolean, words: string][] = [
  ['For readers', (path) => !/^\/(api|newsroom|oembed)(\/|$)/.test(path), ''],
  ['For programs', (path) => /^\/(api|oembed)(\/|$)/.test(path), 'What each answers is told in [api.md](api.md).'],
  [
    'For staff',
    (path) => /^\/newsroom(\/|$)/.test(path),
    'With a session, but for the ways in. Where several switches stand, all are needed. “Proof”: only within an hour of a sign-in, or of having shown anew that it is you.',
  ],
]

test('docs/contracts/addresses.md is what the table of addresses says; npm run docs:addresses writes it anew', async () => {
  const rooms = ROOMS.map(([heading, holds, words]) => {
    const lines = ADDRESSES.filter(({ path }) => holds(path)).map(lineOf)
    return `## ${heading}\n\n${words && `${words}\n\n`}${tableOf([['address', 'for whom', ''], ...lines])}\n`
  })
  const page = `# Addresses

Made of the program’s own table ([src/web/addresses.ts](../../src/web/addresses.ts)), which it keeps to: what is not here is not there. Every line is tried with every
method as nobody, as readers and as every role by \`test/promises/doors.test.ts\`.

HEAD is answered wherever GET is. Another method than those here is answered 405, with \`Allow\`; another address 404. A slash at the end changes nothing.

${rooms.join('\n')}`
  await expect(page).toMatchFileSnapshot(join(ROOT, 'docs/contracts/addresses.md'))
})

function lineOf({ method, path, who, what, proof }: Address): string[] {
  const written = path
    .replace('/:year{[0-9]{4}}/:month{[0-9]{2}}', '/YYYY/MM')
    .replace('/YYYY/MM/:slug', '/YYYY/MM/slug')
    .replace('/:year{[0-9]{4}}', '/YYYY')
    .replace(/\{(?:[^{}]|\{[^}]*\})*\}/g, '')
  return [`\`${method} ${written}\``, `${whoOf(who)}${proof ? '; proof' : ''}`, what]
}

function whoOf(who: Address['who']): string {
  if (who === 'a key') return 'its key'
  if (who === 'reader') return 'a reader, signed in'
  if (who === 'own story') return 'write; edit others for a colleague’s'
  if (who === 'own story, or moderate') return 'moderate, or write; edit others for a colleague’s'
  if (typeof who === 'string') return who
  return 'program' in who ? `a program with ${who.program}` : who.join(' and ')
}

/** A table as Biome formats it: every column as wide as its widest cell. */
function tableOf([head = [], ...rows]: string[][]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((cells) => cells[column]?.length ?? 0)))
  const lined = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [lined(head), lined(widths.map((width) => '-'.repeat(width))), ...rows.map(lined)].join('\n')
}
