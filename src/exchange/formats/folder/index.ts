/** A folder of stories, a file each, in Markdown or HTML: of Jekyll, Hugo or Eleventy, or as they were saved. */
import { pageExportMessages as m } from '../../../messages/index.ts'
import type { ExportFile, Format, Item, Looked, PictureItem } from '../../items/index.ts'
import { wholeText } from '../whole-text.ts'
import { frontMatterOf } from './front-matter.ts'
import { isWholePage } from './html-file.ts'
import { isSettingsFile, type MadeBy, madeBy } from './made-by.ts'
import { isPictureFile, isStoryFile, placeOfFile } from './place.ts'
import { storyOfFile } from './story.ts'

export const folder: Format = {
  name: 'folder',
  recognise(files) {
    const stories = files.filter(isStory)
    if (stories.length === 0) return []
    const others = files.filter(({ name }) => isSettingsFile(name) || isPictureFile(name))
    return [...stories, ...others].map(({ name }) => name)
  },
  asks: ['siteAddress', 'timeZone'],
  async *read(files, answers) {
    const made = await madeByOf(files)
    const site = (answers.siteAddress || made.address).replace(/\/$/, '')
    yield {
      kind: 'site',
      name: made.name,
      tagline: '',
      address: site,
      language: made.language,
      timeZone: answers.timeZone ?? made.timeZone,
    }
    const known = new Set<string>()
    for (const file of files) {
      if (isPictureFile(file.name)) yield pictureOf(file, made, site)
      else if (isStoryFile(file.name)) {
        const text = await wholeText(file)
        if (text === null) yield { kind: 'left', what: 'unread', name: file.name, why: m.tooLarge }
        else yield* newOnes(storyOfFile(file.name, text, made, { ...answers, siteAddress: site }), known)
      }
    }
  },
}

/** Its terms, each once, and then what it is. */
function* newOnes({ items, terms }: ReturnType<typeof storyOfFile>, known: Set<string>): Generator<Item> {
  for (const { key, as, name } of terms) {
    if (known.has(key)) continue
    known.add(key)
    yield { kind: 'term', key, as, name, slug: name.toLowerCase().replace(/\s+/g, '-'), within: null }
  }
  yield* items
}

/** By what it begins with: something above the story, a page, or words of Markdown. */
function isStory({ name, start }: Looked): boolean {
  if (!isStoryFile(name)) return false
  const text = new TextDecoder().decode(start)
  if (text.trim() === '' || text.startsWith('<<<<<<< ')) return false
  return (
    /\.(?:md|markdown|mdown)$/i.test(name) ||
    frontMatterOf(text).has ||
    isWholePage(text) ||
    /<(?:p|h[1-6]|article|div)\b/i.test(text)
  )
}

async function madeByOf(files: readonly ExportFile[]): Promise<MadeBy> {
  const [settings] = files.filter(({ name }) => isSettingsFile(name)).sort((a, b) => a.name.length - b.name.length)
  const text = settings ? ((await wholeText(settings)) ?? '') : ''
  return madeBy(
    settings ? { name: settings.name, text } : null,
    files.map(({ name }) => name),
  )
}

/** Where the site showed a picture of its folder. */
function pictureOf({ name }: ExportFile, made: MadeBy, site: string): PictureItem {
  const within = name.startsWith(made.root) ? name.slice(made.root.length) : name
  const beside = made.maker === 'hugo' && within.startsWith('content/') ? placeOfFile(name, made) : null
  const path = beside
    ? `${beside.folders.join('/')}/${within.slice(within.lastIndexOf('/') + 1)}`
    : within.replace(/^(?:static|public|src|assets(?=\/.*\/))\//, '')
  const address = `${site}/${path}`
  return {
    kind: 'picture',
    key: name,
    address: site === '' ? '' : address,
    alsoAt: [`/${path}`, `/${within}`],
    file: name,
    alt: '',
    caption: '',
    credit: '',
  }
}
