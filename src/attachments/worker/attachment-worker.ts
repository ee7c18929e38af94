/** A thread that reads what files say of themselves. The build makes a file of its own of it. */
import { eachTask } from '../../threads/index.ts'
import type { Container } from '../formats.ts'
import { readMedia } from './read-media.ts'
import { readPdf } from './read-pdf.ts'

export interface AttachmentTask {
  path: string
  container: Container
}

eachTask(({ path, container }: AttachmentTask) => (container === 'pdf' ? readPdf(path) : readMedia(path, container)))
