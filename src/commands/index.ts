/** The command line: what each command is for. docs/commands.md has a heading for each. */
import { setFlagsFromString } from 'node:v8'
import type { Command } from './command.ts'

export type { Command } from './command.ts'
export type { ReadDocument } from './read-document.ts'

export const commands: Record<string, Command> = {
  serve: {
    usage: 'courant serve',
    summary: 'Start the site. This is what courant does without a command.',
    run: async (call) => {
      // What a start leaves behind would make V8's room for young objects grow to 32 MB, which a site at rest never gives
      // back. It stands still until the site is open, and grows under load as ever.
      setFlagsFromString('--semi-space-growth-factor=1')
      return (await import('./serve.ts')).serve(call)
    },
  },
  'import page': {
    usage: 'courant import page FILE|-',
    summary: 'Make a draft of a page as a reader copied it, text or HTML; - reads standard input.',
    options: {
      json: { type: 'boolean', description: 'Print the story and the report as JSON.' },
      'dry-run': { type: 'boolean', description: 'Only say what would be made; keep nothing.' },
    },
    run: async (call) => (await import('./import-page.ts')).importPage(call),
  },
  'import archive': {
    usage: 'courant import archive FOLDER',
    summary: 'Put an archive that export archive made into a site that has nothing yet.',
    run: async (call) => (await import('./import-archive.ts')).importArchive(call),
  },
  'import undo': {
    usage: 'courant import undo IMPORT',
    summary: 'Take a whole import out again, but what somebody has worked on or answered since.',
    run: async (call) => (await import('./moving/imports.ts')).undoImportCommand(call),
  },
  import: {
    usage: 'courant import FILE|FOLDER…',
    summary: 'Move a site in, or the comments of one, from the export of another system.',
    options: {
      'dry-run': { type: 'boolean', description: 'Only say what is in it and what would become of it.' },
      comments: {
        type: 'string',
        description: 'approved: show comments that were shown there; held, without this option: all wait for review.',
      },
      trash: { type: 'string', description: 'leave: leave out what was in the trash there; else it is in ours.' },
      'take-name': {
        type: 'boolean',
        description: 'Take the old site’s name and tagline, where this site has none of its own.',
      },
      'fetch-pictures': { type: 'boolean', description: 'Fetch pictures from the old site that the export lacks.' },
      'site-address': { type: 'string', description: 'Where the old site was, such as https://www.example.org.' },
      'time-zone': { type: 'string', description: 'The old site’s, such as Europe/London, where its export has none.' },
      'unreviewed-were-public': {
        type: 'string',
        description: 'yes or no: whether comments that nobody had reviewed were public there.',
      },
      by: { type: 'string', description: 'Who answers for it: somebody who may change settings.' },
    },
    run: async (call) => (await import('./moving/import-site.ts')).importSite(call),
  },
  imports: {
    usage: 'courant imports',
    summary: 'List what was brought in from other systems, the last first.',
    run: async (call) => (await import('./moving/imports.ts')).imports(call),
  },
  'export archive': {
    usage: 'courant export archive [FOLDER]',
    summary: 'Write everything that the site has into a folder, to be kept or moved to another Courant.',
    run: async (call) => (await import('./export-archive.ts')).exportArchive(call),
  },
  'export wordpress': {
    usage: 'courant export wordpress [FILE]',
    summary: 'Write stories, pages, pictures and comments as a file that WordPress imports.',
    run: async (call) => (await import('./export-wordpress.ts')).exportWordpress(call),
  },
  'export site': {
    usage: 'courant export site FOLDER',
    summary: 'Write every page that readers see as files for any web server; again, only what has changed.',
    options: {
      address: { type: 'string', description: 'Where the copy will stand, such as https://paper.example.' },
      server: { type: 'string', description: 'Where this site goes on running, for comments.' },
    },
    run: async (call) => (await import('./export-site.ts')).exportSite(call),
  },
  'move sqlite-to-postgres': {
    usage: 'courant move sqlite-to-postgres FOLDER ADDRESS',
    summary: 'Move the site in a data folder into an empty PostgreSQL; broken off, it goes on where it was.',
    options: {
      'copy-files': {
        type: 'string',
        description: 'Also copy uploaded files and unsent emails into this data folder.',
      },
    },
    run: async (call) => (await import('./moving/sqlite-to-postgres.ts')).sqliteToPostgres(call),
  },
  read: {
    usage: 'courant read FILE|STORY…',
    summary: 'Say who says what in pages, folders of pages and stories, through whom and when; - reads standard input.',
    options: {
      json: { type: 'boolean', description: 'Print what was read as JSON; one line each where there are several.' },
      date: { type: 'string', description: 'The day that "Thursday" is counted from, such as 2024-05-16.' },
    },
    run: async (call) => (await import('./read.ts')).readStories(call),
  },
  stories: {
    usage: 'courant stories',
    summary: 'List the stories, last touched first.',
    run: async (call) => (await import('./stories.ts')).stories(call),
  },
  publish: {
    usage: 'courant publish STORY',
    summary: 'Publish the draft of a story, named by its id.',
    options: {
      date: {
        type: 'string',
        description: 'When an older story first came out, such as 2024-05-16; at its first publication only.',
      },
    },
    run: async (call) => (await import('./publish.ts')).publishStory(call),
  },
  unpublish: {
    usage: 'courant unpublish STORY',
    summary: 'Take a story off the site; its versions and comments stay.',
    run: async (call) => (await import('./publish.ts')).unpublishStory(call),
  },
  doctor: {
    usage: 'courant doctor',
    summary: 'Prove that the database is sound and that every count and state of comments is what it should be.',
    run: async (call) => (await import('./doctor.ts')).doctor(call),
  },
  backup: {
    usage: 'courant backup [FOLDER]',
    summary: 'Copy the whole site, also while it runs, into a new folder in FOLDER.',
    options: {
      'without-media': {
        type: 'boolean',
        description: 'Only the database; pictures and other uploads are named, not copied.',
      },
    },
    run: async (call) => (await import('./backup.ts')).backup(call),
  },
  restore: {
    usage: 'courant restore BACKUP',
    summary: 'Put a backup back, into an empty data folder or database.',
    run: async (call) => (await import('./restore.ts')).restore(call),
  },
  'sign-in': {
    usage: 'courant sign-in [PERSON]',
    summary: 'Print a one-time sign-in link, for the first editor or for the person of this name.',
    run: async (call) => (await import('./sign-in.ts')).signInLink(call),
  },
}
