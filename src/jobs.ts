/** The jobs of every part, done in the background of the running site. */

import { type attachmentFiles, attachmentJobs } from './attachments/index.ts'
import { backupJobs, type Schedule, type Site } from './backup/index.ts'
import { purgeJob } from './caches/index.ts'
import { closingJob } from './closing/index.ts'
import { forgettingJob } from './discussion/index.ts'
import { embargoJob } from './embargo/index.ts'
import { importLearningJob, importPicturesJob, importUploadsJob, importWorkJob } from './exchange/moving/index.ts'
import { pinJob } from './front/index.ts'
import { type pictureFiles, pictureJobs } from './media/index.ts'
import { trialJob } from './moderation/filters/index.ts'
import { rescoringJob } from './moderation/learning/index.ts'
import { erasingJob } from './privacy/index.ts'
import { forgetReportSenders } from './redress/index.ts'
import { endJob, scheduleJob } from './schedule/index.ts'
import type { AnyJobHandler, Store } from './store/index.ts'
import { readingJobs } from './story/index.ts'
import { forgetTicketSenders, ticketsJob } from './tickets/index.ts'
import type { Logger } from './web/index.ts'
import { webhooksJob } from './webhooks/index.ts'
import { trashJob } from './workflow/index.ts'

interface Needs {
  files: ReturnType<typeof pictureFiles>
  attached: ReturnType<typeof attachmentFiles>
  site: Site
  backups: Schedule | null
  /** The cache in front that is told what has changed. */
  cache: Parameters<typeof purgeJob>[1]
  log: Logger
  now(): number
  url(): string
}

export function jobsOf(store: Store, { files, attached, site, backups, cache, log, now, url }: Needs): AnyJobHandler[] {
  const beside = { log, now }
  return [
    scheduleJob(store, beside),
    embargoJob(store, beside),
    endJob(store, beside),
    closingJob(store, beside),
    pinJob(store, beside),
    trashJob(store, beside),
    ...readingJobs(store, beside),
    importWorkJob(store, { database: site.database, now }),
    importLearningJob(store, { now }),
    importPicturesJob(store, { now, files }),
    importUploadsJob(store, { dataFolder: site.dataFolder, ...beside }),
    ...pictureJobs(store, files, beside),
    ...attachmentJobs(store, attached, beside),
    forgettingJob(store, {
      ...beside,
      async also(tx, before) {
        await forgetReportSenders(tx, before)
        await forgetTicketSenders(tx, before)
      },
    }),
    ticketsJob(store, beside),
    erasingJob(store, beside),
    rescoringJob(store, beside),
    trialJob(store, { now, url }),
    purgeJob(store, cache, { now, url }),
    webhooksJob(store, { ...beside, url }),
    ...backupJobs(store, site, { schedule: backups, ...beside }),
  ]
}
