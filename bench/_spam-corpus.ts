/** The YouTube Spam Collection (Alberto, Lochter, Almeida 2015): files of COMMENT_ID,AUTHOR,DATE,CONTENT,CLASS. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SpamText } from '../src/spam/index.ts'

export interface LabelledComment {
  video: string
  comment: SpamText
  spam: boolean
  /** The same words as another's have the same key. */
  key: string
}

export interface Video {
  name: string
  comments: LabelledComment[]
}

export const spamFolder = () => resolve(process.env.COURANT_SHARED ?? '../shared', 'corpora/spam')

/** Every .csv file of a folder; null where there is none. A file of another make throws with its name. */
export function readVideos(folder: string): Video[] | null {
  if (!existsSync(folder)) return null
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .sort()
  return files.length === 0 ? null : files.map((file) => readVideo(file, readFileSync(join(folder, file), 'utf8')))
}

function readVideo(file: string, text: string): Video {
  const [head = [], ...rows] = parseCsv(text)
  const place = (column: string) => {
    const at = head.indexOf(column)
    if (at < 0)
      throw new Error(`${file} has no column ${column}; its first line has to name AUTHOR, DATE, CONTENT and CLASS.`)
    return at
  }
  const [author, date, content, label] = [place('AUTHOR'), place('DATE'), place('CONTENT'), place('CLASS')]
  const video = file.replace(/\.csv$/, '')
  const comments = rows.map((row) => {
    const words = plainText(row[content] ?? '')
    const hour = /T(\d\d):/.exec(row[date] ?? '')?.[1]
    return {
      video,
      comment: {
        text: words,
        name: row[author] ?? '',
        secondsToWrite: null,
        hour: hour === undefined ? null : Number(hour),
        ownDomains: ['youtube.com', 'youtu.be'],
      },
      spam: row[label]?.trim() === '1',
      key: words.toLowerCase().replace(/\s+/g, ' '),
    }
  })
  return { name: video, comments }
}

/** Fields by RFC 4180: quoted ones hold commas, line breaks and doubled quotation marks. Rows without a field are left out. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let [row, field, quoted] = [[] as string[], '', false]
  const endRow = () => {
    row.push(field)
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
    field = ''
  }
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (let i = start; i < text.length; i++) {
    const sign = text[i] as string
    if (quoted) {
      if (sign !== '"') field += sign
      else if (text[i + 1] === '"') field += text[++i]
      else quoted = false
    } else if (sign === '"' && field === '') quoted = true
    else if (sign === ',') {
      row.push(field)
      field = ''
    } else if (sign === '\n') endRow()
    else if (sign !== '\r') field += sign
  }
  if (field !== '' || row.length > 0) endRow()
  return rows
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

/** What a reader of the comment sees: our comments are plain text. */
function plainText(html: string): string {
  return html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/^\ufeff+|\ufeff+$/g, '')
    .trim()
}
