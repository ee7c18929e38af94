/** Blocks that are no running words, as lines that people edit: {figure …}, {embed …}, {file …}. */
import { attachmentIdOf } from '../../attachments/index.ts'
import { libraryIdOf } from '../../media/index.ts'
import { draftMessages as m } from '../../messages/index.ts'
import { isOwnPath, readUrl } from '../../text/index.ts'
import { type Block, type BlockOf, newBlockId, type Picture } from '../content.ts'

/** `{name part | part}`; bars and braces in a part are kept from meaning anything. */
export const objectLine = (name: string, parts: readonly string[]): string =>
  `{${name} ${parts.map((part) => part.replace(/[\\|}\n]/g, (c) => (c === '\n' ? ' ' : `\\${c}`))).join(' | ')}}`

export const figureLine = ({ src, alt, caption, credit, rights }: Picture): string =>
  objectLine('figure', [src, alt, caption, credit, rights])

/** The parts of an object's line, between bars; a backslash keeps a bar from parting. */
export const splitParts = (text: string): string[] =>
  [...text.matchAll(/((?:\\.|[^|\\]|\\$)*)(?:\||$)/gsy)].map(([, part = '']) => part.replace(/\\(.)/gs, '$1').trim())

/** The first line of what holds other lines: {box Title}, {gallery Caption}, {table Caption}. */
export const titleLine = (name: string, title: string): string =>
  title === '' ? `{${name}}` : objectLine(name, [title])

/** A title as it was typed there; a bar in it parts nothing. */
export const titleOf = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' | ')

const OBJECT = /^\{(figure|embed|file) (.*)\}$/

/** The block that a line stands for; null where it stands for none. */
export function objectOf(line: string): BlockOf<'figure' | 'embed' | 'file'> | null {
  const object = OBJECT.exec(line)
  if (!object) return null
  const id = newBlockId()
  const [a = '', b = '', c = '', d = '', e = ''] = splitParts(object[2] as string)
  if (object[1] === 'embed') return { id, type: 'embed', url: a, title: b, ...(c === '' ? {} : { still: c }) }
  if (object[1] === 'file') return { id, type: 'file', src: a, title: b }
  return { id, type: 'figure', picture: { src: a, alt: b, caption: c, credit: d, rights: e } }
}

/** What is wrong with an address in a block; null where nothing is. */
export function problemWithAddress(block: Block): string | null {
  if (block.type === 'file') return attachmentIdOf(block.src) === null ? m.wrongFile : null
  if (block.type === 'figure') return isPictureAddress(block.picture.src) ? null : m.wrongAddress
  if (block.type === 'gallery') return block.pictures.every(({ src }) => isPictureAddress(src)) ? null : m.wrongAddress
  if (block.type !== 'embed') return null
  if (!/^https?:\/\//i.test(block.url) || readUrl(block.url) === null) return m.wrongAddress
  return block.still && libraryIdOf(block.still) === null ? m.wrongStill : null
}

const isPictureAddress = (src: string): boolean => src === '' || /^https?:\/\//i.test(src) || isOwnPath(src)
