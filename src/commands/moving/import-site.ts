/** courant import: a whole site, or the comments of one, from another system's export. */
import { resolve } from 'node:path'
import { type Answers, type Item, type Question, UnreadableExport } from '../../exchange/items/index.ts'
import { isArchive } from '../../exchange/leaving/index.ts'
import {
  accountOf,
  beginImport,
  bringsNothing,
  countPicturesOf,
  findUnfinished,
  type ImportLine,
  type MoveOptions,
  type OpenExport,
  openExport,
  type Progress,
  readImport,
  readImportLines,
  resultOf,
  runImport,
  type Survey,
  stopImport,
  survey,
  surveyAloud,
  TakenByAnother,
} from '../../exchange/moving/index.ts'
import { moveAccountMessages as m } from '../../messages/index.ts'
import { firstEditorLink, listPeople, may, type Person } from '../../people/index.ts'
import type { Store } from '../../store/index.ts'
import { isTimeZone, readUrl } from '../../text/index.ts'
import { isReserved } from '../../web/index.ts'
import { type Call, type Outcome, withStore } from '../command.ts'
import { importArchive } from '../import-archive.ts'

/** Of what is told by name, so many lines are printed. */
const MOST_LINES = 1000

/** Takes an export in, or with --dry-run only says what would become of it. */
export async function importSite(call: Call): Outcome {
  if (call.words.length === 0) {
    call.err('Say which export: courant import FILE or FOLDER. For one page: courant import page FILE.')
    return 2
  }
  const [path, ...more] = call.words
  if (more.length === 0 && (await isArchive(resolve(path as string)))) {
    if (!call.options['dry-run']) return importArchive(call)
    call.out('This is an archive of Courant. It goes in whole, into a site that has nothing yet.')
    return 0
  }
  const chosen = optionsOf(call)
  if ('problem' in chosen) {
    call.err(chosen.problem)
    return 2
  }
  let opened: OpenExport
  try {
    opened = await openExport(call.words.map((path) => resolve(path)))
  } catch (error) {
    return said(call, error)
  }
  try {
    const missing = opened.asks
      .map((question) => askedFor(question, chosen.answers))
      .find((sentence) => sentence !== null)
    if (missing) {
      call.err(`${m.formats[opened.format.name]}: ${missing}`)
      return 2
    }
    return call.options['dry-run']
      ? await lookOnly(call, opened, chosen)
      : await withStore(call, (store) => moveIn(call, store, opened, chosen))
  } catch (error) {
    return said(call, error)
  } finally {
    await opened.close()
  }
}

function said(call: Call, error: unknown): 1 {
  if (!(error instanceof UnreadableExport || error instanceof TakenByAnother)) throw error
  call.err(error.message)
  return 1
}

interface Chosen {
  answers: Answers
  options: MoveOptions
}

function optionsOf({ options }: Call): Chosen | { problem: string } {
  const { comments = 'held', trash = 'trash' } = options
  if (comments !== 'held' && comments !== 'approved') return { problem: '--comments is held or approved.' }
  if (trash !== 'trash' && trash !== 'leave') return { problem: '--trash is trash or leave.' }
  const unreviewed = options['unreviewed-were-public']
  if (unreviewed !== undefined && unreviewed !== 'yes' && unreviewed !== 'no')
    return { problem: '--unreviewed-were-public is yes or no.' }
  const answers: Answers = {}
  const address = options['site-address']
  if (typeof address === 'string') {
    const url = readUrl(address)
    if (!url || !/^https?:$/.test(url.protocol))
      return { problem: '--site-address is the old site’s address, such as https://www.example.org.' }
    answers.siteAddress = url.origin
  }
  const zone = options['time-zone']
  if (typeof zone === 'string') {
    if (!isTimeZone(zone)) return { problem: `${zone} is no time zone. Write one such as Europe/London.` }
    answers.timeZone = zone
  }
  if (unreviewed !== undefined) answers.unreviewedWerePublic = unreviewed === 'yes'
  return {
    answers,
    options: {
      ...{ comments, trash },
      fetchPictures: options['fetch-pictures'] === true,
      takeName: options['take-name'] === true,
    },
  }
}

/** What an export does not say and an editor has not said either; null where it is known. */
function askedFor(question: Question, answers: Answers): string | null {
  if (answers[question] !== undefined) return null
  const sentences: Record<Question, string> = {
    siteAddress: 'this export doesn’t say where the site was. Add --site-address https://www.example.org.',
    timeZone:
      'this export has days and hours without a time zone. Add --time-zone Europe/London, or the old site’s own.',
    unreviewedWerePublic:
      'comments that nobody had reviewed were public on some of these sites. Add --unreviewed-were-public yes or no.',
  }
  return sentences[question]
}

async function lookOnly(call: Call, opened: OpenExport, { answers, options }: Chosen): Outcome {
  const lines: string[] = []
  let more = 0
  const tell = (_: Item, line: Pick<ImportLine, 'kind' | 'name' | 'why'> | null) => {
    if (line === null) return
    if (lines.length < MOST_LINES) lines.push(`  ${m.named(line.kind)}: ${line.name} – ${line.why}`)
    else more += 1
  }
  const looked = await survey(opened, answers, tell, { closely: true })
  call.out(m.from(m.formats[opened.format.name], looked.site.address || looked.site.name))
  call.out('')
  for (const { what, becomes } of accountOf(looked.found, options)) call.out(`  ${what}: ${becomes}`)
  if (opened.unknown.length > 0) call.out(`\nFiles that are no part of it: ${opened.unknown.slice(0, 20).join(', ')}`)
  if (lines.length > 0) call.out(`\nLeft out or different, by name:\n${lines.join('\n')}`)
  if (more > 0) call.out(`  and ${more} more`)
  call.out('\nNothing was taken in yet. The same command without --dry-run does it.')
  return 0
}

async function moveIn(call: Call, store: Store, opened: OpenExport, { answers, options }: Chosen): Outcome {
  const by = await whoAnswers(store, call.options.by)
  if ('problem' in by) {
    call.err(by.problem)
    return 2
  }
  const unfinished = await findUnfinished(store.db, opened.print)
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  const progress = showProgress(call)
  let id = unfinished?.id ?? null
  let looked: Survey | undefined
  try {
    if (unfinished) call.err('Going on where this import was left, with what was chosen then.')
    else {
      looked = await surveyAloud(opened, answers, progress.show)
      id = await beginImport(
        store,
        {
          ...{ format: opened.format.name, siteKey: looked.siteKey, print: opened.print, answers, options },
          ...{ paths: call.words.map((path) => resolve(path)), by: by.id, found: looked.found },
        },
        Date.now(),
      )
    }
    await runImport(store, id as string, opened, {
      ...(looked ? { looked } : {}),
      isReserved,
      now: Date.now,
      signal: stop.signal,
      onProgress: progress.show,
    })
  } catch (error) {
    progress.end()
    if (id !== null && error instanceof UnreadableExport)
      await stopImport(store, { id, problem: error.message }, Date.now())
    throw error
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
  progress.end()
  if (stop.signal.aborted) {
    call.err('Stopped. Nothing is lost: the same command goes on from here.')
    return 1
  }
  return tellResult(call, store, id as string)
}

async function tellResult(call: Call, store: Store, id: string): Outcome {
  const done = await readImport(store.db, id)
  if (!done) throw new Error(`the import ${id} is gone`)
  for (const { what, becomes } of resultOf(done.became)) call.out(`  ${what}: ${becomes}`)
  const lines = await readImportLines(store.db, id, { limit: MOST_LINES })
  if (lines.length > 0)
    call.out(`\nBy name:\n${lines.map(({ kind, name, why }) => `  ${m.named(kind)}: ${name} – ${why}`).join('\n')}`)
  call.out(`\n${m.pictures(await countPicturesOf(store.db, id))}`)
  call.out('Readings and pictures follow while the site runs.')
  call.out(bringsNothing(done.became) ? m.nothingNew : `To undo all of it: courant import undo ${id}`)
  if (done.problem !== null) call.err(done.problem)
  return done.problem === null ? 0 : 1
}

/** Somebody of the staff has to answer for what is taken over: the one who is named, or the only one who may. */
async function whoAnswers(store: Store, named: string | boolean | undefined): Promise<Person | { problem: string }> {
  // On a new site this makes its first editor.
  await firstEditorLink(store, Date.now())
  const able = (await listPeople(store.db)).filter((person) => may(person, 'settings'))
  if (typeof named === 'string') {
    const found = able.filter(({ name, mail }) => name === named || mail === named)
    if (found.length === 1) return found[0] as Person
    return { problem: `Nobody who may change settings is called ${named}. There are: ${namesOf(able)}.` }
  }
  if (able.length === 1) return able[0] as Person
  return { problem: `Say who brings this in: --by NAME. There are: ${namesOf(able)}.` }
}

const namesOf = (people: readonly Person[]) => people.map(({ name }) => name).join(', ')

/** Between two lines where nobody looks on, in milliseconds; a terminal has one that changes. */
const SELDOM = 10_000
const OFTEN = 500
/** Before so much is read (0 to 1), how long the rest takes is anybody's guess. */
const KNOWN_FROM = 0.02

function showProgress({ err }: Call): { show(progress: Progress): void; end(): void } {
  const isTerminal = process.stderr.isTTY === true
  let [phase, began, told] = ['', 0, 0]
  return {
    show(now) {
      const at = performance.now()
      if (now.phase !== phase) [phase, began] = [now.phase, at]
      if (at - told < (isTerminal ? OFTEN : SELDOM)) return
      told = at
      const left =
        now.part !== null && now.part >= KNOWN_FROM ? m.timeLeft(((at - began) * (1 - now.part)) / now.part) : null
      const part = now.part === null ? '' : ` ${Math.floor(now.part * 100)} %`
      const line = [`${PHASES[now.phase]}${part}`, `${now.items} items`, ...(left ? [left] : [])].join(', ')
      if (isTerminal) process.stderr.write(`\r\u001b[K${line}`)
      else err(line)
    },
    end() {
      if (isTerminal) process.stderr.write('\r\u001b[K')
    },
  }
}

const PHASES = {
  looking: 'Looking through it',
  taking: 'Taking it in',
  answers: 'Taking in what had to wait',
} as const
