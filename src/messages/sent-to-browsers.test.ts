/** What a script of ours carries to browsers of all the messages there are. */
import { readdirSync } from 'node:fs'
import esbuild from 'esbuild'
import { expect, test } from 'vitest'

const ISLANDS = 'src/web/islands'
const entries = readdirSync(ISLANDS).filter((name) => /^[^_.][^.]*\.ts$/.test(name))

/** The editor has in it what also stands on pages without it: the notes, and the count under the other headlines. */
const FILES: Record<string, string[]> = {
  'editor.ts': ['newsroom/other-headlines.ts', 'writing/editor.ts', 'writing/notes.ts'].map(
    (file) => `src/messages/en/${file}`,
  ),
}

test.each(entries)(
  '%s is sent the messages of one file at most, or of those it is made of, and nothing that only the server needs',
  async (name) => {
    const { metafile } = await esbuild.build({
      entryPoints: [`${ISLANDS}/${name}`],
      bundle: true,
      format: 'esm',
      external: ['/form-token'],
      metafile: true,
      write: false,
      outdir: 'dist',
    })
    const sent = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    )
    expect(sent).toContain(`${ISLANDS}/${name}`)
    const messages = sent.filter((path) => path.startsWith('src/messages/en/')).sort()
    expect(messages).toEqual(FILES[name] ?? messages.slice(0, 1))
    expect(sent.filter((path) => path.includes('hono'))).toEqual([])
  },
)
