import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseEncoding } from './kept/packed.ts'
import { createPageCache, keep, type Page, type Tag } from './page-cache.ts'

const page = (body: string, tags: Tag[] = ['lists']): Page => ({ body, type: 'text/html; charset=utf-8', tags })
const text = (kept: { answer(a?: string, b?: string): { body: Buffer | null } } | null | undefined) =>
  kept?.answer(undefined, undefined).body?.toString()

test('every encoding gives the same words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (body) => {
      const kept = keep(page(body))
      expect(kept.answer(undefined, undefined).body?.toString()).toBe(body)
      expect(gunzipSync(kept.answer('gzip', undefined).body as Buffer).toString()).toBe(body)
      expect(brotliDecompressSync(kept.answer('gzip, br', undefined).body as Buffer).toString()).toBe(body)
    }),
    { numRuns: 50 },
  )
})

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.000,gzip;q=0', 'identity'],
  ['br;q=0.5', 'br'],
  ['', 'identity'],
  [undefined, 'identity'],
  ['deflate', 'identity'],
])('Accept-Encoding %s is answered with %s', (accept, encoding) => {
  expect(chooseEncoding(accept)).toBe(encoding)
})

test('who has the page already is told so, in whatever encoding they have it, and others are not', () => {
  const kept = keep(page('words'))
  for (const encoding of [undefined, 'gzip', 'br']) {
    const { headers } = kept.answer(encoding, undefined)
    const tag = headers[headers.indexOf('etag') + 1] as string
    expect(kept.answer('gzip', `"other", W/${tag}`)).toMatchObject({ status: 304, body: null })
  }
  const { headers } = keep(page('other words')).answer(undefined, undefined)
  expect(kept.answer(undefined, headers[headers.indexOf('etag') + 1])).toMatchObject({ status: 200 })
})

test('a page is drawn once, however many ask at the same time', async () => {
  const cache = createPageCache()
  let drawn = 0
  const draw = async () => {
    drawn++
    await new Promise((resolve) => setTimeout(resolve, 5))
    return page('once')
  }
  await Promise.all([1, 2, 3, 4].map(() => cache.fill('/', draw)))
  expect(drawn).toBe(1)
  expect(text(cache.get('/'))).toBe('once')
})

test('a change drops what shows it, and only that; a change of the site drops everything', async () => {
  const cache = createPageCache()
  await cache.fill('/a', async () => page('a', ['story:a']))
  await cache.fill('/b', async () => page('b', ['story:b']))
  cache.drop(['story:a'])
  expect([cache.get('/a'), text(cache.get('/b'))]).toEqual([undefined, 'b'])
  cache.drop(['site'])
  expect(cache.get('/b')).toBe(undefined)
  expect(cache.size).toBe(0)
})

test('a page that was being drawn when its story changed is drawn again, and nobody is handed the old one after the change', async () => {
  const cache = createPageCache()
  let words = 'before'
  const draws: (() => void)[] = []
  const draw = async () => {
    const seen = words
    await new Promise<void>((resolve) => draws.push(resolve))
    return page(seen, ['story:a'])
  }
  const early = cache.fill('/a', draw)
  await Promise.resolve()
  words = 'after'
  cache.drop(['story:a'])
  const late = cache.fill('/a', draw)
  for (let i = 0; i < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 2))
    for (const go of draws.splice(0)) go()
  }
  expect([text(await early), text(await late), text(cache.get('/a'))]).toEqual(['after', 'after', 'after'])
})

test('a page that says until when it holds is drawn anew from then on, and shown as it was while nothing can be asked', async () => {
  let clock = 1000
  let drawn = 0
  const cache = createPageCache(() => clock)
  const draw = async () => ({ ...page(`drawn ${++drawn}`), until: clock + 60_000 })
  await cache.fill('/', draw)
  await cache.fill('/for good', async () => page('for good'))
  clock += 59_999
  expect(text(cache.get('/'))).toBe('drawn 1')
  expect(text(await cache.fill('/', draw))).toBe('drawn 1')
  clock += 1
  expect(cache.get('/')).toBe(undefined)
  const away = async () => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' })
  }
  expect(text(await cache.fill('/', away))).toBe('drawn 1')
  expect(text(await cache.fill('/', draw))).toBe('drawn 2')
  clock += 1e12
  expect(text(cache.get('/for good'))).toBe('for good')
})

test('a page that is not there is asked for anew each time', async () => {
  const cache = createPageCache()
  expect(await cache.fill('/a', async () => null)).toBe(null)
  expect(text(await cache.fill('/a', async () => page('now')))).toBe('now')
})

test('what was not asked for longest goes first when the space is used up', async () => {
  const cache = createPageCache(Date.now, { limit: 6000 })
  for (const path of ['/1', '/2']) await cache.fill(path, async () => page('x'.repeat(1000)))
  cache.get('/1')
  await cache.fill('/3', async () => page('x'.repeat(1000)))
  expect([cache.get('/1'), cache.get('/2'), cache.get('/3')].map((kept) => kept !== undefined)).toEqual([
    true,
    false,
    true,
  ])
  expect(cache.size).toBeLessThanOrEqual(6000)
})

test('where changes may have been missed a page is drawn anew, and shown as it was only while nothing can be asked', async () => {
  const cache = createPageCache()
  await cache.fill('/a', async () => page('as it was', ['story:a']))
  await cache.fill('/b', async () => page('b', ['story:b']))
  cache.drop(['missed'])
  expect(cache.get('/a')).toBe(undefined)
  const away = async () => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' })
  }
  expect(text(await cache.fill('/a', away))).toBe('as it was')
  // A mistake of ours is no reason to show what may be out of date.
  const broken = cache.fill('/a', async () => {
    throw new TypeError('ours')
  })
  await expect(broken).rejects.toThrow('ours')
  // What is known to have changed is not shown as it was, whatever can be asked.
  cache.drop(['story:b'])
  await expect(cache.fill('/b', away)).rejects.toThrow('terminating')
  expect(text(await cache.fill('/a', async () => page('as it is', ['story:a'])))).toBe('as it is')
  expect(text(cache.get('/a'))).toBe('as it is')
  cache.drop(['missed'])
  expect(await cache.fill('/a', async () => null)).toBe(null)
  await expect(cache.fill('/a', away)).rejects.toThrow('terminating')
  expect(cache.size).toBe(0)
})

/** As a page repeats itself, with words that do not. */
const longPage = () => {
  const word = (n: number) => (((n + 7) * 2_654_435_761) % 4_294_967_296).toString(36)
  return Array.from({ length: 300 }, (_, i) => `<p class="words" id="b-${i}">${word(i)} ${word(3 * i)}</p>`).join('')
}
const etagOf = ({ headers }: { headers: string[] }) => headers[headers.indexOf('etag') + 1]

test('who asks first is sent what is packed quickly, and once it is asked for again it is packed well, under another tag', async () => {
  for (const [encoding, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const html = longPage()
    const kept = keep(page(html))
    const first = kept.answer(encoding, undefined)
    expect(etagOf(kept.answer(encoding, undefined))).toBe(etagOf(first))
    await expect.poll(() => etagOf(kept.answer(encoding, undefined))).not.toBe(etagOf(first))
    const later = kept.answer(encoding, undefined)
    for (const { body, headers } of [first, later]) {
      expect(unpack(body as Buffer).toString()).toBe(html)
      expect(headers[headers.indexOf('content-length') + 1]).toBe(String(body?.length))
    }
    const [quick, well] = [first.body?.length ?? 0, later.body?.length ?? 0]
    expect(well).toBeLessThan(quick)
    expect(quick).toBeLessThan(1.25 * well)
    // Who has either has the page.
    expect(kept.answer(encoding, etagOf(first)).status).toBe(304)
  }
})

test('what others keep for good is packed well at once', () => {
  const body = longPage()
  const size = (cacheControl: string) => keep({ ...page(body), cacheControl }).answer('br', undefined).body?.length ?? 0
  expect(size('public, max-age=31536000, immutable')).toBeLessThan(size('public, no-cache'))
})

test('only packed bytes are kept, and they are what the cache counts', async () => {
  const cache = createPageCache()
  const html = longPage()
  const kept = await cache.fill('/a', async () => page(html))
  expect(cache.size).toBeGreaterThan(html.length)
  const beside = cache.size - html.length
  const sent = kept?.answer('br', undefined).body?.length ?? 0
  expect(cache.size).toBe(sent + beside)
  // Unpacked for whoever takes nothing packed, and not kept so.
  expect(text(kept)).toBe(html)
  expect(cache.size).toBe(sent + beside)
  const more = kept?.answer('gzip', undefined).body?.length ?? 0
  expect(cache.size).toBe(sent + more + beside)
  cache.drop(['site'])
  expect([cache.size, cache.count]).toEqual([0, 0])
})

test('a page that is only asked for unpacked is packed all the same', async () => {
  const cache = createPageCache()
  const html = longPage()
  const kept = await cache.fill('/a', async () => page(html))
  expect(text(kept)).toBe(html)
  await expect.poll(() => cache.size).toBeLessThan(html.length)
  expect(text(kept)).toBe(html)
})

test('what pages are drawn from is read once, until something changes that it was made of', async () => {
  let clock = 0
  const cache = createPageCache(() => clock)
  let read = 0
  const part = () => cache.part('/a', async () => ({ value: ++read, tags: ['story:a'] }))
  const value = async () => (await part()).value
  expect([await value(), await value()]).toEqual([1, 1])
  cache.drop(['discussion:a'])
  expect(await value()).toBe(1)
  cache.drop(['story:a'])
  expect(await value()).toBe(2)
  cache.drop(['missed'])
  expect(await value()).toBe(3)
  clock += 24 * 60 * 60 * 1000
  expect(await value()).toBe(4)
  expect(await cache.part('/b', async () => null)).toBe(null)
})

test('nobody is shown what a page was drawn from before, where there is nothing to ask', async () => {
  const cache = createPageCache()
  await cache.part('/a', async () => ({ value: 'as it was', tags: ['story:a'] }))
  cache.drop(['missed'])
  const away = async (): Promise<{ value: string; tags: Tag[] }> => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' })
  }
  await expect(cache.part('/a', away)).rejects.toThrow('terminating')
})
