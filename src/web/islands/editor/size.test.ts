/** What a browser is sent to write a story with. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { need } from '../../../../test/need.ts'

await need('build')

test('the editor’s code is 150 KB at most, compressed, and holds nothing of the server’s', () => {
  const assets = fileURLToPath(new URL('../../../../dist/assets/', import.meta.url))
  const names = JSON.parse(readFileSync(`${assets}manifest.json`, 'utf8')) as Record<string, string>
  const code = readFileSync(assets + names['editor.js'])
  expect(gzipSync(code).length).toBeLessThan(150_000)
  // Nothing of the server's, and none of its schemas, came along.
  expect(/["']node:|ZodError|better-sqlite3/.test(code.toString())).toBe(false)
})
