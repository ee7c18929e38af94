/** Blogger's backup (until 2025) and what Google Takeout gives in its place. */
import { exportItemMessages as m } from '../../../messages/index.ts'
import { readUrl } from '../../../text/index.ts'
import {
  type Answers,
  type ExportFile,
  type Format,
  type Item,
  type LeftKind,
  type SiteItem,
  unreadable,
} from '../../items/index.ts'
import { picturesAmong, type Shelf, shelfOf } from '../kept-pictures.ts'
import { beginningText, siteAddressOf } from '../paths.ts'
import { elementText, type XmlElement, xmlElements } from '../xml/index.ts'
import { type EntryKind, kindOfEntry, labelsOf, linkOf, textOfEntry } from './entry.ts'
import { authorOf, bloggerComment, bloggerStory, labelItems, mailOf } from './items.ts'

export const blogger: Format = {
  name: 'blogger',
  asks: ['siteAddress'],
  recognise: (files) => {
    const feeds = files.filter(({ start }) => isFeed(beginningText(start))).map(({ name }) => name)
    if (feeds.length === 0) return []
    const themes = files.filter(({ name, start }) => isTheme(name, beginningText(start))).map(({ name }) => name)
    return [...feeds, ...themes, ...picturesAmong(files)]
  },
  read: readBlogger,
}

const isFeed = (start: string): boolean =>
  start.includes('<feed') &&
  (start.includes('schemas.google.com/blogger/2018') || start.includes('tag:blogger.com,1999:blog-'))

const THEME = /(^|\/)theme-[\w-]{1,40}\.html$/
const isTheme = (name: string, start: string): boolean =>
  THEME.test(name) || (/\.(html|xml)$/.test(name) && start.includes('google.com/2005/gml/b'))

const FEED = /\.(atom|xml)$/i
const MOST_TERMS = 100_000

interface Known {
  site: SiteItem
  hasSite: boolean
  persons: Set<string>
  labels: Set<string>
  /** Where stories show pictures that lie in the export, by their files. */
  shown: Map<string, string[]>
}

async function* readBlogger(files: readonly ExportFile[], answers: Answers): AsyncGenerator<Item> {
  const feeds = files.filter(({ name }) => FEED.test(name))
  const themes = files.filter(({ name }) => /\.html$/i.test(name))
  const shelf = shelfOf(files.filter((one) => !feeds.includes(one) && !themes.includes(one)))
  const known: Known = {
    site: {
      kind: 'site',
      name: '',
      tagline: '',
      address: siteAddressOf(answers.siteAddress ?? ''),
      language: '',
      timeZone: '',
    },
    hasSite: false,
    persons: new Set(),
    labels: new Set(),
    shown: new Map(),
  }
  for (const file of feeds) {
    let hasEntries = false
    for await (const element of xmlElements(file, 1)) {
      if (element.name === 'title') known.site.name ||= elementText(element)
      else if (element.name === 'subtitle') known.site.tagline ||= elementText(element)
      else if (element.name === 'link' && element.attributes.rel === 'alternate')
        known.site.address ||= siteAddressOf(element.attributes.href ?? '')
      if (element.name !== 'entry') continue
      hasEntries = true
      yield* itemsOf(element, file.name, known, shelf)
    }
    if (!hasEntries && feeds.length === 1) unreadable(m.notThisFormat(file.name))
  }
  for (const { name } of themes) yield { kind: 'left', what: 'design', name, why: m.theme }
  for (const [file, [address = '', ...alsoAt]] of known.shown)
    yield { kind: 'picture', key: `file:${file}`, address, alsoAt, file, alt: '', caption: '', credit: '' }
  yield* shelf.rest()
}

function* itemsOf(entry: XmlElement, file: string, known: Known, shelf: Shelf): Generator<Item> {
  const kind = kindOfEntry(entry)
  if (kind === 'settings') takeSetting(entry, known.site)
  else if (kind !== 'template' && !known.hasSite) {
    known.hasSite = true
    yield { ...known.site }
  }
  if (kind === 'post' || kind === 'page') {
    const story = bloggerStory(entry, kind === 'page', known.site.address)
    yield* namedIn(entry, file, known)
    notePictures(story.html, known, shelf)
    yield story
  } else if (kind === 'comment') yield bloggerComment(entry)
  else
    yield {
      kind: 'left',
      what: WHAT[kind],
      name: textOfEntry(entry, 'title') || textOfEntry(entry, 'id'),
      why: WHY[kind],
    }
}

type Left = Exclude<EntryKind, 'post' | 'page' | 'comment'>

const WHAT: Record<Left, LeftKind> = { settings: 'setting', template: 'design', unknown: 'other' }
const WHY: Record<Left, string> = {
  settings: m.setting,
  template: m.theme,
  unknown: m.unknownEntry,
}

/** The settings come first, and some say what Takeout leaves out. */
function takeSetting(entry: XmlElement, site: SiteItem): void {
  const [, name] = textOfEntry(entry, 'id').split('.settings.')
  const value = textOfEntry(entry, 'content')
  if (name === 'BLOG_TIME_ZONE' && /^[A-Z][\w+-]{1,30}(\/[\w+-]{1,30}){1,2}$/.test(value)) site.timeZone = value
  else if (name === 'BLOG_LOCALE' && /^[a-z]{2,3}([_-][A-Za-z]{2,4})?$/.test(value))
    site.language = value.replace('_', '-')
  else if (name === 'BLOG_NAME') site.name ||= value
  else if (name === 'BLOG_DESCRIPTION') site.tagline ||= value
  if (site.address === '') site.address = siteAddressOf(linkOf(entry, 'alternate'))
}

/** Whom and what it names, once each: no entry tells of them. */
function* namedIn(entry: XmlElement, file: string, known: Known): Generator<Item> {
  const name = authorOf(entry)
  if (name !== '' && !known.persons.has(name)) {
    known.persons.add(name)
    yield { kind: 'person', key: name, name, mail: mailOf(entry), about: '' }
  }
  for (const label of labelsOf(entry)) {
    if (known.labels.has(label)) continue
    known.labels.add(label)
    if (known.labels.size > MOST_TERMS) unreadable(m.tooManyTerms(file))
    yield* labelItems(label)
  }
}

/** Takeout's albums are linked to stories by nothing but how addresses end. */
function notePictures(html: string, known: Known, shelf: Shelf): void {
  for (const [, address = ''] of html.matchAll(/(?:src|href)\s{0,3}=\s{0,3}["']?(https?:\/\/[^\s"'<>]{1,2000})/gi)) {
    const last = readUrl(address)?.pathname.split('/').at(-1) ?? ''
    const file = last === '' ? null : shelf.take(lettersOf(last))
    if (file === null) continue
    const shown = known.shown.get(file)
    if (!shown) known.shown.set(file, [address])
    else if (!shown.includes(address) && shown.length < 50) shown.push(address)
  }
}

function lettersOf(escapedPart: string): string {
  try {
    return decodeURIComponent(escapedPart.replaceAll('+', ' '))
  } catch {
    return escapedPart
  }
}
