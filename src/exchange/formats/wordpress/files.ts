/** The files of a WordPress library. */
import { exportItemMessages as m } from '../../../messages/index.ts'
import { plainTextOfHtml } from '../../body/index.ts'
import type { ExportFile, LeftItem, PictureItem } from '../../items/index.ts'
import type { Shelf } from '../kept-pictures.ts'
import { fullAddress } from '../paths.ts'
import { type XmlElement, xmlElements } from '../xml/index.ts'
import type { Library, LibraryFile } from './body/shortcodes.ts'
import { phpField, readPhp } from './php.ts'
import { fieldOf, metaOf } from './record.ts'

const PICTURE = /\.(jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg)$/i

/** A picture, with the smaller copies that stories name it by; or why it is not taken. */
export function fileItem(item: XmlElement, base: string, shelf: Shelf): PictureItem | LeftItem {
  const meta = metaOf(item, 'wp:postmeta')
  const address = addressOfFile(item, base)
  const name = fieldOf(item, 'title') || address
  if (address === '') return { kind: 'left', what: 'file', name, why: m.noAddress }
  const path = pathOf(address)
  if (!PICTURE.test(path) && /\.[a-z0-9]{2,5}$/i.test(path))
    return { kind: 'left', what: 'file', name, why: m.file(address) }
  const id = fieldOf(item, 'wp:post_id')
  const kept = meta.get('_wp_attached_file') || uploadedAs(path)
  return {
    kind: 'picture',
    key: id || address,
    address,
    alsoAt: otherAddresses(address, meta.get('_wp_attachment_metadata') ?? '', id, base),
    file: shelf.take(kept),
    alt: plainTextOfHtml(meta.get('_wp_attachment_image_alt') ?? ''),
    caption: plainTextOfHtml(fieldOf(item, 'excerpt:encoded')),
    credit: creditIn(meta.get('_wp_attachment_metadata') ?? ''),
  }
}

function addressOfFile(item: XmlElement, base: string): string {
  return fullAddress(fieldOf(item, 'wp:attachment_url') || fieldOf(item, 'guid') || fieldOf(item, 'link'), base)
}

const pathOf = (address: string): string => {
  const [path = ''] = address.split(/[?#]/)
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Below the folder of uploads, as "2019/05/quay.jpg". */
const uploadedAs = (path: string): string => {
  const at = path.lastIndexOf('/uploads/')
  return at < 0 ? path.slice(path.lastIndexOf('/') + 1) : path.slice(at + '/uploads/'.length)
}

function otherAddresses(address: string, metadata: string, id: string, base: string): string[] {
  const found = new Set<string>()
  const value = readPhp(metadata)
  const folder = address.slice(0, address.lastIndexOf('/') + 1)
  const sizes = phpField(value, 'sizes')
  if (sizes instanceof Map)
    for (const size of sizes.values()) {
      const file = phpField(size, 'file')
      if (typeof file === 'string') found.add(folder + file)
    }
  const original = phpField(value, 'original_image')
  if (typeof original === 'string') found.add(folder + original)
  if (id !== '') found.add(fullAddress(`/?attachment_id=${id}`, base))
  found.delete(address)
  found.delete('')
  return [...found]
}

function creditIn(metadata: string): string {
  if (metadata === '') return ''
  const credit = phpField(phpField(readPhp(metadata), 'image_meta'), 'credit')
  return typeof credit === 'string' ? credit.trim() : ''
}

export interface WholeLibrary {
  byId: Library['byId']
  /** The words of a block that stories share, by its number. */
  sharedWords(id: string): string | undefined
  uploadedTo(id: string): readonly LibraryFile[]
}

/** Characters of all blocks that stories share: they are held in memory. */
const MOST_SHARED = 20_000_000

/** What galleries and shared blocks are named by, their numbers, which may stand anywhere in the files: asked for by the first story that has one. */
export async function libraryOf(files: readonly ExportFile[], base: string): Promise<WholeLibrary> {
  const byId = new Map<string, LibraryFile>()
  const byStory = new Map<string, LibraryFile[]>()
  const shared = new Map<string, string>()
  let sharedLength = 0
  for (const file of files)
    for await (const item of xmlElements(file, 2)) {
      if (item.name !== 'item') continue
      const type = fieldOf(item, 'wp:post_type')
      if (type === 'wp_block' && fieldOf(item, 'wp:status') === 'publish') {
        const words = fieldOf(item, 'content:encoded')
        sharedLength += words.length
        if (sharedLength <= MOST_SHARED) shared.set(fieldOf(item, 'wp:post_id'), words)
      }
      if (type !== 'attachment') continue
      const address = addressOfFile(item, base)
      if (address === '') continue
      const one = {
        address,
        alt: plainTextOfHtml(metaOf(item, 'wp:postmeta').get('_wp_attachment_image_alt') ?? ''),
        caption: plainTextOfHtml(fieldOf(item, 'excerpt:encoded')),
      }
      byId.set(fieldOf(item, 'wp:post_id'), one)
      if (!PICTURE.test(pathOf(address))) continue
      const story = fieldOf(item, 'wp:post_parent')
      const others = byStory.get(story)
      if (others) others.push(one)
      else byStory.set(story, [one])
    }
  return { byId: (id) => byId.get(id), sharedWords: (id) => shared.get(id), uploadedTo: (id) => byStory.get(id) ?? [] }
}
