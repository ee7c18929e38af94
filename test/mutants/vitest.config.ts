/** How the tests are run on a copy of the tree with a fault in it: the most telling file first, and no further than the first failure. */
import { readFileSync } from 'node:fs'
import { defineConfig, mergeConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import usual from '../../vitest.config.ts'

/** The files to run, in their order, one a line. */
const asked = readFileSync('.mutant-tests', 'utf8').split('\n')

class AsAsked extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]): ReturnType<BaseSequencer['sort']> {
    const place = ({ moduleId }: (typeof files)[number]) => asked.findIndex((path) => moduleId.endsWith(path))
    return files.sort((one, other) => place(one) - place(other))
  }
}

export default mergeConfig(
  usual,
  defineConfig({
    test: {
      setupFiles: ['test/mutants/executed.ts'],
      // Packages are shared between the copies, and so must not be written beside.
      cache: false,
      maxWorkers: 1,
      sequence: { sequencer: AsAsked },
    },
  }),
)
