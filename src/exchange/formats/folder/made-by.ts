/** What made a site out of a folder, and how it called its pages. */
import { isRow, type Row } from '../json/row-values.ts'
import { firstText, frontMatterOf } from './front-matter.ts'

export type Maker = 'jekyll' | 'hugo' | 'other'

export interface MadeBy {
  maker: Maker
  /** What names in the folder begin with before the site itself; ends with a slash, or is empty. */
  root: string
  /** What the site says of itself; each is empty where it says nothing. */
  name: string
  address: string
  language: string
  timeZone: string
  /** Jekyll's form of addresses, or Hugo's by section. */
  permalink: string
  permalinks: Row
}

const SETTINGS = /^(?:.*\/)?(?:_config\.ya?ml|(?:config\/_default\/)?(?:hugo|config)\.(?:toml|ya?ml|json))$/

export const isSettingsFile = (name: string): boolean => SETTINGS.test(name)

/** By the settings that lie in it; without any, by the folders that it has. */
export function madeBy(settings: { name: string; text: string } | null, names: readonly string[]): MadeBy {
  const made: MadeBy = {
    ...{ maker: 'other', root: '', name: '', address: '', language: '', timeZone: '', permalink: '', permalinks: {} },
  }
  if (settings === null) {
    const posts = names.find((name) => /(?:^|\/)_posts\//.test(name))
    if (posts === undefined) return made
    return { ...made, maker: 'jekyll', root: posts.slice(0, posts.lastIndexOf('_posts/')) }
  }
  const { name, text } = settings
  const fence = name.endsWith('.toml') ? '+++' : '---'
  const fields = name.endsWith('.json')
    ? jsonFields(text)
    : (frontMatterOf(`${fence}\n${text}\n${fence}\n`).fields ?? {})
  return {
    maker: /_config\.ya?ml$/.test(name) ? 'jekyll' : 'hugo',
    root: name.slice(0, name.lastIndexOf('/') + 1).replace(/config\/_default\/$/, ''),
    name: firstText(fields, 'title'),
    address: `${firstText(fields, 'url', 'baseURL', 'baseurl', 'baseUrl')}`.replace(/\/$/, ''),
    language: firstText(fields, 'lang', 'languageCode', 'defaultContentLanguage', 'locale'),
    timeZone: firstText(fields, 'timezone', 'timeZone'),
    permalink: firstText(fields, 'permalink'),
    permalinks: isRow(fields.permalinks) ? fields.permalinks : {},
  }
}

function jsonFields(text: string): Row {
  try {
    const read: unknown = JSON.parse(text)
    return isRow(read) ? read : {}
  } catch {
    return {}
  }
}
