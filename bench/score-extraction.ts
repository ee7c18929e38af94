/**
 * How well pages are read: `npm run score:extraction [HOW MANY]`. Courant beside
 * Readability.js and defuddle, in one run: the words of the article on
 * corpora/extraction; title, byline, date and snippets on corpora/pages; and
 * the headline of the same pages where they were copied whole, as text. With a
 * number, that many of each kind of mistake are listed.
 */
import { readPage } from '../src/exchange/page/index.ts'
import { copiedText } from './_copied-text.ts'
import { type Counts, compareBodies, flat, holds, sameByline, sameDay, sameTitle, totalOf } from './_page-measures.ts'
import { type PageRead, type PageReader, pageReaders } from './_page-readers.ts'
import { bodyPages, type ToldPage, toldPages } from './_pages-corpus.ts'

const listed = Number(process.argv[2] ?? 8)

const bodies = bodyPages()
const told = toldPages()
if (bodies || told) {
  const readers = await pageReaders()
  if (bodies) await scoreBodies(readers, bodies)
  if (told) {
    await scoreTold(readers, told)
    await scoreCopied(told)
  }
}

async function scoreBodies(readers: readonly PageReader[], pages: NonNullable<ReturnType<typeof bodyPages>>) {
  const results = readers.map(({ name }) => ({ name, took: 0, counts: [] as Counts[] }))
  for (const page of pages) {
    for (const [index, reader] of readers.entries()) {
      const started = performance.now()
      const { text } = await reader.read(page.bytes, page.url)
      const result = results[index] as (typeof results)[number]
      result.took += performance.now() - started
      result.counts.push(compareBodies(page.body, text))
    }
  }
  console.log(`The article's words: ${pages.length} pages, 4-token shingles\n`)
  console.log('                        F1  precision  recall   ms a page')
  for (const { name, took, counts } of results) {
    const { f1, precision, recall } = totalOf(counts)
    console.log(
      `${name.padEnd(20)} ${f1.toFixed(3)}      ${precision.toFixed(3)}   ${recall.toFixed(3)}  ${(took / pages.length).toFixed(1).padStart(9)}`,
    )
  }
  const [ours, reference] = results
  if (!ours || !reference) return
  console.log(`\nspeed against Readability.js alone: ${(reference.took / ours.took).toFixed(2)}`)
  // What would be the figure on pages not looked at: the spread over five parts of the pages.
  const folds = [0, 1, 2, 3, 4].map((fold) => totalOf(ours.counts.filter((_, i) => i % 5 === fold)).f1)
  console.log(`F1 over fifths of the pages: ${folds.map((f1) => f1.toFixed(3)).join('  ')}\n`)
  const worst = ours.counts
    .map((counts, i) => ({ f1: totalOf([counts]).f1, counts, url: pages[i]?.url ?? '' }))
    .sort((a, b) => a.f1 - b.f1)
  for (const { f1, counts, url } of worst.slice(0, listed))
    console.log(
      `  ${f1.toFixed(3)}  too much ${counts.falsePositive.toFixed(2)}  missed ${counts.falseNegative.toFixed(2)}  ${url.slice(0, 110)}`,
    )
}

/** What is right of what pages say of themselves and of their snippets: [how many right, of how many]. */
type Tally = Record<'titles' | 'bylines' | 'dates' | 'wanted' | 'unwanted', [number, number]>

async function scoreTold(readers: readonly PageReader[], pages: readonly ToldPage[]) {
  console.log(`\nWhat pages say: ${pages.length} pages\n`)
  console.log('                      titles   bylines     dates    wanted  unwanted')
  const mistakes: string[] = []
  for (const [index, reader] of readers.entries()) {
    const tally: Tally = { titles: [0, 0], bylines: [0, 0], dates: [0, 0], wanted: [0, 0], unwanted: [0, 0] }
    for (const page of pages) {
      const read = await reader.read(page.bytes, page.url)
      const wrong = count(tally, page, read)
      if (index === 0) mistakes.push(...wrong)
    }
    const shares = (['titles', 'bylines', 'dates', 'wanted', 'unwanted'] as const).map((key) => share(tally[key]))
    console.log(`${reader.name.padEnd(20)}${shares.map((one) => one.padStart(8)).join('  ')}`)
  }
  const every = Math.max(1, Math.floor(mistakes.length / Math.max(1, listed)))
  console.log(
    `\n${mistakes
      .filter((_, i) => i % every === 0)
      .slice(0, listed)
      .join('\n')}`,
  )
}

/** Counts a page's rights and wrongs; the wrongs in a line each. */
function count(tally: Tally, page: ToldPage, read: PageRead): string[] {
  const wrong: string[] = []
  const add = (key: 'titles' | 'bylines' | 'dates', want: string, have: string, isRight: boolean) => {
    if (want === '') return
    tally[key][1]++
    if (isRight) tally[key][0]++
    else wrong.push(`  ${page.name} ${key}: “${have.slice(0, 60)}”, not “${want.slice(0, 60)}”`)
  }
  add('titles', page.title, read.title, sameTitle(page.title, read.title))
  add('bylines', page.author, read.byline, sameByline(page.author, read.byline))
  add('dates', page.date, read.date, sameDay(page.date, read.date))
  const text = flat(read.text)
  for (const [key, snippets] of [
    ['wanted', page.with],
    ['unwanted', page.without],
  ] as const) {
    tally[key][1] += snippets.length
    tally[key][0] += snippets.filter((snippet) => holds(text, snippet)).length
  }
  return wrong
}

function share([right, all]: [number, number]): string {
  return `${((100 * right) / Math.max(1, all)).toFixed(1)} %`
}

async function scoreCopied(pages: readonly ToldPage[]) {
  const titled = pages.filter(({ title }) => title !== '')
  let right = 0
  const tally: Tally = { titles: [0, 0], bylines: [0, 0], dates: [0, 0], wanted: [0, 0], unwanted: [0, 0] }
  for (const page of titled) {
    const read = await readPage({ text: copiedText(Buffer.from(page.bytes).toString('utf8')) }, { now: Date.now() })
    if ('problem' in read) continue
    const { headline, byline, body } = read.content
    const text = body
      .map((block) =>
        'text' in block ? block.text : block.type === 'list' ? block.items.map((item) => item.text).join(' ') : '',
      )
      .join('\n')
    count(tally, page, { title: headline, byline, date: read.date.edtf, text })
    if (sameTitle(page.title, headline)) right++
  }
  console.log(
    `\nCopied whole, as text: the headline is right on ${right} of ${titled.length} (${share([right, titled.length])})`,
  )
  console.log(`wanted ${share(tally.wanted)}, unwanted ${share(tally.unwanted)}`)
}
