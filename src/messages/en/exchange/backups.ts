/** What is said of backups: why one can't be put back, and what the daily one does. */
import { counted, number } from '../../count.ts'

export const backupMessages = {
  noSite: (file: string) =>
    `There is no site to back up: ${file} is not Courant’s database. Set COURANT_DATA to the folder of your site.`,
  noSiteInDatabase:
    'There is no site to back up: the database that COURANT_DATABASE names has no tables of Courant. Name the one of your site.',

  noBackup: (folder: string) =>
    `${folder} is not a backup, or one that was never finished: it has no manifest.json. Give the folder that “courant backup” printed.`,
  unknownManifest: (folder: string) =>
    `The manifest.json in ${folder} can’t be read by this Courant. Use the version that made the backup, or a newer one.`,
  newer: (courant: string, schema: number, known: number) =>
    `This backup was made by a newer Courant (${courant}, schema ${schema}; this one knows ${known}). Restore it with that version.`,
  neverReleased: (step: string) =>
    `This backup was made by a Courant that was never released (its schema has “${step}”). Restore it with the version that made it.`,
  otherDatabase: (kind: 'sqlite' | 'postgres') =>
    kind === 'sqlite'
      ? 'This is a backup of SQLite. Leave COURANT_DATABASE empty to restore it.'
      : 'This is a backup of PostgreSQL. Set COURANT_DATABASE to an empty database to restore it.',
  damaged: (file: string) =>
    `${file} in this backup is missing or damaged. Nothing was restored. Use another backup, or bring that file back.`,
  notEmpty: (path: string) =>
    `There is a site here already (${path}), and it was left as it is. Set COURANT_DATA to an empty folder and restore there.`,
  notEmptyDatabase:
    'The database that COURANT_DATABASE names has tables already, and was left as it is. Make an empty one (createdb courant) and name that.',
  otherCount: (table: string, found: number, expected: number) =>
    `The table ${table} came back with ${counted(found, { one: '# row', other: '# rows' })} instead of ${number(expected)}. The database was left empty. Use another backup.`,

  /** In the log, and where a command first meets an older database. */
  beforeUpgrade: (folder: string, from: number, to: number) =>
    `Before the upgrade from schema ${from} to ${to} a backup was made: ${folder}`,
  tooLarge: (gigabytes: number, from: number, to: number) =>
    `The database has ${gigabytes} GB, so no backup was made before the upgrade from schema ${from} to ${to}. Have PostgreSQL’s own backups (pg_dump) ready before you upgrade.`,
  noUpgrade: (why: string, folder: string) =>
    `No backup could be made before the upgrade (${why}), so nothing was changed. Make room for a copy of the database in ${folder}, and start again.`,
  making: 'making the daily backup',
  looking: 'looking whether the daily backup is due',
}
