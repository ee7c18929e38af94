/** Clears what uploads have left. */
import { unlessAway } from '../files/index.ts'
import type { AnyJobHandler, KeeperLog, Store } from '../store/index.ts'
import { checkAttachmentFiles } from './check-files.ts'
import type { AttachmentFiles } from './files.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    /** What uploads that broke off have left, and files that no attachment has. */
    'attachments.sweep': Record<never, never>
  }
}

const DAY = 24 * 60 * 60_000
/** An upload that began so long ago has ended, one way or the other. In milliseconds. */
export const LONGEST_RECEIVING = 60 * 60_000

export const attachmentJobs = (
  store: Store,
  files: AttachmentFiles,
  { log, now }: { log: KeeperLog; now(): number },
): AnyJobHandler[] => [
  {
    kind: 'attachments.sweep',
    what: 'clearing files that no attachment has',
    every: DAY,
    async run() {
      const before = now() - LONGEST_RECEIVING
      const swept = await files.sweep(before)
      const { orphans } = await checkAttachmentFiles(store.db, files)
      for (const { file, captions, since } of orphans)
        if (since < before)
          await (captions === null ? unlessAway(files.remove(file)) : files.removeCaptions(file, captions))
      if (swept > 0) log.info({ uploads: swept }, 'cleared what uploads of files had left')
    },
  },
]
