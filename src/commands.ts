/** The command line: what each command is for, and how it is run. docs/commands.md has a heading for each. */
import type { Config } from './config.ts'
import type { Store } from './store/index.ts'

export interface Call {
  config: Config
  /** What stands after the command's name. */
  words: string[]
  options: Record<string, string | boolean | undefined>
  out(text: string): void
  err(text: string): void
}

/** The exit status: 0 done, 1 could not be done, 2 called wrongly. */
export type Outcome = Promise<0 | 1 | 2>

export interface Command {
  usage: string
  summary: string
  options?: Record<string, { type: 'string' | 'boolean'; description: string }>
  /** Loaded when it is called, so that a server never carries what only a command needs. */
  run(call: Call): Outcome
}

export const commands: Record<string, Command> = {
  serve: {
    usage: 'courant serve',
    summary: 'Start the site. This is what courant does without a command.',
    run: async (call) => (await import('./commands/serve.ts')).serve(call),
  },
  'import page': {
    usage: 'courant import page FILE|-',
    summary: 'Make a draft of a page as a reader copied it, text or HTML; - reads standard input.',
    options: {
      json: { type: 'boolean', description: 'Print the story and the report as JSON.' },
      'dry-run': { type: 'boolean', description: 'Only say what would be made; keep nothing.' },
    },
    run: async (call) => (await import('./commands/import-page.ts')).importPage(call),
  },
  stories: {
    usage: 'courant stories',
    summary: 'List the stories, last touched first.',
    run: async (call) => (await import('./commands/stories.ts')).stories(call),
  },
  publish: {
    usage: 'courant publish STORY',
    summary: 'Publish the draft of a story, named by its id.',
    options: { date: { type: 'string', description: 'When an older story first came out, such as 2024-05-16; at its first publication only.' } },
    run: async (call) => (await import('./commands/publish.ts')).publishStory(call),
  },
  unpublish: {
    usage: 'courant unpublish STORY',
    summary: 'Take a story off the site; its versions and comments stay.',
    run: async (call) => (await import('./commands/publish.ts')).unpublishStory(call),
  },
  'sign-in': {
    usage: 'courant sign-in [PERSON]',
    summary: 'Print a one-time sign-in link, for the first editor or for the person of this name.',
    run: async (call) => (await import('./commands/sign-in.ts')).signInLink(call),
  },
}

/** Opens the database for a command, does the work, closes it again; a problem is printed as its sentence. */
export async function withStore(call: Call, work: (store: Store) => Outcome): Outcome {
  const { openDatabase } = await import('./app.ts')
  const store = await openDatabase(call.config)
  if ('problem' in store) {
    call.err(store.problem)
    return 1
  }
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
