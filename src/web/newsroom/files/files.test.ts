/** The newsroom's files, as it uses them without JavaScript, and as readers have them in a story. */
import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises'
import { get as httpGet, request as httpRequest, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { film, pdf, wav } from '../../../../test/media-files.ts'
import { photo } from '../../../../test/pictures.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'

const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nThe weir holds.\n'

for (const kind of ONE_DATABASE) {
  describe(`the newsroom’s files on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let dataFolder: string
    const start = async (timeouts?: { request: number; headers: number }) => {
      dataFolder = await mkdtemp(join(tmpdir(), 'courant-newsroom-files-'))
      site = await freshSite(kind, { config: { dataFolder }, ...(timeouts ? { timeouts } : {}) })
      staff = await editor(site)
    }
    beforeEach(() => start())
    afterEach(async () => {
      await site.drop()
      await rm(dataFolder, { recursive: true, force: true })
    })

    const page = async (path = '/newsroom/files') => drawn(await (await staff.get(path)).text())
    const formOf = (...files: [name: string, bytes: Buffer][]) => {
      const form = new FormData()
      for (const [name, bytes] of files) form.append('files', new Blob([new Uint8Array(bytes)]), name)
      return form
    }
    const upload = async (name: string, bytes: Buffer): Promise<string> =>
      (await staff.post('/newsroom/files', formOf([name, bytes]))).headers.get('location') ?? ''
    const lineOf = async (path: string, title: string) => {
      const line = /\{file [^}]+\}/.exec(await (await staff.get(path)).text())?.[0] ?? ''
      return line.replace(/ \| .*/, ` | ${title}}`)
    }
    const story = async (headline: string, body: string, afterwards = 'publish') => {
      const path = (await staff.post('/newsroom/stories', {})).headers.get('location') ?? ''
      const saved = await staff.post(path, { headline, byline: 'Mara Lind', body, base: '1', afterwards })
      return { path, status: saved.status, html: await saved.text() }
    }
    const publicPath = async (path: string) =>
      Object.keys((await page(path)).links).find((href) => /^\/\d{4}\/\d{2}\//.test(href)) ?? ''
    const incoming = () => readdir(join(dataFolder, 'files', 'incoming')).catch(() => [])

    test('an empty list says what to do, and leads to the pictures', async () => {
      const { words, links } = await page()
      expect(words).toContain('No files yet. Upload the first one above.')
      expect(links).toHaveProperty('/newsroom/pictures', 'Pictures')
      expect((await page('/newsroom/pictures')).links).toHaveProperty('/newsroom/files', 'Files')
    })

    test('several come at once; what can’t be used is said by its name, and the others are kept', async () => {
      const files = formOf(['talk.wav', wav()], ['notes.txt', Buffer.from('Dear editor')], ['budget.pdf', pdf(12)])
      const answer = await staff.post('/newsroom/files', files)
      const { words } = drawn(await answer.text())
      expect([answer.status, words]).toEqual([400, expect.stringContaining('2 files added.')])
      expect(words).toContain('notes.txt: This file is of a kind that can’t be used.')
      expect(words).toContain('PDF · 12 pages')
      expect(words).toContain('Audio · 0:02')
      expect((await page('/newsroom/files?q=budg')).words).toContain('budget')
      expect((await page('/newsroom/files?q=tunnel')).words).toContain('No files found.')
      expect(drawn(await (await staff.post('/newsroom/files', formOf())).text()).words).toContain(
        'Choose at least one file.',
      )
      expect(await incoming()).toEqual([])
    })

    test('the page’s script is told what came of each', async () => {
      const send = async (files: FormData) =>
        (await staff.post('/newsroom/files', files, { accept: 'application/json' })).json()
      expect(await send(formOf(['talk.wav', wav()]))).toEqual({
        problem: null,
        pictures: [{ href: expect.stringMatching(/^\/newsroom\/files\//), words: 'talk', src: '' }],
      })
      expect(await send(formOf(['x.pdf', Buffer.from('<html>')]))).toMatchObject({
        problem: expect.stringContaining('x.pdf: This is a web page'),
      })
    })

    test('more than is allowed is refused before it is sent, whoever sends it', async () => {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const asked = httpRequest(`${site.url}/newsroom/files`, {
          method: 'POST',
          headers: {
            cookie: [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            'content-type': 'multipart/form-data; boundary=x',
            'content-length': 300 * 1024 * 1024,
          },
        })
        asked.on('response', resolve)
        asked.on('error', reject)
        asked.write('--x\r\n')
      })
      let html = ''
      for await (const chunk of answer) html += chunk
      answer.destroy()
      expect([answer.statusCode, drawn(html).words]).toEqual([413, expect.stringContaining('larger than 200 MB')])
      expect(await incoming()).toEqual([])
    })

    test('in a story audio and video have players, a PDF a card; captions come to the page as they change', async () => {
      const talk = await upload('talk.wav', wav(75))
      const movie = await upload('weir.mp4', await film('mp4', { width: 640, height: 360 }))
      const budget = await upload('budget.pdf', pdf(12))
      const pictures = await staff.post('/newsroom/pictures', formOf(['weir.jpg', await photo()]))
      expect(pictures.status).toBe(303)
      const poster = Object.keys((await page('/newsroom/pictures')).links).find((href) =>
        /pictures\/\w{26}$/.test(href),
      )
      const saved = await staff.post(movie, { title: 'The weir', transcript: '', poster: poster?.slice(9) ?? '' })
      expect(saved.headers.get('location')).toBe(`${movie}?done=saved`)
      await staff.post(talk, { title: 'Talk', transcript: 'First words.\n\nSecond words.', poster: '' })
      const body = [
        await lineOf(talk, 'The harbour talk'),
        await lineOf(movie, 'The weir, filmed'),
        await lineOf(budget, 'The “budget”'),
        `{embed https://www.youtube.com/watch?v=1 | A film elsewhere | ${poster?.slice(9)}}`,
        'And so on.',
      ].join('\n\n')
      const made = await story('Files all along', body)
      expect(made.status).toBe(303)
      const path = await publicPath(made.path)
      const html = async () => (await visitor(site).get(path)).text()
      const first = await html()
      expect(first).toMatch(/<audio controls="" preload="none" src="\/files\/\w{26}\/talk\.wav"/)
      expect(first).toMatch(/<video [^>]*poster="\/pictures\/[0-9a-f]{32}\/\d+\.(?:jpg|webp)" width="640" height="360"/)
      expect(drawn(first).words).toContain('The harbour talk Audio, 1:15, WAV, 1.2 MB')
      expect(drawn(first).words).toContain('TranscriptFirst words.Second words.')
      expect(drawn(first).words).toContain('PDF, 2 KB, 12 pages')
      expect(drawn(first).words).toContain('Watch on YouTube')
      expect(first).toMatch(/<p class="embed still"[^>]*><a href="https:\/\/www\.youtube\.com\/watch\?v=1"/)
      expect(first).not.toMatch(/(?:src|srcset|poster)="(?:https?:)?\/\//)
      expect(first).not.toContain('<track')

      const captions = new FormData()
      captions.append('captions', new Blob([VTT]), 'weir.vtt')
      await staff.post(`${movie}/captions`, captions)
      const [, track = ''] = /<track kind="captions" src="([^"]+)"/.exec(await html()) ?? []
      const shown = await visitor(site).get(track)
      expect([shown.headers.get('content-type'), await shown.text()]).toEqual(['text/vtt; charset=utf-8', VTT])

      const feed = await (await visitor(site).get('/feed.xml')).text()
      expect(feed).toMatch(
        /<link rel="enclosure" type="audio\/wav" length="1200044" href="http[^"]+\/files\/\w{26}\/talk\.wav" title="The harbour talk"\/>/,
      )
      expect(feed).not.toContain('&lt;audio')

      // All are in use now: the line in the list, the file's page, and a deletion say so.
      expect((await page()).words).toContain('Used in Files all along')
      expect(drawn(await (await staff.post(`${talk}/delete`, {})).text()).words).toContain(
        'This file is used in “Files all along”. Take it out of there first.',
      )
      const still = await staff.post(`${poster}/delete`, {})
      expect(drawn(await still.text()).words).toContain('“Files all along”')
    })

    test('on a page of the paper’s own a file stands as in a story, shows what is said of it, and is not deleted', async () => {
      const file = await upload('minutes.wav', wav(2))
      const about = (await staff.post('/newsroom/pages', { kind: 'about' })).headers.get('location') ?? ''
      const words = { title: 'About us', slug: 'about', words: `Hear us.\n\n${await lineOf(file, 'The minutes')}` }
      await staff.post(about, { ...words, number: '1', afterwards: 'publish' })
      const shown = await page('/about')
      expect(shown.elements.some(({ name }) => name === 'audio')).toBe(true)
      expect((await page(`${about.replace(/\?.*/, '')}/preview`)).elements.some(({ name }) => name === 'audio')).toBe(
        true,
      )

      await staff.post(file, { title: 'Minutes', transcript: 'Nobody spoke.', poster: '' })
      expect((await page('/about')).words).toContain('Nobody spoke.')
      expect((await page(file)).links).toHaveProperty(about.replace(/\?.*/, ''), 'About us')
      const refused = await staff.post(`${file}/delete`, {})
      expect([refused.status, drawn(await refused.text()).words]).toEqual([
        400,
        expect.stringContaining('This file is used in “About us”.'),
      ])
    })

    test('a wrong line in a story is said, and nothing typed is lost', async () => {
      for (const [line, sentence] of [
        ['{file https://elsewhere.example/x.pdf | A report}', 'A file’s address must begin with /files/.'],
        ['{file | A report}', 'A file’s address must begin with /files/.'],
        ['{embed https:// | A film}', 'must begin with https://'],
        ['{embed https://v.example/1 | A film | https://v.example/1.jpg}', 'must be a picture of the library'],
      ]) {
        const { status, html } = await story('Wrong lines', line ?? '', '')
        expect([line, status, drawn(html).words]).toEqual([line, 400, expect.stringContaining(sentence ?? '')])
        expect(drawn(html).words).toContain(line)
      }
    })

    test('details that can’t be kept come back with all that was typed', async () => {
      const movie = await upload('weir.mp4', await film())
      const wrong = await staff.post(movie, { title: 'The weir', transcript: 'Water.', poster: '/pictures/none' })
      const html = await wrong.text()
      expect([wrong.status, drawn(html).words]).toEqual([400, expect.stringContaining('The poster must be a picture')])
      expect(html).toContain('value="/pictures/none"')
      expect(html).toContain('Water.')
      const none = await staff.post(`${movie}/captions`, new FormData())
      expect(drawn(await none.text()).words).toContain('Choose a captions file.')
      expect((await staff.post(`${movie}/delete`, {})).headers.get('location')).toBe('/newsroom/files?done=deleted')
      expect((await staff.get(movie)).status).toBe(404)
    })

    /** Sends a form whose one file is the pieces, each when the one before has gone. */
    const send = (pieces: AsyncIterable<Buffer>, name = 'talk.wav', path = '/newsroom/files') =>
      new Promise<{ status: number; location: string }>((resolve, reject) => {
        const cookie = [...staff.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
        const asked = httpRequest(site.url + path, {
          method: 'POST',
          headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' },
        })
        asked.on('error', reject)
        asked.on('response', (answer) => {
          answer.resume()
          resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' })
        })
        const go = async () => {
          asked.write(`--x\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n`)
          for await (const piece of pieces)
            if (!asked.write(piece)) await new Promise((done) => asked.once('drain', done))
          asked.end('\r\n--x--\r\n')
        }
        go().catch((error) => {
          asked.destroy()
          reject(error)
        })
      })

    test('an upload that breaks off leaves nothing, and the next one works', async () => {
      const broken = send(
        (async function* () {
          yield wav(60).subarray(0, 500_000)
          while ((await incoming()).length === 0) await wait(5)
          throw new Error('the line is gone')
        })(),
      )
      await expect(broken).rejects.toThrow('the line is gone')
      while ((await incoming()).length > 0) await wait(5)
      expect((await page()).words).toContain('No files yet.')
      expect(await upload('talk.wav', wav())).toMatch(/^\/newsroom\/files\/\w{26}$/)
    })

    test('a large file goes through in pieces: neither coming nor going is it held in memory', async () => {
      const MB = 1024 * 1024
      const size = 150 * MB
      const head = wav(0)
      head.writeUInt32LE(36 + size, 4)
      head.writeUInt32LE(size, 40)
      const held = () => {
        const { heapUsed, external } = process.memoryUsage()
        return heapUsed + external
      }
      const before = held()
      let most = 0
      const sent = await send(
        (async function* () {
          yield head
          for (let i = 0; i < 150; i++) {
            yield Buffer.alloc(MB)
            most = Math.max(most, held() - before)
          }
        })(),
      )
      expect(sent).toEqual({ status: 303, location: expect.stringMatching(/^\/newsroom\/files\//) })
      // What the sender in this process makes, a megabyte at a time, is part of it until it is collected.
      expect(most).toBeLessThan(75 * MB)
      const [, path = ''] = /href="(\/files\/[^"]+)"/.exec(await (await staff.get(sent.location)).text()) ?? []

      // A reader who goes away in the middle ends the reading of it.
      const answer = await new Promise<IncomingMessage>((resolve) => httpGet(site.url + path, resolve))
      await new Promise((resolve) => answer.once('data', resolve))
      expect(answer.headers['content-length']).toBe(String(size + 44))
      if (process.platform === 'linux') expect(await isOpen('/original')).toBe(true)
      answer.destroy()
      if (process.platform === 'linux') while (await isOpen('/original')) await wait(5)
    })

    test('an upload may take its time as long as something comes; any other form may not', async () => {
      await site.drop()
      await rm(dataFolder, { recursive: true, force: true })
      await start({ request: 300, headers: 300 })
      const slowly = async function* (until: number) {
        const bytes = wav(1)
        for (let i = 0; i < until; i++) {
          yield bytes.subarray((bytes.length / 12) * i, (bytes.length / 12) * (i + 1))
          await wait(75)
        }
        if (until < 12) await new Promise(() => {})
      }
      expect(await send(slowly(12))).toEqual({ status: 303, location: expect.stringMatching(/^\/newsroom\/files\//) })
      // A recording is no picture, but all of it was waited for.
      expect(await send(slowly(12), 'talk.jpg', '/newsroom/pictures')).toEqual({ status: 400, location: '' })
      expect(await send(slowly(3))).toEqual({ status: 408, location: '' })
      while ((await incoming()).length > 0) await wait(5)
    })
  })
}

/** Whether this process has a file open whose path ends so. */
async function isOpen(end: string): Promise<boolean> {
  const open = await readdir('/proc/self/fd')
  const paths = await Promise.all(open.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')))
  return paths.some((path) => path.endsWith(end))
}
