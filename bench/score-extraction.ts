/**
 * How well pages are read out of HTML: `npm run score:extraction`. The measure
 * is that of the article-extraction benchmark (github.com/scrapinghub/article-extraction-benchmark):
 * 4-token shingles as multisets; for each page true and false positives and
 * false negatives as shares of their sum; precision and recall are means over
 * the pages where they are defined; F1 from those.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { readPage } from '../src/exchange/index.ts'
import type { Block } from '../src/story/index.ts'

const folder = resolve(process.env.COURANT_SHARED ?? '../shared', 'corpora/extraction')

if (!existsSync(join(folder, 'ground-truth.json'))) {
  console.log(
    `The extraction corpus is not at ${folder}; nothing was scored. Set COURANT_SHARED to the folder that holds corpora/.`,
  )
} else await score()

async function score() {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string; url: string }
  >
  const pages = Object.entries(truth).map(([name, page]) => ({
    ...page,
    html: gunzipSync(readFileSync(join(folder, 'html', `${name}.html.gz`))).toString('utf8'),
  }))
  const ours = { name: 'Courant', took: 0, counts: [] as Counts[] }
  const reference = { name: 'Readability.js alone', took: 0, counts: [] as Counts[] }
  for (const page of pages) {
    let started = performance.now()
    const read = await readPage({ text: page.html, mediaType: 'text/html' }, { now: Date.now() })
    ours.took += performance.now() - started
    ours.counts.push(compare(page.articleBody, 'problem' in read ? '' : read.content.body.map(textOf).join('\n')))
    started = performance.now()
    reference.counts.push(compare(page.articleBody, readability(page.html)))
    reference.took += performance.now() - started
  }
  console.log(`${pages.length} pages, 4-token shingles\n`)
  console.log('                        F1  precision  recall   ms a page')
  for (const { name, took, counts } of [ours, reference]) {
    const { f1, precision, recall } = total(counts)
    console.log(
      `${name.padEnd(20)} ${f1.toFixed(3)}      ${precision.toFixed(3)}   ${recall.toFixed(3)}  ${(took / pages.length).toFixed(1).padStart(9)}`,
    )
  }
  console.log(`\nspeed against Readability.js alone: ${(reference.took / ours.took).toFixed(2)}`)
  // What would be the figure on pages not looked at: the spread over five parts of the pages.
  const folds = [0, 1, 2, 3, 4].map((fold) => total(ours.counts.filter((_, i) => i % 5 === fold)).f1)
  console.log(`F1 over fifths of the pages: ${folds.map((f1) => f1.toFixed(3)).join('  ')}`)
  console.log('\nthe worst pages')
  const worst = ours.counts
    .map((counts, i) => ({ f1: total([counts]).f1, counts, url: pages[i]?.url ?? '' }))
    .sort((a, b) => a.f1 - b.f1)
  for (const { f1, counts, url } of worst.slice(0, Number(process.argv[2] ?? 8))) {
    console.log(
      `  ${f1.toFixed(3)}  too much ${counts.falsePositive.toFixed(2)}  missed ${counts.falseNegative.toFixed(2)}  ${url.slice(0, 110)}`,
    )
  }
}

interface Counts {
  truePositive: number
  falsePositive: number
  falseNegative: number
}

function compare(expected: string, found: string): Counts {
  const want = shinglesOf(expected)
  const have = shinglesOf(found)
  let [truePositive, falsePositive, falseNegative] = [0, 0, 0]
  for (const key of new Set([...want.keys(), ...have.keys()])) {
    const [w, h] = [want.get(key) ?? 0, have.get(key) ?? 0]
    truePositive += Math.min(w, h)
    falsePositive += Math.max(0, h - w)
    falseNegative += Math.max(0, w - h)
  }
  const sum = truePositive + falsePositive + falseNegative || 1
  return { truePositive: truePositive / sum, falsePositive: falsePositive / sum, falseNegative: falseNegative / sum }
}

function shinglesOf(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
  const shingles = new Map<string, number>()
  const add = (key: string) => shingles.set(key, (shingles.get(key) ?? 0) + 1)
  if (tokens.length < 4) {
    if (tokens.length > 0) add(tokens.join(' '))
  } else for (let i = 0; i + 4 <= tokens.length; i++) add(tokens.slice(i, i + 4).join(' '))
  return shingles
}

function total(counts: readonly Counts[]) {
  const mean = (values: number[]) => (values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length)
  const precision = mean(
    counts
      .filter((c) => c.truePositive + c.falsePositive > 0)
      .map((c) => c.truePositive / (c.truePositive + c.falsePositive)),
  )
  const recall = mean(
    counts
      .filter((c) => c.truePositive + c.falseNegative > 0)
      .map((c) => c.truePositive / (c.truePositive + c.falseNegative)),
  )
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

function readability(html: string): string {
  const { document } = parseHTML(html)
  return new Readability(document as unknown as Document).parse()?.textContent ?? ''
}

function textOf(block: Block): string {
  switch (block.type) {
    case 'quote':
      return block.paragraphs.map(({ text }) => text).join('\n')
    case 'list':
      return block.items.map(({ text }) => text).join('\n')
    case 'figure':
    case 'embed':
      return ''
    default:
      return block.text
  }
}
