/**
 * How well spam is told: `npm run score:spam [FOLDER]`. Without a folder, the
 * videos in shared/corpora/spam; a folder's .csv files, of the same make, are
 * scored besides, as videos nobody has seen. The measures are explained in docs/spam.md.
 */
import { resolve } from 'node:path'
import {
  emptyModel,
  learn,
  packStart,
  type SpamLesson,
  type SpamModel,
  score,
  scorerOf,
  startModel,
  trainModel,
  unpackStart,
} from '../src/spam/index.ts'
import { ownGroups } from './_own-words.ts'
import { type LabelledComment, readVideos, spamFolder, type Video } from './_spam-corpus.ts'
import { type Measures, meanOf, measure, reliability, type Scored, shuffled } from './_spam-measures.ts'
import { bogofilter, naiveBayes, plainRegression, type Reference } from './_spam-references.ts'

const NOBODY = { author: null, campaign: null }
const ORDERS = 20
const DECISIONS = [50, 100, 200, 400]

const here = readVideos(spamFolder())
const asked = process.argv[2] === undefined ? null : resolve(process.argv[2])
const given = asked === null ? [] : readVideos(asked)
if (!here || here.length < 2) {
  console.log(
    `There are not two videos at ${spamFolder()}; nothing was scored. Set COURANT_SHARED to the folder that holds corpora/.`,
  )
} else if (!given) {
  console.log(`There is no .csv file at ${asked}; name a folder with files of COMMENT_ID,AUTHOR,DATE,CONTENT,CLASS.`)
} else
  run(
    here,
    given.filter(({ name }) => !here.some((video) => video.name === name)),
  )

function run(home: Video[], others: Video[]): void {
  const peer = bogofilter()
  if (!peer) console.log('bogofilter is not installed, so it is left out; on Debian: apt-get install bogofilter\n')
  const rivals: Rival[] = [
    { name: 'Courant, one decision after another', ask: (learnt, comments) => chancesOf(online(learnt), comments) },
    {
      name: 'Courant, all at once as its start is made',
      ask: (learnt, comments) => chancesOf(startFrom(learnt), comments),
    },
    { name: 'plain logistic regression', ask: plainRegression },
    { name: 'naive Bayes', ask: naiveBayes },
    ...(peer ? [{ name: 'bogofilter', ask: peer }] : []),
  ]
  const all = [...home, ...others]
  const unseen = leaveOneOut(all, rivals)
  if (others.length > 0) {
    const learnt = home.flatMap(({ comments }) => comments)
    const shipped: Rival = {
      name: 'Courant, as it is shipped',
      ask: (_, comments) => chancesOf(startModel(), comments),
    }
    table(`${namesOf(home)} → each of ${namesOf(others)}`, [...rivals, shipped], others, () => learnt)
  }
  cold(all)
  printReliability(unseen)
  speed(all)
}

interface Rival {
  name: string
  ask: Reference
}

/** Prints the table; the answer is what Courant said of every comment of a video it had not seen. */
function leaveOneOut(videos: Video[], rivals: Rival[]): Scored[] {
  return table('leave one video out', rivals, videos, (left) =>
    videos.filter((video) => video !== left).flatMap(({ comments }) => comments),
  )
}

function table(
  title: string,
  rivals: Rival[],
  videos: Video[],
  lessonsFor: (video: Video) => LabelledComment[],
): Scored[] {
  console.log(`${title}: AUC / spam caught at ≤ 1 % false alarms\n`)
  const columns = [...videos.map(({ name }) => name.replace(/^Youtube\d+-/, '').slice(0, 12)), 'mean', 'no doubles']
  console.log(`${''.padEnd(42)}${columns.map((name) => name.padEnd(14)).join('')}`)
  const first: Scored[] = []
  let ours: Measures | null = null
  for (const { name, ask } of rivals) {
    const [every, single]: [Measures[], Measures[]] = [[], []]
    for (const video of videos) {
      // In an order of chance, for what is learnt last is remembered best.
      const lessons = shuffled(lessonsFor(video), 1)
      const seen = new Set(lessons.map(({ key }) => key))
      const scores = ask(lessons, video.comments)
      const scored = video.comments.map(({ spam }, i) => ({ spam, score: scores[i] as number }))
      every.push(measure(scored))
      single.push(measure(scored.filter((_, i) => !seen.has(video.comments[i]?.key ?? ''))))
      if (!ours) first.push(...scored)
    }
    const mean = meanOf(every)
    ours ??= mean
    const cells = [...every, mean, meanOf(single)].map(({ auc, caught }) =>
      `${short(auc)} / ${short(caught)}`.padEnd(14),
    )
    console.log(`${name.padEnd(42)}${cells.join('')}`)
    if (!name.startsWith('Courant')) {
      const pairs =
        mean.auc < 1 && ours.auc < 1
          ? `, ${((1 - mean.auc) / (1 - ours.auc)).toFixed(1)} times as many pairs in the wrong order`
          : ''
      console.log(`${''.padEnd(42)}catches ${(mean.caught / ours.caught).toFixed(2)} of what Courant catches${pairs}`)
    }
  }
  console.log('')
  return first
}

/** From nothing: what is known after some decisions in an order of chance, asked about all comments not decided yet. */
function cold(videos: Video[]): void {
  const all = videos.flatMap(({ comments }) => comments)
  const keys = new Map<string, Set<string>>()
  for (const { name, comments } of videos)
    for (const { key } of comments) keys.set(key, (keys.get(key) ?? new Set()).add(name))
  const single = all.filter(({ key }) => keys.get(key)?.size === 1)
  console.log(
    `cold, mean of ${ORDERS} orders                    ${DECISIONS.map((count) => `${count} decisions`.padEnd(16)).join('')}`,
  )
  for (const [name, comments] of [
    ['Courant, all comments', all],
    ['Courant, texts of one video only', single],
  ] as const) {
    const found: Measures[][] = DECISIONS.map(() => [])
    for (let order = 0; order < ORDERS; order++) {
      const list = shuffled(comments, 100 + order)
      const model = emptyModel()
      for (const [i, { comment, spam }] of list.slice(0, DECISIONS.at(-1)).entries()) {
        learn(model, comment, spam ? 'spam' : 'fine', NOBODY)
        const at = DECISIONS.indexOf(i + 1)
        if (at < 0) continue
        const rest = list.slice(i + 1)
        const scores = chancesOf(model, rest)
        found[at]?.push(measure(rest.map((one, k) => ({ spam: one.spam, score: scores[k] as number }))))
      }
    }
    const cells = found.map(meanOf).map(({ auc, caught }) => `${short(auc)} / ${short(caught)}`.padEnd(16))
    console.log(`${name.padEnd(42)}${cells.join('')}`)
  }
}

function printReliability(scored: Scored[]): void {
  const { bins, error } = reliability(scored)
  console.log(
    `\nhow far chances can be trusted, on videos not seen: off by ${error.toFixed(3)} in the mean over comments`,
  )
  console.log('  said            comments   mean said   were spam')
  for (const { from, count, said, was } of bins) {
    const range = `${(100 * from).toFixed(0)}–${(100 * from + 10).toFixed(0)} %`
    console.log(`  ${range.padEnd(14)}${String(count).padStart(10)}${percent(said)}${percent(was)}`)
  }
}

function speed(videos: Video[]): void {
  const all = shuffled(
    videos.flatMap(({ comments }) => comments),
    2,
  ).slice(0, 600)
  const model = online(all)
  const scorer = scorerOf(model)
  const perComment = (work: () => void) => {
    const started = performance.now()
    work()
    return (1000 * (performance.now() - started)) / all.length
  }
  const scoring = perComment(() => {
    for (const { comment } of all) score(scorer, comment)
  })
  const learning = perComment(() => online(all, model))
  const preparing = perComment(() => all.map(() => scorerOf(model)))
  console.log(
    `\nµs a comment: ${scoring.toFixed(0)} to score, ${learning.toFixed(0)} to learn with a full memory, ${preparing.toFixed(0)} to make ready to score after a decision`,
  )
}

function online(lessons: readonly LabelledComment[], model = emptyModel()): SpamModel {
  for (const { comment, spam } of lessons) learn(model, comment, spam ? 'spam' : 'fine', NOBODY)
  return model
}

/** As `npm run train:spam` makes it, packed and unpacked. */
function startFrom(lessons: readonly LabelledComment[]): SpamModel {
  const groups = new Map<string, SpamLesson[]>()
  for (const { video, comment, spam } of lessons) {
    groups.set(video, [...(groups.get(video) ?? []), { comment, label: spam ? 'spam' : 'fine' }])
  }
  return unpackStart(packStart(trainModel([...groups.values()], ownGroups())))
}

function chancesOf(model: SpamModel, comments: readonly LabelledComment[]): number[] {
  const scorer = scorerOf(model)
  return comments.map(({ comment }) => score(scorer, comment).spam)
}

function namesOf(videos: readonly Video[]): string {
  return videos.map(({ name }) => name.replace(/^Youtube\d+-/, '')).join(', ')
}

function short(value: number): string {
  // No comment is left where all of a video's texts stand in others.
  if (Number.isNaN(value)) return '–'
  return value.toFixed(3).replace(/^0/, '')
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`.padStart(12)
}
