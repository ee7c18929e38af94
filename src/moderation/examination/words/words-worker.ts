/** A thread that reads the words of comments. The build makes a file of its own of it. */
import type { SpamText } from '../../../spam/index.ts'
import { eachTask } from '../../../threads/index.ts'
import { readWords } from './read-words.ts'

eachTask((said: readonly SpamText[]) => Promise.all(said.map(readWords)))
