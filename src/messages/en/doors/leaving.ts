/** What is said of archives and other ways out. */

export const leavingMessages = {
  folderNotEmpty: (folder: string) => `${folder} is there already. Name a folder that is new or empty.`,
  noArchive: (folder: string) => `${folder} is not an archive of Courant: it has no manifest.json that says so.`,
  archiveNewer: 'This archive was made by a newer version of Courant. Install that version, and import it there.',
  archiveOlder:
    'This archive was made by an older version of Courant. Import it with that version, into an empty site, and then upgrade.',
  siteNotEmpty:
    'This site is not empty. An archive comes back whole: import it into a new data folder or database before the site is started there.',
  archiveDamaged: (file: string) => `${file} is missing from the archive or was changed. Nothing was imported.`,

  writeThere: 'Write a comment on the live site',
  noFileName: 'no file can have this name',
  folderOfOthers: (folder: string) =>
    `${folder} holds files that are not a copy of a site. Name a folder that is new, empty, or holds an earlier copy.`,
  noSiteToMove: (file: string) =>
    `There is no site to move: ${file} is not there. Give the data folder of your site, the one that COURANT_DATA names.`,
  neverStarted: 'This site was never started, so there is nothing to move. Start Courant on the new database instead.',
  siteAtWork: 'The site is being written to at this moment. Stop Courant there, and run the same command again.',
  targetNotEmpty:
    'That database has tables already, and was left as it is. Make an empty one (createdb courant) and name that.',
  otherMove:
    'Another site’s move into that database was begun. Finish that, or make an empty database (createdb courant) and name that.',
  otherVersionsMove:
    'This move was begun by another version of Courant. Finish it with that version, or make an empty database and begin again.',
  tableDiffers: (table: string) =>
    `The table ${table} is not the same on both sides, although it was copied twice. Nothing was finished. Is Courant running on the old folder? Stop it, and run the same command again.`,
  manifestUnreadable: (file: string) =>
    `${file} can’t be read, so nobody can tell which files are the copy’s. Name another folder.`,
}
