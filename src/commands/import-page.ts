import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ImportedPage, readPageApart } from '../exchange/page/index.ts'
import { readSiteSettings } from '../publication/index.ts'
import { checkLength, createStory, typesetContent } from '../story/index.ts'
import { type Call, type Outcome, withStore } from './command.ts'

/** Makes a draft of a page, keeps the page as it came beside it, and prints what became of every part. */
export async function importPage(call: Call): Outcome {
  const [file, ...more] = call.words
  if (!file || more.length > 0) {
    call.err('Say which page: courant import page FILE, or - for standard input.')
    return 2
  }
  let bytes: Uint8Array
  try {
    bytes = file === '-' ? await readStandardInput() : await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : code === 'EACCES'
            ? 'this user may not read it'
            : String(code)
    call.err(`${file} could not be read: ${why}.`)
    return 1
  }
  const name = file === '-' ? 'standard input' : basename(file)
  return withStore(call, async (store) => {
    const { timeZone, commentsOpen, language } = await readSiteSettings(store.db)
    const page = await readPageApart({ bytes, name }, { now: Date.now(), timeZone })
    if ('problem' in page) {
      call.err(page.problem)
      return 1
    }
    const tooLong = checkLength(page.content)
    if (tooLong) {
      call.err(tooLong)
      return 1
    }
    const { content: read, ...report } = page
    const content = typesetContent(read, language)
    const id = call.options['dry-run']
      ? null
      : await createStory(store, { content, by: null, commentsOpen, source: { name, bytes, report } }, Date.now())
    call.out(call.options.json ? JSON.stringify({ id, ...page, content }, null, 2) : reportOf(page, id))
    return 0
  })
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

function reportOf(page: ImportedPage, id: string | null): string {
  const { content, date, dropped, warnings, houseRule } = page
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`
  const kinds = new Map<string, number>()
  for (const { type } of content.body) kinds.set(type, (kinds.get(type) ?? 0) + 1)
  const lines = [
    `Headline   ${content.headline || '(none found)'}`,
    ...(content.standfirst ? [`Standfirst ${content.standfirst}`] : []),
    ...(content.byline ? [`Byline     ${content.byline}`] : []),
    ...(content.picture?.caption ? [`Caption    ${content.picture.caption}`] : []),
    `Body       ${[...kinds].map(([type, n]) => count(n, type, `${type}s`)).join(', ') || '(none found)'}`,
    ...date.sentences.map((sentence, i) => `${i === 0 ? 'Date       ' : '           '}${sentence}`),
    ...warnings.map((warning) => `Note       ${warning}`),
    '',
    dropped.length === 0
      ? 'Nothing was left out.'
      : `Left out, ${count(dropped.length, 'piece', 'pieces')}; the page as it came is kept beside the story:`,
    ...dropped.map(({ what, why, text }) => `  ${what.replaceAll('-', ' ')}: ${excerpt(text)}\n      ${why}`),
    ...(houseRule
      ? [
          '',
          `House rule found: "${houseRule}"`,
          'Make it the site’s own in the newsroom, on the story’s page or under Settings.',
        ]
      : []),
    ...(id ? ['', `Kept as a draft. To publish it: courant publish ${id}`] : []),
  ]
  return lines.join('\n')
}

const excerpt = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > 72 ? `“${flat.slice(0, 71)}…”` : `“${flat}”`
}
