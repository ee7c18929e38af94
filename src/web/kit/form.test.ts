import { once } from 'node:events'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DATABASES } from '../../../test/databases.ts'
import { demonstration, editor, freshSite } from '../../../test/sites.ts'
import { clientAddress } from './client-address.ts'
import { type Form, type FormRequest, readForm } from './form.ts'

const request = (body: string | Uint8Array, type = 'application/x-www-form-urlencoded'): FormRequest =>
  Object.assign(Readable.from([Buffer.from(body)]), { headers: { 'content-type': type } })

test('whatever a browser sends comes back as it was typed, but for NUL, which no database keeps', async () => {
  const typed = fc.string({
    unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.constant('\0')),
  })
  const without = (value: string) => value.replaceAll('\0', '')
  await fc.assert(
    fc.asyncProperty(typed, typed, async (name, comment) => {
      const form = (await readForm(request(new URLSearchParams({ name, comment }).toString()), 100_000)) as Form
      expect([form.get('name'), form.get('comment')]).toEqual([without(name), without(comment)])
    }),
  )
  const data = new FormData()
  data.set('no\0te', 'one\0two')
  const sent = new Response(data)
  const bytes = new Uint8Array(await sent.clone().arrayBuffer())
  const form = (await readForm(request(bytes, sent.headers.get('content-type') ?? ''), 10_000)) as Form
  expect(form.get('note')).toBe('onetwo')
})

for (const kind of DATABASES) {
  test(`a NUL character in a newsroom’s form breaks nothing and loses nothing else on ${kind}`, async () => {
    const site = await freshSite(kind)
    try {
      const staff = await editor(site)
      const sent = await staff.post('/newsroom/people', { name: 'Jo\0hanna', mail: '', switches: 'moderate' })
      expect(sent.status).toBeLessThan(400)
      expect(await (await staff.get('/newsroom/people')).text()).toContain('Johanna')
    } finally {
      await site.drop()
    }
  })
}

test.each([
  ['raw bytes', Buffer.from([0x63, 0x3d, 0xff, 0xfe])],
  ['escaped bytes', 'c=%ff%fe'],
  ['half a character', 'c=%e2%82'],
  ['a lone surrogate in UTF-8', 'c=%ed%a0%80'],
  ['a broken escape', 'c=100%'],
])('%s that are not UTF-8 are said to be so, never replaced in silence', async (_, body) => {
  expect(await readForm(request(body), 1000)).toEqual({ fault: 'not UTF-8' })
})

test('a body over the limit is refused, whether it says its length or not', async () => {
  expect(await readForm(request(`c=${'x'.repeat(1000)}`), 1000)).toEqual({ fault: 'too large' })
  let read = 0
  async function* without() {
    for (;;) {
      read++
      yield new Uint8Array(600)
    }
  }
  const endless = { [Symbol.asyncIterator]: without, headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  expect(await readForm(endless, 1000)).toEqual({ fault: 'too large' })
  expect(read).toBe(2)
})

test('what is no form is said to be none', async () => {
  expect(await readForm(request('{}', 'application/json'), 1000)).toEqual({ fault: 'not a form' })
  expect(await readForm(request('--x', 'multipart/form-data; boundary=y'), 1000)).toEqual({ fault: 'not a form' })
})

test('a file comes with its name and its bytes as they are', async () => {
  const data = new FormData()
  data.set('page', 'words')
  data.set('file', new File([new Uint8Array([0xff, 0x00])], 'page.html'))
  const sent = new Request('http://site/', { method: 'POST', body: data })
  const bytes = new Uint8Array(await sent.clone().arrayBuffer())
  const form = (await readForm(request(bytes, sent.headers.get('content-type') ?? ''), 10_000)) as Form
  expect(form.get('page')).toBe('words')
  expect(form.file('file')).toEqual({ name: 'page.html', bytes: new Uint8Array([0xff, 0x00]) })
})

test('of a form whose files are too large all words are there, and the files that there was room for', async () => {
  const data = new FormData()
  data.set('page', 'wörds')
  data.append('file', new File([new Uint8Array(700)], 'a.jpg'))
  data.append('file', new File([new Uint8Array(2000)], 'b.jpg'))
  data.append('file', new File([new Uint8Array(100).fill(7)], 'c.jpg'))
  data.set('after', 'more')
  const read = async (form: FormData, limit: number) => {
    const sent = new Request('http://site/', { method: 'POST', body: form })
    const bytes = new Uint8Array(await sent.clone().arrayBuffer())
    const headers = { 'content-type': sent.headers.get('content-type') ?? '', 'content-length': String(bytes.length) }
    return readForm(Object.assign(Readable.from([bytes]), { headers }), limit, { bringsFiles: true })
  }
  const form = (await read(data, 1000)) as Form
  expect([form.get('page'), form.get('after')]).toEqual(['wörds', 'more'])
  expect(form.files('file').map(({ name, bytes, size }) => [name, bytes.length, size])).toEqual([
    ['a.jpg', 700, undefined],
    ['b.jpg', 0, 2000],
    ['c.jpg', 100, undefined],
  ])
  // Words alone that are too many are so still, and a form of many parts is none.
  data.set('page', 'x'.repeat(1001))
  expect(await read(data, 1000)).toEqual({ fault: 'too large' })
  const many = new FormData()
  for (let i = 0; i < 1100; i++) many.append('f', 'x')
  expect(await read(many, 1000)).toEqual({ fault: 'not a form' })
})

test('a made-up X-Forwarded-For changes nothing; with a proxy in front, what the proxy saw counts', () => {
  expect(clientAddress('192.0.2.1', '203.0.113.9', 0)).toBe('192.0.2.1')
  expect(clientAddress('127.0.0.1', 'made up, 198.51.100.4', 1)).toBe('198.51.100.4')
  expect(clientAddress('127.0.0.1', '203.0.113.9, 198.51.100.4', 1)).toBe('198.51.100.4')
  expect(clientAddress('127.0.0.1', 'not an address', 1)).toBe('127.0.0.1')
  expect(clientAddress('127.0.0.1', undefined, 2)).toBe('127.0.0.1')
})

test('a form of more fields than any of ours has is none, however it is sent', async () => {
  const fields = Array.from({ length: 1100 }, (_, index) => [`f${index}`, 'x'])
  expect(await readForm(request(new URLSearchParams(fields).toString()), 100_000)).toEqual({ fault: 'not a form' })
  const data = new FormData()
  for (const [name, value] of fields) data.append(name as string, value as string)
  const sent = new Response(data)
  const bytes = new Uint8Array(await sent.clone().arrayBuffer())
  expect(await readForm(request(bytes, sent.headers.get('content-type') ?? ''), 1_000_000)).toEqual({
    fault: 'not a form',
  })
  const blank = new FormData()
  blank.set('body', 'One\r\n\r\n'.repeat(2000))
  const long = new Response(blank)
  const whole = new Uint8Array(await long.clone().arrayBuffer())
  const form = (await readForm(request(whole, long.headers.get('content-type') ?? ''), 1_000_000)) as Form
  expect(form.get('body')).toBe('One\r\n\r\n'.repeat(2000))
})

test('a form that is read once more, to give its words back, is the same', async () => {
  const once = request('comment=Words')
  expect(((await readForm(once, 100)) as Form).get('comment')).toBe('Words')
  expect(((await readForm(once, 1)) as Form).get('comment')).toBe('Words')
})

for (const kind of DATABASES) {
  test(`on ${kind} an upload that its sender breaks off is no trouble of the database, and of nobody’s`, async () => {
    const site = await freshSite(kind)
    try {
      const { path } = await demonstration(site)
      const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
      socket.on('error', () => {})
      const heard = once(socket, 'data')
      socket.write(
        `POST ${path}/comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n`,
      )
      await heard
      socket.write('name=Ada&comment=half')
      socket.destroy()
      await expect.poll(() => site.log()).toMatch(/"method":"POST","route":"[^"]*comments","status":400/)
      expect(site.log()).not.toMatch(/database|"level":[45]0/)
    } finally {
      await site.drop()
    }
  })
}
