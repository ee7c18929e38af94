/**
 * Comments for measuring the second model: HateCheck (Röttger and others 2021)
 * and annotated threads of Fox News comments (Gao and Huang 2017), each in two
 * halves that share no template and no thread. Other people's words, read where they lie.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseCsv } from './_spam-corpus.ts'

export interface JudgedComment {
  corpus: 'HateCheck' | 'Fox News'
  text: string
  isHostile: boolean
  /** HateCheck's function, or the thread. */
  sort: string
  /** 0 or 1. */
  half: number
}

export const commentsFolder = () => resolve(process.env.COURANT_SHARED ?? '../shared', 'corpora/comments')

/** All comments of a folder with hatecheck.csv and fox-*.txt; null where it is not there. */
export function readConductCorpus(folder = commentsFolder()): JudgedComment[] | null {
  if (!existsSync(join(folder, 'hatecheck.csv'))) return null
  const threads = readdirSync(folder)
    .filter((file) => /^fox-.*\.txt$/.test(file))
    .sort()
  return [
    ...hateCheck(readFileSync(join(folder, 'hatecheck.csv'), 'utf8')),
    ...threads.flatMap((file, i) => thread(file, readFileSync(join(folder, file), 'utf8'), i % 2)),
  ]
}

/** Every other template of each function is in the second half. */
function hateCheck(text: string): JudgedComment[] {
  const [head = [], ...rows] = parseCsv(text)
  const at = (column: string) => head.indexOf(column)
  const [sort, words, gold, template] = ['functionality', 'test_case', 'label_gold', 'templ_id'].map(at) as [
    number,
    number,
    number,
    number,
  ]
  const halves = new Map<string, number>()
  const counts = new Map<string, number>()
  return rows.map((row) => {
    const [of, id] = [row[sort] as string, row[template] as string]
    if (!halves.has(id)) {
      const count = counts.get(of) ?? 0
      counts.set(of, count + 1)
      halves.set(id, count % 2)
    }
    const isHostile = row[gold] === 'hateful'
    return { corpus: 'HateCheck', text: row[words] as string, isHostile, sort: of, half: halves.get(id) as number }
  })
}

/** A line: 1 for hateful, a name, the words. Names there are numbers; to everyone who reads them they are one name. */
function thread(file: string, text: string, half: number): JudgedComment[] {
  return text.split('\n').flatMap((line) => {
    const [label, , words] = line.split('\t')
    if (!words?.trim()) return []
    const said = words.trim().replace(/@reader\d+/g, '@reader')
    return [{ corpus: 'Fox News', text: said, isHostile: label === '1', sort: file.replace('.txt', ''), half }] as const
  })
}
