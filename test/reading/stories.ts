/** The example stories, as the program takes them in, each with what a careful editor lists in it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPage } from '../../src/exchange/page/index.ts'
import type { ReadingText } from '../../src/reading/index.ts'
import { readingTextOf } from '../../src/story/index.ts'
import { council } from './council.expected.ts'
import { court } from './court.expected.ts'
import type { Expectation } from './expectation.ts'
import { football } from './football.expected.ts'
import { summit } from './summit.expected.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const shared = process.env.COURANT_SHARED ?? join(here, '../../../shared')

export interface Example {
  name: string
  file: string
  expectation: Expectation
  /** Why it can't be read here; null where it can. */
  missing: string | null
}

const own = (name: string, expectation: Expectation): Example => ({
  name,
  file: join(here, `${name}.txt`),
  expectation,
  missing: null,
})

const summitFile = join(shared, 'pages/summit-page.txt')

export const EXAMPLES: Example[] = [
  {
    name: 'summit',
    file: summitFile,
    expectation: summit,
    missing: existsSync(summitFile) ? null : `${summitFile} is not here; COURANT_SHARED names the folder it is in`,
  },
  own('court', court),
  own('football', football),
  own('council', council),
]

/** The story as it stands once its page was imported, on its own day. */
export async function textOf({ file, expectation }: Example): Promise<ReadingText> {
  const page = await readPage({ bytes: readFileSync(file), name: file }, { now: Date.parse('2026-01-01') })
  if ('problem' in page) throw new Error(page.problem)
  return readingTextOf(page.content, expectation.date)
}
