/**
 * The build. `node scripts/build.mjs` makes, under dist/:
 * - main.js and the chunks it loads when it needs them, from src/main.ts, and
 *   what it starts in threads: read-worker.js for `courant read`, page-worker.js
 *   for a page that is brought;
 * - assets/NAME-HASH.css and .js, from src/web/styles/{site,newsroom,story-editor,staff-line}.css and
 *   src/web/islands/; NAME-HASH.woff2, the fonts of the packages in
 *   src/look/faces.json with their licences; and assets/manifest.json, which
 *   gives each its name: {"site.css": "site-HASH.css", …}.
 * `--bench` makes dist/bench/ from bench/ as well, and `--demo` dist/demo/ from demo/.
 *
 * Files are put in place by renaming and only where they changed, so a build
 * may run beside a server or another build.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import { buildSources, recordBuild } from './freshness.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const target = 'node20'

/** Stylesheets that pages link to; the others in their folder are imported by these. */
const STYLESHEETS = ['site.css', 'newsroom.css', 'story-editor.css', 'staff-line.css']

/** The program: dist/main.js, to be run by Node with the packages beside it, and what it starts in threads. */
export async function buildProgram() {
  const entries = {
    main: 'src/main.ts',
    'read-worker': 'src/commands/read-worker.ts',
    'page-worker': 'src/exchange/page/page-worker.ts',
    'moving-worker': 'src/commands/moving/moving-worker.ts',
    'picture-worker': 'src/media/worker/picture-worker.ts',
    'attachment-worker': 'src/attachments/worker/attachment-worker.ts',
    'look-worker': 'src/look/worker/look-worker.ts',
    'words-worker': 'src/moderation/examination/words/words-worker.ts',
  }
  const found = Object.entries(entries).map(([out, path]) => ({ in: join(root, path), out }))
  place(dist, await bundleForNode(found, dist, { external: packagesBesideIt() }))
}

/**
 * Packages of many small modules that every start needs: taken into the program,
 * because Node looks for, reads and compiles each of some hundred files by itself.
 */
const TAKEN_IN = ['@hono/node-server', 'altcha-lib', 'diff', 'hono', 'kysely', 'tldts', 'zod']

const packagesBesideIt = () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(dependencies).filter((name) => !TAKEN_IN.includes(name))
}

/** What browsers load: dist/assets/ and its manifest. */
export async function buildAssets() {
  const folder = join(dist, 'assets')
  const styles = join(root, 'src/web/styles')
  const islands = join(root, 'src/web/islands')
  const result = await esbuild.build({
    entryPoints: [
      ...STYLESHEETS.filter((name) => existsSync(join(styles, name))).map((name) => join(styles, name)),
      ...scripts(islands).map((name) => join(islands, name)),
    ],
    outdir: folder,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
    // Addresses of the server, such as /form-token, stay as they are.
    external: ['/form-token'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  /** @type {Record<string, string>} */
  const manifest = {}
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    if (!output.entryPoint) continue
    const name = basename(output.entryPoint).replace(/\.tsx?$/, '.js')
    if (name in manifest) throw new Error(`Two files want to be dist/assets/${name}; rename one of them.`)
    manifest[name] = basename(path)
  }
  const fonts = fontFiles().map(({ name, contents }) => {
    const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8).toUpperCase()
    manifest[name] = name.replace(/(?=\.\w+$)/, `-${hash}`)
    return { path: join(folder, manifest[name]), contents }
  })
  const names = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)))
  place(folder, [
    ...result.outputFiles,
    ...fonts,
    { path: join(folder, 'manifest.json'), contents: Buffer.from(`${JSON.stringify(names, null, 2)}\n`) },
  ])
}

/** The fonts as their packages ship them, unchanged, and the licence of each. */
function fontFiles() {
  /** @type {{ faces: Record<string, { package: string, files: string[] }> }} */
  const { faces } = JSON.parse(readFileSync(join(root, 'src/look/faces.json'), 'utf8'))
  return Object.entries(faces).flatMap(([face, { package: from, files }]) => {
    const folder = join(root, 'node_modules', from)
    return [
      ...files.map((file) => ({
        name: `${face}-${file}.woff2`,
        contents: readFileSync(join(folder, 'files', `${face}-${file}.woff2`)),
      })),
      { name: `${face}-licence.txt`, contents: readFileSync(join(folder, 'LICENSE')) },
    ]
  })
}

/**
 * What stands beside the program: dist/FOLDER/NAME.js for every FOLDER/NAME.ts.
 * @param {'bench' | 'demo'} folder the measurements, or what fills the demonstration
 */
export async function buildBeside(folder) {
  const entries = scripts(join(root, folder)).map((name) => join(root, folder, name))
  place(join(dist, folder), await bundleForNode(entries, join(dist, folder)))
}

/** Everything `npm start` needs, and the note by which it sees that it need not be built again. */
export async function build() {
  const sources = buildSources(root)
  await buildAssets()
  await buildProgram()
  recordBuild(root, sources)
}

/**
 * hono/jsx draws inside an AsyncLocalStorage, for contexts that outlive an await; no component of ours has one. Before
 * Node 24 the first page drawn so switches on hooks for every promise of the process, from then on.
 * @type {import('esbuild').Plugin}
 */
const drawWithoutHooks = {
  name: 'draw without hooks',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]hono[\\/]dist[\\/]jsx[\\/]context\.js$/ }, ({ path }) => {
      const found = /\(\) => global\.process\?\.(?:getBuiltinModule|mainModule)\?\.[^,\]]+/g
      const text = readFileSync(path, 'utf8')
      if (text.match(found)?.length !== 2)
        throw new Error(`${path} looks for AsyncLocalStorage in another way than before: see scripts/build.mjs.`)
      return { contents: text.replace(found, '() => undefined'), loader: 'js' }
    })
  },
}

/**
 * @param {string[] | { in: string, out: string }[]} entryPoints
 * @param {string} outdir
 * @param {{ external: string[] } | { packages: 'external' }} beside which packages stay beside the bundle
 */
async function bundleForNode(entryPoints, outdir, beside = { packages: 'external' }) {
  const tables = tablesBeside(outdir)
  const result = await esbuild.build({
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    // All in one folder: what a module finds from its own address does not depend on the chunk it falls into.
    chunkNames: 'chunk-[hash]',
    platform: 'node',
    format: 'esm',
    ...beside,
    target,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    // Lines and names are what a stack asks for; Node would keep each source in memory a second time.
    sourcesContent: false,
    plugins: [drawWithoutHooks, tables.plugin],
    write: false,
    logLevel: 'silent',
  })
  return [...result.outputFiles.map(inLatin), ...tables.files]
}

/**
 * A file of the program without characters beyond Latin-1: one of them alone has Node keep the whole text in two bytes a
 * character. esbuild writes them so in strings, and leaves regular expressions as they are, where it means the same.
 * @param {{ path: string, contents: Uint8Array }} file
 */
function inLatin({ path, contents }) {
  if (!path.endsWith('.js')) return { path, contents }
  const text = Buffer.from(contents)
    .toString()
    .replace(/(\\?)([\u0100-\uffff])/g, (found, escaped, sign) => {
      if (escaped !== '') throw new Error(`Take away the backslash before ${found} in what ${path} is made of.`)
      return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
    })
  return { path, contents: Buffer.from(text) }
}

/** In characters. */
const LONG = 200_000

/**
 * Long members of JSON files, such as a model's weights, become files beside the program, read anew whenever they are
 * asked for: within a module they would be in memory, twice, as long as the program runs, and most starts need none.
 * @param {string} outdir where the modules will lie
 */
function tablesBeside(outdir) {
  /** @type {{ path: string, contents: Uint8Array }[]} */
  const files = []
  return {
    files,
    /** @type {import('esbuild').Plugin} */
    plugin: {
      name: 'tables beside',
      setup: ({ onLoad }) =>
        onLoad({ filter: /\.json$/ }, ({ path }) => {
          const json = JSON.parse(readFileSync(path, 'utf8'))
          const members = Object.entries(json).map(([name, value]) => {
            const text = JSON.stringify(value)
            if (Array.isArray(json) || text.length < LONG) return `${JSON.stringify(name)}: ${text}`
            const hash = createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase()
            const file = `${basename(dirname(path))}-${name}-${hash}.json`
            files.push({ path: join(outdir, file), contents: Buffer.from(text) })
            return `get ${JSON.stringify(name)}() { return table(${JSON.stringify(file)}) }`
          })
          if (!members.some((member) => member.startsWith('get '))) return null
          const contents = `import { readFileSync } from 'node:fs'
            const table = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
            export default { ${members.join(', ')} }`
          return { contents, loader: 'js' }
        }),
    },
  }
}

/**
 * The entries of a folder of TypeScript: its own files, without tests and those that begin with "_".
 * @param {string} folder
 */
const scripts = (folder) =>
  existsSync(folder)
    ? readdirSync(folder).filter((name) => /\.tsx?$/.test(name) && !/^_|\.test\.tsx?$|\.d\.ts$/.test(name))
    : []

/**
 * Makes `folder` hold these files and no others (folders in it are let be).
 * @param {string} folder
 * @param {{ path: string, contents: Uint8Array }[]} files
 */
function place(folder, files) {
  mkdirSync(folder, { recursive: true })
  for (const { path, contents } of files) {
    if (existsSync(path) && readFileSync(path).equals(contents)) continue
    mkdirSync(dirname(path), { recursive: true })
    const unfinished = `${path}.${process.pid}.tmp`
    writeFileSync(unfinished, contents)
    renameSync(unfinished, path)
  }
  const wanted = new Set(files.map(({ path }) => relative(folder, path).split(sep)[0]))
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && !entry.name.endsWith('.tmp') && !wanted.has(entry.name)) {
      rmSync(join(folder, entry.name), { force: true })
    }
  }
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  try {
    await build()
    for (const folder of /** @type {const} */ (['bench', 'demo']))
      if (process.argv.includes(`--${folder}`)) await buildBeside(folder)
  } catch (error) {
    const errors = /** @type {esbuild.BuildFailure} */ (error).errors
    if (!errors) throw error
    for (const line of await esbuild.formatMessages(errors, { kind: 'error', color: process.stderr.isTTY === true })) {
      process.stderr.write(line)
    }
    process.exitCode = 1
  }
}
