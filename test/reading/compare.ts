import type { Reading, ReadingText } from '../../src/reading/index.ts'
import { compareNames } from './compare-names.ts'
import { compareStatements } from './compare-statements.ts'
import { compareAmounts, compareTimes } from './compare-times.ts'
import type { Expectation } from './expectation.ts'

/** What sets a reading apart from what a careful editor lists, each as a sentence; all empty where nothing does. */
export interface Differences {
  statements: string[]
  invented: string[]
  names: string[]
  times: string[]
  amounts: string[]
}

export function compare({ blocks }: ReadingText, reading: Reading, expectation: Expectation): Differences {
  const names = compareNames(blocks, reading, expectation)
  const statements = compareStatements({ blocks, reading, nameIds: names.nameIds }, expectation)
  return {
    statements: statements.wrong,
    invented: statements.invented,
    names: names.wrong,
    times: compareTimes(blocks, reading, expectation),
    amounts: compareAmounts(blocks, reading, expectation),
  }
}
