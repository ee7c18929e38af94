/** What a server loads as it starts: nothing that only some requests need. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../promises/programs.ts'

/** What the file's imports, and theirs, load at once: packages by name, our own files by path. Types load nothing. */
function loadedWith(file: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(file)) return loaded
  loaded.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, type, specifier = ''] of text.matchAll(/^(?:import|export)( type)? [^'"]*?from '([^']+)'/gm)) {
    const target = join(dirname(file), specifier)
    if (type) continue
    if (!specifier.startsWith('.')) loaded.add(specifier)
    else if (existsSync(target) && /\.tsx?$/.test(target)) loadedWith(target, loaded)
  }
  return loaded
}

test('a server at rest carries no reader of pages or pictures, no HTML parser, no detector of languages and no counters', () => {
  const loaded = loadedWith(join(ROOT, 'src/app.ts'))
  expect(loaded).toContain('hono')
  for (const late of [
    'linkedom',
    'htmlparser2',
    '@mozilla/readability',
    'tinyld',
    'sharp',
    'exifreader',
    'ipaddr.js',
    'prom-client',
  ])
    expect(loaded).not.toContain(late)
  expect([...loaded].filter((name) => name.startsWith('@opentelemetry/'))).toEqual([])
  for (const late of ['src/exchange/page/html/html-page.ts', 'src/exchange/page/text/text-page.ts'])
    expect(loaded).not.toContain(join(ROOT, late))
})

/** The built modules that one loads at once, with their own. */
function builtWith(name: string, loaded = new Map<string, string>()): Map<string, string> {
  if (loaded.has(name)) return loaded
  const text = readFileSync(join(ROOT, 'dist', name), 'utf8')
  loaded.set(name, text)
  for (const [, other = ''] of text.matchAll(/^(?:import|\} from|export [^'"\n]* from)[^'"\n]*"\.\/([\w-]+\.js)"/gm))
    builtWith(other, loaded)
  return loaded
}

test('what a start compiles is small, and Node keeps it in one byte a character', () => {
  const modules = readdirSync(join(ROOT, 'dist')).filter((name) => name.endsWith('.js'))
  const serve = modules.filter((name) => readFileSync(join(ROOT, 'dist', name), 'utf8').includes('The site is open on'))
  expect(serve).toHaveLength(1)
  const loaded = builtWith(serve[0] as string)
  for (const [name, text] of loaded) expect([name, /[^\u0000-\u00ff]/.exec(text)?.[0]]).toEqual([name, undefined])
  // Weights are read when a text is; of the library that checks forms only what is used is taken in, in no language.
  const bytes = [...loaded.values()].reduce((sum, text) => sum + text.length, 0)
  expect(bytes).toBeLessThan(5_000_000)
})
