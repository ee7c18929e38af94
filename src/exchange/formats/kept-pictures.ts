/** Pictures that lie among the files of an export. */
import type { ExportFile, Looked, PictureItem } from '../items/index.ts'

/** By what they begin with, whatever they are called. */
function isPicture(start: Uint8Array): boolean {
  const begins = Buffer.from(start.subarray(0, 16)).toString('latin1')
  return /^(\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(avif|heic|mif1))/.test(begins)
}

export const picturesAmong = (files: readonly Looked[]): string[] =>
  files.filter(({ start }) => isPicture(start)).map(({ name }) => name)

/** The pictures of an export that its records have not named yet, by how their names end. */
export interface Shelf {
  /** The file whose name ends like that; null where there is none, or where several do. */
  take(ending: string): string | null
  rest(): PictureItem[]
}

export function shelfOf(files: readonly ExportFile[]): Shelf {
  const byEnd = new Map<string, string[]>()
  const put = (end: string, name: string) => {
    const alike = byEnd.get(end)
    if (alike) alike.push(name)
    else byEnd.set(end, [name])
  }
  for (const { name } of files) {
    put(lastOf(name), name)
    put(stemOf(name), name)
  }
  const taken = new Set<string>()
  return {
    take: (ending) => {
      // A story may name it without the end that says its kind.
      const alike = byEnd.get(lastOf(ending)) ?? byEnd.get(stemOf(ending)) ?? []
      const exact = alike.length > 1 ? alike.filter((name) => `/${name}`.endsWith(`/${ending}`)) : alike
      const [found] = exact
      if (found === undefined || exact.length > 1) return null
      taken.add(found)
      return found
    },
    rest: () => files.filter(({ name }) => !taken.has(name)).map(({ name }) => pictureInFile(name)),
  }
}

const stemOf = (path: string): string => lastOf(path).replace(/\.[a-z0-9]{2,5}$/i, '')
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const pictureInFile = (name: string): PictureItem => ({
  kind: 'picture',
  key: `file:${name}`,
  address: '',
  alsoAt: [],
  file: name,
  alt: '',
  caption: '',
  credit: '',
})
