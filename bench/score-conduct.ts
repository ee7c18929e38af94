/**
 * `npm run score:conduct`: how well insults and threats are told, on HateCheck
 * and the Fox News threads. Each half is scored by a model that was taught with
 * the other, beside a plain list of words and a plain linear model that learnt
 * the same. The measures are explained in docs/spam.md.
 */
import {
  HOSTILE,
  judgeConduct,
  KINDS_OF_WORDS,
  marginOfConduct,
  readConduct,
  trainConduct,
} from '../src/conduct/index.ts'
import { commentsFolder, type JudgedComment, readConductCorpus } from './_conduct-corpus.ts'
import { areaUnder, caughtAt } from './_spam-measures.ts'
import { plainRegression } from './_spam-references.ts'

const FALSE_ALARMS = 0.05
type Judge = (learnt: readonly JudgedComment[], asked: readonly JudgedComment[]) => number[]

function compare(all: readonly JudgedComment[]): void {
  const judges: [name: string, judge: Judge][] = [
    ['Courant', ours],
    ['a plain list of words', (_, asked) => asked.map(hardWords)],
    ['plain linear model', plain],
    [
      'the same, names of groups taken out',
      (learnt, asked) => plain(learnt.map(withoutGroups), asked.map(withoutGroups)),
    ],
  ]
  console.log(`AUC / caught at ≤ ${100 * FALSE_ALARMS} % false alarms\n`)
  for (const tune of [0, 1]) {
    const [learnt, asked] = [all.filter(({ half }) => half === tune), all.filter(({ half }) => half !== tune)]
    console.log(
      `${'taught with half '.concat(String(tune + 1), ', scored on the other').padEnd(40)}HateCheck     Fox News`,
    )
    for (const [name, judge] of judges) {
      const scores = judge(learnt, asked)
      const cells = (['HateCheck', 'Fox News'] as const).map((corpus) => {
        const scored = asked.flatMap(({ isHostile, corpus: its }, i) =>
          its === corpus ? [{ spam: isHostile, score: scores[i] as number }] : [],
        )
        return `${short(areaUnder(scored))} / ${short(caughtAt(scored, FALSE_ALARMS))}`.padEnd(14)
      })
      console.log(`${name.padEnd(40)}${cells.join('')}`)
    }
    console.log('')
  }
}

/** What a moderator would be told, by function: the model taught with the other half, and the lists of what is said outright. */
function listFailures(all: readonly JudgedComment[]): void {
  const counts = new Map<string, Row>()
  for (const tune of [0, 1]) {
    const model = trainConduct(all.filter(({ half }) => half === tune))
    for (const one of all.filter(({ half }) => half !== tune)) {
      const { margin, insults, threats } = judgeConduct(one.text, model)
      const byModel = margin >= model.limit
      const sort = one.corpus === 'HateCheck' ? one.sort : `Fox News, ${one.isHostile ? 'hateful' : 'others'}`
      counts.set(sort, add(counts.get(sort), one, byModel, byModel || insults.length + threats.length > 0))
    }
  }
  console.log(`${'what a moderator is told'.padEnd(34)}comments   by the model   in all`)
  for (const isHostile of [true, false]) {
    console.log(isHostile ? 'to be told' : 'not to be told')
    for (const [sort, row] of [...counts].filter(([, one]) => one.isHostile === isHostile).sort()) {
      const share = (count: number) => `${((100 * count) / row.all).toFixed(0)} %`
      console.log(
        `  ${sort.padEnd(32)}${String(row.all).padStart(8)}${share(row.byModel).padStart(15)}${share(row.told).padStart(9)}`,
      )
    }
  }
}

interface Row {
  isHostile: boolean
  all: number
  byModel: number
  told: number
}

const add = (row: Row | undefined, { isHostile }: JudgedComment, byModel: boolean, told: boolean): Row => ({
  isHostile,
  all: (row?.all ?? 0) + 1,
  byModel: (row?.byModel ?? 0) + Number(byModel),
  told: (row?.told ?? 0) + Number(told),
})

function ours(learnt: readonly JudgedComment[], asked: readonly JudgedComment[]): number[] {
  const model = trainConduct(learnt)
  return asked.map(({ text }) => marginOfConduct(model, readConduct(text)))
}

/** How many words of our own lists stand in it as they are. */
const hardWords = ({ text }: JudgedComment): number =>
  wordsOf(text).filter((word) => (KINDS_OF_WORDS.get(word) ?? []).some((kind) => HOSTILE.has(kind))).length

const plain: Judge = (learnt, asked) => plainRegression(learnt.map(labelled), asked.map(labelled))

const labelled = ({ text, isHostile }: JudgedComment) => ({
  video: '',
  key: text,
  spam: isHostile,
  comment: { text, name: '', secondsToWrite: null, hour: null, ownDomains: [] },
})

const withoutGroups = (one: JudgedComment): JudgedComment => ({
  ...one,
  text: one.text.replace(/[\p{L}']+/gu, (word) =>
    (KINDS_OF_WORDS.get(word.toLowerCase()) ?? []).includes('group') ? '' : word,
  ),
})

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}']+/gu) ?? []

const short = (value: number): string => value.toFixed(3).replace(/^0/, '')

const comments = readConductCorpus()
if (!comments) {
  console.log(
    `There is no hatecheck.csv at ${commentsFolder()}; nothing was scored. Set COURANT_SHARED to the folder that holds corpora/.`,
  )
} else {
  compare(comments)
  listFailures(comments)
}
