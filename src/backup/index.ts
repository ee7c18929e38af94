export { backupJobs, DAILY, type Schedule } from './daily-job.ts'
export { listBackups, makeBackup, type Site } from './make.ts'
export { restoreBackup } from './restore.ts'
export { backupBeforeUpgrade, usualFolder } from './upgrade.ts'
