/** What the words after `courant read` name: files, folders, standard input, stories. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOfSourcePage } from '../exchange/page/index.ts'
import { readSiteSettings } from '../publication/index.ts'
import { isId, type Store } from '../store/index.ts'
import { type Draft, dayIn, readDraft, readingTextOf } from '../story/index.ts'
import { type Call, withStore } from './command.ts'
import { readStandardInput, whyNot } from './read-bytes.ts'
import type { DocumentDate } from './read-document.ts'
import { fromPage, type Job } from './read-job.ts'

/** The endings of the files that are read where a folder is named. */
const PAGES = /\.(txt|html?|md)$/i

/**
 * A job for each file and story, in the order given; what can't be found
 * becomes a job too, whose result is its problem. Null where the database could
 * not be opened: its sentence has been printed.
 */
export async function findJobs(call: Call, day: string | null): Promise<Job[] | null> {
  const jobs: Job[] = []
  const stories: number[] = []
  for (const word of call.words) {
    if (word === '-') {
      jobs.push({ file: word, day, from: { what: 'bytes', bytes: await readStandardInput() } })
      continue
    }
    const kind = await kindOf(word)
    if (kind === 'folder') {
      const inside = await filesIn(word, day)
      jobs.push(
        ...(inside.length > 0 ? inside : [problemJob(word, `There is no .txt, .html, .htm or .md file in ${word}.`)]),
      )
    } else {
      if (kind === 'nothing' && isId(word)) stories.push(jobs.length)
      jobs.push({ file: word, day, from: { what: 'file' } })
    }
  }
  if (stories.length === 0) return jobs
  const status = await withStore(call, async (store) => {
    for (const index of stories) jobs[index] = await storyJob(store, (jobs[index] as Job).file, day)
    return 0
  })
  return status === 0 ? jobs : null
}

/** Only a file is looked into further: what keeps it from being read is said when it is read. */
async function kindOf(path: string): Promise<'folder' | 'file' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'nothing'
  }
}

/** The pages in a folder and in those within it, by name. Hidden ones stay hidden, links are not followed. */
async function filesIn(folder: string, day: string | null): Promise<Job[]> {
  const jobs: Job[] = []
  try {
    const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const file = join(folder, entry.name)
      if (entry.isDirectory()) jobs.push(...(await filesIn(file, day)))
      else if (entry.isFile() && PAGES.test(entry.name)) jobs.push({ file, day, from: { what: 'file' } })
    }
  } catch (error) {
    jobs.push(problemJob(folder, `${folder} could not be read: ${whyNot(error)}.`))
  }
  return jobs
}

const problemJob = (file: string, problem: string): Job => ({ file, day: null, from: { what: 'problem', problem } })

/** A story's draft as it stands, with its own day. */
async function storyJob(store: Store, id: string, day: string | null): Promise<Job> {
  const draft = await readDraft(store.db, id)
  if (!draft) {
    return problemJob(id, `There is no story ${id}, and no file of that name; courant stories lists the stories.`)
  }
  const date: DocumentDate = day ? { day, from: 'option', sure: true } : await dayOfStory(store, draft)
  return { file: id, day, from: { what: 'story', text: readingTextOf(draft.content, date.day), date } }
}

/** When it came out; before that the day of the page it was made from, else the day it was last worked on. */
async function dayOfStory(store: Store, draft: Draft): Promise<DocumentDate> {
  const { timeZone } = await readSiteSettings(store.db)
  if (draft.firstPublishedAt !== null) {
    return { day: dayIn(timeZone, draft.firstPublishedAt), from: 'story', sure: true }
  }
  return (
    fromPage(await dayOfSourcePage(store.db, draft)) ?? {
      day: dayIn(timeZone, draft.savedAt),
      from: 'story',
      sure: false,
    }
  )
}
