/**
 * PolNeAR as it lies in shared/: texts with brat standoff annotations
 * (brat.nlplab.org/standoff.html). Offsets there count code points.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface Range {
  from: number
  to: number
}
export interface AnnotatedAttribution {
  content: Range[]
  cue: Range[]
  source: Range[]
}
export interface AnnotatedText {
  name: string
  text: string
  /** Of the first annotator, by code. */
  attributions: AnnotatedAttribution[]
}

export const corpusFolder = (part: string) =>
  resolve(process.env.COURANT_SHARED ?? '../shared', 'corpora/attribution', part)

/** The texts of a part ("train", "dev") or of any folder of that shape; null where there is none. */
export function readCorpus(part: string): AnnotatedText[] | null {
  const folder = existsSync(join(part, 'text')) ? part : corpusFolder(part)
  if (!existsSync(join(folder, 'text'))) return null
  const annotations = readdirSync(join(folder, 'attributions')).sort()
  return readdirSync(join(folder, 'text'))
    .sort()
    .flatMap((file) => {
      const name = file.replace(/\.txt$/, '')
      const own = annotations.find((one) => one.replace(/_[^_]*\.ann$/, '') === name)
      if (!own) return []
      const text = readFileSync(join(folder, 'text', file), 'utf8')
      return [{ name, text, attributions: parse(readFileSync(join(folder, 'attributions', own), 'utf8'), text) }]
    })
}

function parse(annotation: string, text: string): AnnotatedAttribution[] {
  const place = placesOf(text)
  const ranges = new Map<string, Range[]>()
  const events: string[][] = []
  for (const line of annotation.split('\n')) {
    const [id = '', body = ''] = line.split('\t')
    if (id.startsWith('T')) {
      const spans = body.slice(body.indexOf(' ') + 1).split(';')
      ranges.set(
        id,
        spans
          .map((span) => span.split(' ').map(Number))
          .map(([from = 0, to = 0]) => ({ from: place(from), to: place(to) }))
          .sort((a, b) => a.from - b.from),
      )
    } else if (id.startsWith('E')) events.push(body.trim().split(' '))
  }
  return events.flatMap((parts) => {
    const of = (role: string) =>
      parts.flatMap((part) => {
        const [name = '', id = ''] = part.split(':')
        return name.replace(/\d+$/, '') === role ? (ranges.get(id) ?? []) : []
      })
    const content = of('Content')
    return content.length > 0 ? [{ content, cue: of('Cue'), source: of('Source') }] : []
  })
}

/** From code points to UTF-16 units. */
function placesOf(text: string): (at: number) => number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (at) => at
  const starts: number[] = []
  let unit = 0
  for (const character of text) {
    starts.push(unit)
    unit += character.length
  }
  return (at) => starts[at] ?? unit
}
