/** What this part reads of what comes from outside, on any text at all: it answers or says what is wrong, and never throws. */
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oddBytes, oddText } from '../../test/fuzz/odd.ts'
import { isSentence, onText, TRIED } from '../../test/fuzz/on-text.ts'
import { readStrictly } from '../../test/well-formed.ts'
import { clientAddress } from './kit/client-address.ts'
import { readForm } from './kit/form.ts'
import { readDateField } from './newsroom/stories/story-form.ts'
import { CommentText } from './site/kit/comment-text.tsx'
import { storyPathOf } from './site/kit/paths.ts'
import { edtfWords } from './site/said/edtf-words.ts'
import { readQuestion } from './site/said/said-search.tsx'

const types = fc.oneof(
  fc.constantFrom(
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'multipart/form-data; boundary=""',
    'multipart/form-data; boundary="x;y"; boundary=x',
    '',
  ),
  oddText.map((text) => `multipart/form-data; boundary=${text}`),
)
const parts = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'name="a"',
        'name="a"; filename="b"',
        'name=a',
        'filename="x"',
        'name="a"; filename*=utf-8\'\'%00',
        'name',
      ),
      oddText,
    ),
    { maxLength: 4 },
  )
  .map((all) =>
    Buffer.from(
      `${all.map(([head, text]) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`).join('')}--x--\r\n`,
    ),
  )

test('any bytes of any type are a form or a fault with a name, and no field holds NUL or half a character', async () => {
  const bodies = fc.oneof(
    oddBytes,
    parts,
    oddText.map((text) => Buffer.from(`a=${text}&b=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))}`)),
  )
  await fc.assert(
    fc.asyncProperty(bodies, types, async (bytes, type) => {
      const request = Object.assign(Readable.from([Buffer.from(bytes)]), { headers: { 'content-type': type } })
      const form = await readForm(request, 100_000)
      if ('fault' in form) {
        expect(['too large', 'not UTF-8', 'not a form']).toContain(form.fault)
        return
      }
      for (const [name, value] of form.fields()) {
        expect(`${name}${value}`).not.toMatch(/\0|\p{Surrogate}/u)
        expect(form.all(name)).toContain(value)
      }
    }),
    { ...TRIED, numRuns: TRIED.numRuns * 2 },
  )
})

test('a network is the socket’s or one that our proxy wrote', () =>
  onText((text, other) => {
    for (const proxies of [0, 1, 2, 10])
      expect([
        '192.0.2.1',
        ...`${text},${other}`.split(',').map((part) => part.trim().replace(/^\[|\]$/g, '')),
      ]).toContain(clientAddress('192.0.2.1', `${text},${other}`, proxies))
  }))

test('a path is decoded or left as it is, and is the same when it is read again', () =>
  onText((text) => {
    const path = storyPathOf(`/2026/05/${text}`)
    if (!path.includes('%')) expect(storyPathOf(path)).toBe(path)
    const question = readQuestion(text, text)
    if (question.problem) isSentence(question.problem)
  }))

test('a comment is drawn as well-formed markup', () =>
  onText((text) => {
    readStrictly(`<!doctype html><body>${<CommentText text={text} />}</body>`)
  }))

test('a day that is typed is a moment or nothing, and a time in words stays a text', () => {
  const site = { language: 'en', timeZone: 'UTC' } as never
  return onText((text) => {
    for (const zone of ['UTC', 'America/New_York', 'Pacific/Apia']) {
      const at = readDateField(text, zone)
      expect(at === undefined || at === null || Number.isFinite(at)).toBe(true)
    }
    for (const edtf of [text, `${text}/..`, `../${text}`, `2024-05-16/${text}`])
      expect(typeof edtfWords(site, edtf)).toBe('string')
  })
})
