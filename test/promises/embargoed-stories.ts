/** Stories with embargoes on a real site, and beside them what should be seen of each by now. */
import { expect } from 'vitest'
import { hookBody } from '../../src/webhooks/index.ts'
import type { DATABASES } from '../databases.ts'
import { drawn } from '../drawn.ts'
import { doWhatIsDue } from '../due.ts'
import { postOffice } from '../letters.ts'
import { wav } from '../media-files.ts'
import { photo } from '../pictures.ts'
import { type Visitor, visitor } from '../sites.ts'

/** A word of its own for each place of a story, so that it is known wherever it turns up. */
const PLACES = [
  ...['headline', 'search', 'share', 'standfirst', 'byline', 'section', 'topic', 'picture'],
  ...['alt', 'caption', 'said', 'speaker', 'more'],
] as const
/** `library`: a picture and a file that came into the library for this version. */
type Words = Record<(typeof PLACES)[number], string> & { library: Library | null }
interface Library {
  /** Their addresses, as a story names them. */
  picture: string
  file: string
  /** What readers see of them once the version is live, and whatever else names them. */
  shown: readonly string[]
  others: readonly string[]
}
/** What stays of a retracted story. */
const KEPT: readonly string[] = ['headline', 'byline', 'section', 'topic']
/** So many versions of a history bring a picture and a file with them: each is read and made smaller in threads. */
const LIBRARIES = 2

interface Known {
  id: string
  draft: Words
  live: Words | null
  isRetracted: boolean
  held: { words: Words; until: number; cause: string } | null
  /** Where readers found it last. */
  path: string | null
}

const MINUTE = 60_000

export async function begin(kind: (typeof DATABASES)[number]) {
  const office = await postOffice(kind)
  const { site, staff, clock } = office
  const settings = { name: 'The Echo', language: 'en', timeZone: 'UTC', whoSaysSo: 'yes', commentsOpen: 'yes' }
  expect((await staff.post('/newsroom/settings', settings)).status).toBe(303)
  expect((await staff.post('/newsroom/embedding', { site: 'https://paper.example' })).status).toBe(303)
  const stories: Known[] = []
  const isOut = new Set<string>()
  /** Every word that was ever made, with where it belongs. */
  const made = new Map<string, string>()
  let count = 0

  const word = (place: string) => {
    const one = `Z${(++count).toString(36).padStart(3, '0')}${place.slice(0, 2)}x`
    made.set(one, place)
    return one
  }
  /** The whole minute that comes after so many. */
  const minuteIn = (minutes: number) => (Math.floor(clock.now / MINUTE) + 1 + minutes) * MINUTE
  let libraries = 0
  async function newWords(): Promise<Words> {
    const words = Object.fromEntries(PLACES.map((place) => [place, word(place)])) as Omit<Words, 'library'>
    if (libraries === LIBRARIES) return { ...words, library: null }
    const library = await bring(staff, word, ++libraries)
    for (const one of [...library.shown, ...library.others]) made.set(one, 'library')
    return { ...words, library }
  }
  const pick = (from: readonly Known[], on: number): Known | undefined => from[on % from.length]
  const show = (words: Words) => {
    for (const place of PLACES) isOut.add(words[place])
    for (const one of [...(words.library?.shown ?? []), ...(words.library?.others ?? [])]) isOut.add(one)
  }

  const textOf = (words: Words) => ({
    headline: `Bridge ${words.headline} opens`,
    standfirst: `It is ${words.standfirst}.`,
    byline: `Ann ${words.byline}`,
    dateline: '',
    body: [
      `“The bridge is ${words.said},” said Doctor ${words.speaker} on Monday.`,
      ...(words.library
        ? [
            `{figure ${words.library.picture} | Beside it: ${words.alt} | Another ${words.caption} view}`,
            `{file ${words.library.file} | Hear ${words.more}}`,
          ]
        : []),
      `More of ${words.more} follows.`,
    ].join('\n\n'),
  })
  const formOf = (words: Words) => ({
    ...textOf(words),
    searchHeadline: `Find ${words.search}`,
    shareHeadline: `Share ${words.share}`,
    newSection: `Part ${words.section}`,
    topics: `On ${words.topic}`,
    pictureSrc: words.library?.picture ?? `/${words.picture}.jpg`,
    pictureAlt: `Seen: ${words.alt}`,
    pictureCaption: `A ${words.caption} view`,
  })
  const page = async (path: string) => drawn(await (await staff.get(path)).text())
  const baseOf = async (path: string) => (await page(path)).field('base')?.attributes.value ?? ''
  const of = ({ id }: Known) => `/newsroom/stories/${id}`

  async function save(story: Known, more: Record<string, string> = {}) {
    return staff.post(of(story), { ...formOf(story.draft), base: await baseOf(of(story)), ...more })
  }
  async function findPath(story: Known) {
    const found = await (await fetch(`${site.url}/api/stories/${story.id}`)).json()
    story.path = new URL(found.url).pathname
  }
  /** What was held is what readers see from now on. */
  async function goesLive(story: Known) {
    if (!story.held) return
    show(story.held.words)
    isOut.add(story.held.cause)
    Object.assign(story, { live: { ...story.held.words }, held: null, isRetracted: false })
    await findPath(story)
  }

  const act = {
    async write(on: number) {
      const old = on % 3 === 0 ? undefined : pick(stories, on)
      const id = old?.id ?? (await staff.post('/newsroom/stories', {})).headers.get('location')?.split('/').at(-1)
      const story: Known = old ?? {
        ...{ id: id ?? '', draft: await newWords(), live: null, isRetracted: false, held: null, path: null },
      }
      if (!old) stories.push(story)
      else story.draft = await newWords()
      const r0 = await save(story)
      if (r0.status !== 303) console.error(drawn(await r0.text()).words.slice(0, 700))
      expect(r0.status).toBe(303)
    },
    async publish(on: number) {
      const story = pick(stories, on)
      if (!story) return
      const cause = word('cause')
      const change = story.live ? { change: on % 2 ? 'correction' : 'update', cause: `It was ${cause}.` } : {}
      const answer = await save(story, { afterwards: 'publish', ...change })
      expect(answer.status).toBe(story.held ? 400 : 303)
      if (story.held) return
      show(story.draft)
      if (story.live) isOut.add(cause)
      Object.assign(story, { live: { ...story.draft }, isRetracted: false })
      await findPath(story)
    },
    async embargo(on: number) {
      const story = pick(stories, on)
      if (!story) return
      const cause = word('cause')
      const until = story.held?.until ?? minuteIn(on % 90)
      const typed = new Date(until).toISOString().slice(0, 16)
      const answer = await staff.post(`${of(story)}/embargo`, {
        ...{ at: typed, change: on % 2 ? 'correction' : 'update', cause: `It was ${cause}.` },
        ...(story.held ? { replace: 'yes' } : {}),
      })
      expect(answer.status).toBe(303)
      story.held = { words: { ...story.draft }, until, cause: story.live ? cause : word('unsaid') }
    },
    async correct(on: number) {
      const story = pick(
        stories.filter(({ live, isRetracted }) => live && !isRetracted),
        on,
      )
      if (!story?.live) return
      const before = { ...story.live }
      const after = { ...before, standfirst: word('standfirst'), more: word('more') }
      const cause = word('cause')
      const answer = await staff.post(`${of(story)}/correct`, {
        ...{ ...textOf(after), base: await baseOf(`${of(story)}/correct`) },
        ...{ change: on % 2 ? 'correction' : 'update', cause: `It was ${cause}.` },
      })
      expect(answer.status).toBe(303)
      for (const words of [story.draft, story.held?.words])
        for (const place of ['standfirst', 'more'] as const)
          if (words && words[place] === before[place]) words[place] = after[place]
      show(after)
      isOut.add(cause)
      story.live = after
    },
    async retract(on: number) {
      const story = pick(
        stories.filter(({ live, isRetracted }) => live && !isRetracted),
        on,
      )
      if (!story?.live) return
      const cause = word('cause')
      const answer = await staff.post(`${of(story)}/correct`, {
        ...{ ...textOf(story.live), base: await baseOf(`${of(story)}/correct`) },
        ...{ change: 'retraction', cause: `It was ${cause}.` },
      })
      expect(answer.status).toBe(303)
      isOut.add(cause)
      Object.assign(story, { isRetracted: true, held: null })
    },
    async lift(on: number) {
      const story = pick(
        stories.filter(({ held }) => held),
        on,
      )
      if (!story) return
      expect((await staff.post(`${of(story)}/embargo/lift`, {})).status).toBe(303)
      await goesLive(story)
    },
    async move(on: number) {
      const story = pick(
        stories.filter(({ held }) => held),
        on,
      )
      if (!story?.held) return
      story.held.until = minuteIn(on % 120)
      const at = new Date(story.held.until).toISOString().slice(0, 16)
      expect((await staff.post(`${of(story)}/embargo/move`, { at })).status).toBe(303)
    },
    async withdraw(on: number) {
      const story = pick(
        stories.filter(({ held }) => held),
        on,
      )
      if (!story) return
      expect((await staff.post(`${of(story)}/embargo/withdraw`, {})).status).toBe(303)
      story.held = null
    },
    async unpublish(on: number) {
      const story = pick(
        stories.filter(({ live }) => live),
        on,
      )
      if (!story) return
      expect((await staff.post(`${of(story)}/unpublish`, {})).status).toBe(303)
      Object.assign(story, { live: null, held: null, isRetracted: false })
    },
    /** A comment on a story of which a version waits, and the email about its decision, which names the story. */
    async comment(on: number) {
      const story = pick(
        stories.filter(({ live, isRetracted }) => live && !isRetracted),
        on,
      )
      if (!story?.path) return
      const { story: usual } = office
      office.story.path = story.path
      const { id } = await office.comment({ comment: 'How far is it?', mail: 'ada@reader.example' })
      office.story.path = usual.path
      await office.decide(id, 'reject', 'off-topic')
    },
    async forward(on: number) {
      clock.now += (1 + (on % 60)) * MINUTE
      await doWhatIsDue(site, () => clock.now)
      for (const story of stories) if (story.held && story.held.until <= clock.now) await goesLive(story)
    },
    restart: () => site.restart(),
  }

  /** Fails where one of these texts has a word in it that is not live. */
  function nothingHeldIn(texts: readonly { path: string; text: string }[], after: string) {
    for (const [one, place] of made) {
      if (isOut.has(one)) continue
      const lower = one.toLowerCase()
      const found = texts.find(({ path, text }) => {
        const asked = path.toLowerCase().includes(lower) && !text.includes(one)
        return !asked && (text.includes(one) || (text.includes(lower) && path !== 'the log'))
      })
      expect(found?.path, `after ${after}: the ${place} ${one}, which is not live, in ${found?.text}`).toBeUndefined()
    }
  }

  /** Searches all that anyone can get, and every email, for what is not live yet; and finds what is. */
  async function scan(after: string) {
    clock.now += 1000
    const letters = await office.deliver()
    const told = await Promise.all(
      stories.map(({ id }) => {
        const happened = { event: 'story.changed', about: id, facts: { version: 1 }, happenedAt: clock.now } as const
        return hookBody(site.app.store.db, happened, site.app.url)
      }),
    )
    const stranger = visitor(site)
    const read = async (path: string) => {
      const response = await stranger.get(path)
      return { path, status: response.status, text: `${[...response.headers].join('\n')}\n${await response.text()}` }
    }
    const slug = (words: string) => words.toLowerCase().replaceAll(' ', '-')
    const answers = await Promise.all(
      [
        ...['/', '/feed.xml', '/sitemap.xml', '/robots.txt', '/archive', '/2026', '/2026/05', '/said'],
        ...['/corrections', '/corrections/figures.json', '/healthz', '/readyz', '/metrics', '/moderation'],
        ...['/people', '/organizations', '/places', '/nothing/here', '/newsroom'],
        ...['/api/stories', '/api/statements', '/api/names'],
        ...['stories', 'sections', 'topics', 'authors', 'drafts'].map((list) => `/api/v1/${list}`),
        ...stories.flatMap((story) => [
          ...[`/api/stories/${story.id}`, `/api/stories/${story.id}/comments`, `/api/v1/stories/${story.id}`],
          ...[`/api/v1/drafts/${story.id}`, `/oembed?url=${encodeURIComponent(site.app.url + (story.path ?? ''))}`],
          ...[`/api/v1/stories/${story.id}/comments`, `/embed/story?id=${story.id}`],
          ...(story.path ? [`/embed/story?url=${encodeURIComponent(site.app.url + story.path)}`] : []),
          ...[of(story), `${of(story)}/embargo`, `${of(story)}/embargo/preview`, `${of(story)}/versions`],
          ...[`/sections/part-${slug(story.draft.section)}`, `/topics/on-${slug(story.draft.topic)}`],
          ...[`/topics/on-${slug(story.draft.topic)}/feed.xml`, `/authors/ann-${slug(story.draft.byline)}`],
          ...[
            `/sections/part-${slug(story.draft.section)}/feed.xml`,
            `/authors/ann-${slug(story.draft.byline)}/feed.xml`,
          ],
          ...(story.path ? [story.path, `${story.path}/versions`, `${story.path}/versions/1/2`] : []),
          ...(story.live
            ? [`/said?speaker=${story.draft.speaker}`, `/api/statements?speaker=${story.draft.speaker}`]
            : []),
        ]),
      ].map(read),
    )
    // An address that was asked for may come back in the answer.
    const said = ({ path, text }: { path: string; text: string }) => text.replaceAll(path.split('=')[1] ?? '\0', '')
    nothingHeldIn(
      [
        ...answers.map((answer) => ({ path: answer.path, text: said(answer) })),
        ...letters.map((letter) => ({ path: 'an email', text: JSON.stringify(letter) })),
        ...told.map((text) => ({ path: 'a webhook', text: text ?? '' })),
        { path: 'the log', text: site.log() },
      ],
      after,
    )
    for (const story of stories) {
      const at = answers.find(({ path }) => path === story.path)
      if (!story.live) {
        // Taken down, it is gone; never seen, its address is as unknown as one that was never made.
        if (at) expect(at.status, `after ${after}: a story that was taken down`).toBe(410)
        continue
      }
      const { live, isRetracted } = story
      const shown = PLACES.filter((place) =>
        isRetracted ? KEPT.includes(place) : place !== 'picture' || !live.library,
      )
      for (const place of shown) expect(at?.text, `after ${after}: the ${place} that is live`).toContain(live[place])
      for (const one of isRetracted ? [] : (live.library?.shown ?? []))
        expect(at?.text, `after ${after}: what is live of the library`).toContain(one)
    }
    await unknown(read, after)
  }

  /** The address that a story would have is answered like one that no story will ever have. */
  async function unknown(read: (path: string) => Promise<{ status: number; text: string }>, after: string) {
    const story = stories.find(({ path, live }) => path === null && live === null)
    if (!story) return
    const bare = ({ status, text }: { status: number; text: string }, path: string) => ({
      status,
      text: text.replaceAll(path, '').replace(/etag.*|content-length.*|date.*/g, ''),
    })
    const [wanted, never] = [
      `/2026/05/bridge-${story.draft.headline.toLowerCase()}-opens`,
      `/2026/05/bridge-zzzzzzx-opens`,
    ]
    expect(bare(await read(wanted), wanted), `after ${after}`).toEqual(bare(await read(never), never))
  }

  /** The addresses and words of the stories that readers see. */
  const seen = () =>
    stories.flatMap(({ path, live, isRetracted }) => (path && live ? [{ path, words: live, isRetracted }] : []))

  return { act, scan, nothingHeldIn, seen, url: () => site.url, store: () => site.app.store, end: () => office.end() }
}

/** A picture and a recording come into the library, with words of their own; `number` makes each of them another. */
async function bring(staff: Visitor, word: (place: string) => string, number: number): Promise<Library> {
  const asScript = { accept: 'application/json' }
  const upload = async (to: string, bytes: Buffer, name: string) => {
    const form = new FormData()
    form.append('files', new Blob([new Uint8Array(bytes)]), name)
    const answer = await (await staff.post(to, form, asScript)).json()
    return (answer as { listed: { src: string; shown: string }[] }).listed[0] ?? { src: '', shown: '' }
  }
  const [pictureName, fileName, credit, rights, place, caption, title, transcript] = [
    ...['picturename', 'filename', 'credit', 'rights', 'place', 'librarycaption', 'title', 'transcript'].map(word),
  ] as [string, string, string, string, string, string, string, string]
  const [picture, file] = await Promise.all([
    upload('/newsroom/pictures', await photo({ width: 330 + number, height: 240 }), `${pictureName}.jpg`),
    upload('/newsroom/files', wav(number / 10), `${fileName}.wav`),
  ])
  const said = { caption: `In it ${caption}`, credit: `Photo ${credit}`, rights: `Owned ${rights}`, place, taken: '' }
  expect((await staff.post(`/newsroom${picture.src}`, said)).status).toBe(303)
  const heard = { title: `Called ${title}`, transcript: `One says ${transcript}.`, poster: '' }
  expect((await staff.post(`/newsroom${file.src}`, heard)).status).toBe(303)
  const folder = /[0-9a-f]{32}/.exec(picture.shown)?.[0] ?? ''
  const [pictureId, fileId] = [picture, file].map(({ src }) => src.split('/').at(-1) ?? '') as [string, string]
  expect([folder.length, pictureId.length, fileId.length]).toEqual([32, 26, 26])
  return {
    ...{ picture: picture.src, file: file.src },
    shown: [folder, credit, rights, fileId, fileName, transcript],
    others: [pictureName, place, caption, title, pictureId],
  }
}
