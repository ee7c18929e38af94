/** How well the language of a short comment is told: `npm run score:language`. */
import { languageOf } from '../src/moderation/learning/index.ts'
import { SHORT_COMMENTS } from './_short-comments.ts'

interface Told {
  right: number
  none: number
  wrong: string[]
  of: number
}

async function tell(language: string, comments: readonly string[]): Promise<Told> {
  const told: Told = { right: 0, none: 0, wrong: [], of: comments.length }
  const right = language === 'none' ? null : language
  for (const comment of comments) {
    const found = await languageOf(comment)
    if (found === right) told.right++
    else if (found === null) told.none++
    else told.wrong.push(`${comment} (${found})`)
  }
  return told
}

const before = process.memoryUsage().rss
await languageOf('The ferry was late again this morning.')
const loaded = (process.memoryUsage().rss - before) / 2 ** 20

console.log('short comments: language told / said to be none / told wrongly\n')
console.log(`${''.padEnd(12)}${'thresholds chosen on'.padEnd(26)}never looked at`)
const wrong: string[] = []
const cell = ({ right, none, wrong, of }: Told) => (of === 0 ? '' : `${right} / ${none} / ${wrong.length} of ${of}`)
for (const { language, seen, unseen } of SHORT_COMMENTS) {
  const [one, other] = [await tell(language, seen), await tell(language, unseen)]
  wrong.push(...one.wrong, ...other.wrong)
  console.log(`${language.padEnd(12)}${cell(one).padEnd(26)}${cell(other)}`)
}
console.log(`\nTold wrongly: ${wrong.join(' · ')}`)
console.log(`\nIt takes ${loaded.toFixed(0)} MiB, from the first comment on.`)
