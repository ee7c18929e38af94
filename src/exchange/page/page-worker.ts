/** A thread that reads pages. The build makes a file of its own of it. */
import { eachTask } from '../../threads/index.ts'
import type { PageInput, ReadOptions } from './page.ts'
import { readPage } from './read-page.ts'

eachTask(({ input, options }: { input: PageInput; options: ReadOptions }) => readPage(input, options))
