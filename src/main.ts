#!/usr/bin/env node
/** The command line's front door: finds the command, reads its options, answers with an exit status. */
import { parseArgs } from 'node:util'
import { type Command, commands } from './commands/index.ts'
import { readConfig, readVersion, settings } from './config.ts'

/** Why something could not be printed. A site goes on where nobody hears it; a command that was to print has failed. */
let unprinted: string | null = null
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  unprinted = error.code ?? error.name
})
const out = (text: string): void => void process.stdout.write(`${text}\n`)
const err = (text: string): void => {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {})
  process.stderr.write(`${text}\n`)
}

process.exitCode = await main(process.argv.slice(2))

async function main(argv: string[]): Promise<number> {
  const asked = argv[0]
  if (asked === '--help' || asked === '-h' || asked === 'help') {
    out(help())
    return 0
  }
  if (asked === '--version') {
    out(readVersion())
    return 0
  }
  const name = Object.keys(commands).find((command) => command === argv.slice(0, command.split(' ').length).join(' '))
  const words = argv.slice(name?.split(' ').length ?? 0)
  if (!name && asked !== undefined && !asked.startsWith('-')) {
    err(`There is no command "${argv.slice(0, 2).join(' ')}". courant --help lists them.`)
    return 2
  }
  const command = commands[name ?? 'serve'] as Command
  let parsed: { positionals: string[]; values: Record<string, string | boolean | undefined> }
  try {
    const options = Object.fromEntries(
      Object.entries(command.options ?? {}).map(([option, { type }]) => [option, { type }]),
    )
    parsed = parseArgs({ args: words, allowPositionals: true, options: { ...options, help: { type: 'boolean' } } })
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\.?$/)
    err(`${sentence}. Usage: ${command.usage}`)
    return 2
  }
  if (parsed.values.help) {
    out(helpFor(command))
    return 0
  }
  const config = readConfig()
  if ('problem' in config) {
    err(config.problem)
    return 2
  }
  const status = await command.run({ config, words: parsed.positionals, options: parsed.values, out, err })
  // What goes wrong with the last line is told a turn later.
  await new Promise(setImmediate)
  // Whoever reads has had enough, as `head` has: that is no fault of the command's.
  if (unprinted === null || unprinted === 'EPIPE' || command === commands.serve) return status
  err(`The output could not be written (${unprinted}).`)
  return status || 1
}

function help(): string {
  const lines = Object.values(commands).map(({ usage, summary }) => `  ${usage}\n      ${summary}`)
  const environment = Object.entries(settings).map(
    ([name, setting]) => `  ${name}${setting.default ? ` (${setting.default})` : ''}\n      ${setting.description}`,
  )
  return `Courant: a news site in one program.\n\nCommands\n${lines.join('\n')}\n\nSettings, from the environment\n${environment.join('\n')}`
}

function helpFor(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(
    ([name, { description }]) => `  --${name}\n      ${description}`,
  )
  return [`Usage: ${command.usage}`, command.summary, ...(options.length > 0 ? ['', 'Options', ...options] : [])].join(
    '\n',
  )
}
