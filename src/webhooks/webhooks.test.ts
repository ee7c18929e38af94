/** What servers elsewhere are told, how they know who tells them, and what happens where they don't answer. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../test/comments.ts'
import { DATABASES } from '../../test/databases.ts'
import { freshDesk } from '../../test/desks.ts'
import { publishedStory } from '../../test/stores.ts'
import { publishChange } from '../corrections/index.ts'
import { eraseAuthor, signingWith, withdrawComment } from '../discussion/index.ts'
import { removeComment, UNDO_FOR } from '../moderation/decisions/index.ts'
import { undo } from '../moderation/undo/index.ts'
import { ROLES } from '../people/index.ts'
import { doJobs, type Store, type Work } from '../store/index.ts'
import { type emptyContent, publish, readDraft, saveDraft, throwAway, unpublish } from '../story/index.ts'
import { countWaiting } from '../waiting/index.ts'
import { HOOK_EVENTS, type HookEvent } from './kinds.ts'
import { readHookLog, sendHookAgain, sendHookTest } from './log.ts'
import { pauseAsked } from './send.ts'
import { webhooksJob } from './sending-job.ts'
import {
  addWebhook,
  changeHookEvents,
  listWebhooks,
  readWebhook,
  removeWebhook,
  renewHookSecret,
  switchWebhook,
} from './webhooks.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 10, 30, 12)
const [SECOND, DAY] = [1000, 24 * 60 * 60 * 1000]

interface Heard {
  headers: IncomingHttpHeaders
  body: string
}

for (const kind of DATABASES) {
  describe(`webhooks on ${kind}`, () => {
    let clock = NOW
    let store: Store
    let storyId: string
    let by: string
    let work: Work
    let url: string
    let heard: Heard[]
    let answer: (path: string) => number | 'never'
    /** What the answer says of when to come again. */
    let later: string
    const undoing: (() => Promise<unknown> | unknown)[] = []
    beforeEach(async () => {
      clock = NOW
      heard = []
      answer = () => 204
      later = ''
      const fresh = await freshDesk(kind, () => clock, { role: ROLES.editor })
      store = fresh.store
      storyId = fresh.storyId
      by = fresh.mo.id
      const server = createServer((request, response) => {
        let body = ''
        request.setEncoding('utf8')
        request.on('data', (chunk) => {
          body += chunk
        })
        request.on('end', () => {
          heard.push({ headers: request.headers, body })
          const status = answer(request.url ?? '')
          const more = {
            ...(status === 302 ? { location: '/elsewhere' } : {}),
            ...(later ? { 'retry-after': later } : {}),
          }
          if (status !== 'never') response.writeHead(status, more).end()
        })
      })
      url = await listening(server)
      const log = { info: () => {}, warn: () => {}, error: () => {} }
      const guard = { mayReach: () => true, plainHttp: true }
      const job = webhooksJob(store, { log, now: () => clock, url: () => 'https://paper.example', guard })
      work = doJobs(store, [job], { log, now: () => clock, look: 20 })
      undoing.push(
        fresh.drop,
        () => closed(server),
        () => work.stop(),
      )
    })
    afterEach(async () => {
      for (const step of undoing.splice(0).reverse()) await step()
    })

    const added = async (events: readonly HookEvent[] = HOOK_EVENTS, path = '/hook') => {
      const result = await addWebhook(store, { address: `${url}${path}`, events, by }, clock)
      if ('problem' in result) throw new Error(result.problem)
      return result
    }
    /** Lets so many milliseconds pass, and does what is due then. */
    const passed = async (time: number) => {
      clock += time
      await work.idle()
    }
    /** Lets the time pass until the newest message is tried again; answers how long that was. */
    const toNextTry = async (id: string) => {
      const [message] = await readHookLog(store.db, id, 1)
      const pause = (message?.dueAt ?? clock) - clock
      await passed(pause)
      return pause
    }
    const told = () =>
      heard.splice(0).map(({ body }) => JSON.parse(body) as { type: string; data: { story?: { headline: string } } })
    const types = () => told().map(({ type }) => type)
    const comment = async (text: string) => {
      clock += SECOND
      return sentComment(store, signing, { storyId, text, at: clock })
    }
    const approved = async (text: string) => {
      const sent = await comment(text)
      return { ...sent, decisionId: await decidedOn(store, { revisionId: sent.revisionId, reason: null, by }, clock) }
    }
    const saved = async (words: Partial<typeof emptyContent>) => {
      const draft = await readDraft(store.db, storyId)
      if (!draft) throw new Error('no draft')
      await saveDraft(store, { storyId, base: draft.number, content: { ...draft.content, ...words }, by }, clock)
    }

    test('a story is told of as it is published, changed, corrected and taken off the site', async () => {
      await added()
      await saved({ standfirst: 'At last.' })
      await publish(store, { id: storyId, by }, clock)
      await passed(0)
      const story = {
        id: storyId,
        url: 'https://paper.example/2026/11/a-bridge-opens',
        headline: 'A bridge opens',
        standfirst: 'At last.',
        byline: '',
        language: 'en',
        version: 2,
        firstPublishedAt: '2026-11-30T12:00:00.000Z',
        updatedAt: '2026-11-30T12:00:00.000Z',
      }
      expect(told()).toEqual([
        { type: 'story.changed', timestamp: '2026-11-30T12:00:00.000Z', data: { story, change: null } },
      ])
      await saved({ standfirst: 'At last, on Monday.' })
      await publishChange(store, { id: storyId, by, change: { kind: 'correction', cause: 'It was Monday.' } }, clock)
      await passed(0)
      expect(told()).toMatchObject([
        {
          type: 'story.corrected',
          data: {
            story: { version: 3, standfirst: 'At last, on Monday.' },
            change: { kind: 'correction', text: 'It was Monday.', version: 3 },
          },
        },
      ])
      await unpublish(store, storyId, by, clock)
      await passed(0)
      const gone = { story: { id: storyId, url: 'https://paper.example/2026/11/a-bridge-opens' } }
      expect(told()).toMatchObject([{ type: 'story.unpublished', data: gone }])
      await store.transaction(clock, async (tx) => {
        await tx.rows
          .updateTable('webhooks')
          .set({ rest_until: clock + SECOND })
          .execute()
      })
      await publish(store, { id: storyId, by }, clock)
      await throwAway(store, { storyId, by, live: true }, clock)
      await passed(SECOND)
      // What was off the site again before it was sent is not told of as published.
      expect(types()).toEqual(['story.unpublished'])
      const { id: other } = await publishedStory(store, 'A ferry leaves', clock)
      await passed(0)
      expect(told()).toMatchObject([{ type: 'story.published', data: { story: { id: other, version: 1 } } }])
    })

    test('a comment that waits is told of by its number alone, an approved one with its words, and one that is gone by its number', async () => {
      await added()
      const { commentId, decisionId } = await approved('Well built, by Ada of Mill Lane')
      await passed(0)
      const [held] = heard
      expect(held?.body).not.toMatch(/Ada|built|Mill/)
      expect(told()).toMatchObject([{ type: 'comment.held', data: { comment: { id: commentId } } }])
      await passed(UNDO_FOR + SECOND)
      expect(told()).toMatchObject([
        {
          type: 'comment.approved',
          data: {
            comment: {
              id: commentId,
              url: `https://paper.example/2026/11/a-bridge-opens#c-${commentId}`,
              name: 'Ada',
              text: 'Well built, by Ada of Mill Lane',
              parent: null,
              revisedAt: null,
            },
            story: { id: storyId, headline: 'A bridge opens' },
          },
        },
      ])
      expect(decisionId).not.toBe('')
      const revisionId = await shownRevision(store, commentId)
      await removeComment(store, { commentId, revisionId, reason: 'attack', by }, clock)
      await passed(0)
      expect(told()).toEqual([
        {
          type: 'comment.removed',
          timestamp: new Date(clock).toISOString(),
          data: { comment: { id: commentId }, story: { id: storyId } },
        },
      ])
    })

    test('a server that says when to come again is left alone until then, for four hours at the most', async () => {
      const { id } = await added(['story.changed'])
      const pauseAfter = async (said: string) => {
        later = said
        answer = () => 503
        await publish(store, { id: storyId, by }, clock)
        const before = (await readHookLog(store.db, id, 1))[0]?.id
        await passed(0)
        answer = () => 204
        const pause = await toNextTry(id)
        expect((await readHookLog(store.db, id, 1))[0]).toMatchObject({ id: before, ending: 'sent', tries: 2 })
        return pause / SECOND
      }
      expect(await pauseAfter('90')).toBe(90)
      // A whole second, as such days are written.
      expect(await pauseAfter(new Date(clock + 600 * SECOND).toUTCString())).toBe(600)
      expect(await pauseAfter('2')).toBe(5)
      expect(await pauseAfter('soon')).toBe(5)
      expect(await pauseAfter('999999')).toBe(4 * 60 * 60)
    })

    test('a test is sent to one alone, whatever it is told of, and stands in its list', async () => {
      const { id } = await added(['story.published'])
      await added(['story.published'], '/other')
      expect(await sendHookTest(store, { id, by }, clock)).toBeNull()
      await passed(0)
      expect(told()).toEqual([{ type: 'test', timestamp: '2026-11-30T12:00:00.000Z', data: {} }])
      expect(await readHookLog(store.db, id, 5)).toMatchObject([{ event: 'test', ending: 'sent', tries: 1 }])
      await switchWebhook(store, { id, on: false, by }, clock)
      expect(await sendHookTest(store, { id, by }, clock)).toEqual({ problem: 'Switch the webhook on first.' })
    })

    test('what is taken back within its ten seconds never leaves the house', async () => {
      await added(['comment.approved'])
      const { decisionId } = await approved('A slip of the finger')
      await passed(5 * SECOND)
      expect(await undo(store, decisionId, by, clock)).toMatchObject({ undone: true })
      await passed(DAY)
      expect(heard).toEqual([])
      const [webhook] = await listWebhooks(store.db)
      expect((await readHookLog(store.db, webhook?.id ?? '', 10)).map(({ ending }) => ending)).toEqual(['silent'])
    })

    test('words that are taken back or erased are told of as gone, and an erased name is told anew', async () => {
      await added(['comment.approved', 'comment.removed'])
      const [first, second] = [await approved('First'), await approved('Second')]
      await passed(UNDO_FOR + SECOND)
      expect(types()).toEqual(['comment.approved', 'comment.approved'])
      await withdrawComment(store, first.commentId, clock)
      await store.transaction(clock, (tx) => eraseAuthor(tx, second.commentId, { words: false }))
      await passed(UNDO_FOR + SECOND)
      const [gone, again] = told()
      expect(gone).toMatchObject({ type: 'comment.removed', data: { comment: { id: first.commentId } } })
      expect(again).toMatchObject({
        type: 'comment.approved',
        data: { comment: { id: second.commentId, text: 'Second' } },
      })
      expect(JSON.stringify(again)).not.toContain('Ada')
      await store.transaction(clock, (tx) => eraseAuthor(tx, second.commentId, { words: true }))
      await passed(UNDO_FOR + SECOND)
      expect(types()).toEqual(['comment.removed'])
    })

    test('each message is signed, with its id and time, as Standard Webhooks has it', async () => {
      const { secret } = await added(['story.changed'])
      await publish(store, { id: storyId, by }, clock)
      await passed(0)
      const [{ headers, body } = { headers: {} as IncomingHttpHeaders, body: '' }] = heard
      expect(headers['content-type']).toBe('application/json')
      expect(headers['webhook-id']).toMatch(/^msg_[a-z0-9]{26}$/)
      expect(headers['webhook-timestamp']).toBe(String(clock / 1000))
      expect(headers['webhook-signature']).toBe(`v1,${signatureBy(secret, headers, body)}`)
    })

    test('for a day after a new secret was made both sign, and then the new one alone', async () => {
      const { id, secret } = await added(['story.changed'])
      const renewed = await renewHookSecret(store, { id, by }, clock)
      expect(renewed?.secret).not.toBe(secret)
      const signatures = async () => {
        await publish(store, { id: storyId, by }, clock)
        await passed(0)
        const [{ headers, body } = { headers: {} as IncomingHttpHeaders, body: '' }] = heard.splice(0)
        const given = String(headers['webhook-signature']).split(' ')
        return [renewed?.secret ?? '', secret].map((one) => given.includes(`v1,${signatureBy(one, headers, body)}`))
      }
      expect(await signatures()).toEqual([true, true])
      clock += DAY
      expect(await signatures()).toEqual([true, false])
    })

    test('only what it asked for is told to each, at once to all', async () => {
      await added(['story.unpublished'], '/first')
      const { id } = await added(['comment.held'], '/second')
      await comment('Words')
      await unpublish(store, storyId, by, clock)
      await passed(0)
      expect(types().sort()).toEqual(['comment.held', 'story.unpublished'])
      await changeHookEvents(store, { id, by, events: ['story.changed'] }, clock)
      await publish(store, { id: storyId, by }, clock)
      await publish(store, { id: storyId, by }, clock)
      await passed(0)
      expect(types()).toEqual(['story.changed'])
    })

    test('what fails is tried again, longer apart each time, with the same id and today’s words, until it gets there', async () => {
      const { id } = await added(['story.changed'])
      answer = () => 503
      await publish(store, { id: storyId, by }, clock)
      await passed(0)
      const pauses: number[] = []
      while (pauses.length < 4) pauses.push((await toNextTry(id)) / SECOND)
      expect(pauses).toEqual([5, 20, 80, 320])
      expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
      const [message] = await readHookLog(store.db, id, 10)
      expect(message).toMatchObject({ ending: null, tries: 5, attempts: [{ status: 503, fault: 'refused' }, {}, {}] })
      expect((await readWebhook(store.db, id))?.failingSince).toBe(NOW)
      answer = () => 200
      heard = []
      await saved({ headline: 'A bridge opens at last' })
      await publish(store, { id: storyId, by }, clock)
      await passed(DAY / 2)
      expect(told().map(({ data }) => data.story?.headline)).toEqual(Array(2).fill('A bridge opens at last'))
      expect(await readWebhook(store.db, id)).toMatchObject({ failingSince: null, off: null })
    })

    test('after a day a message is given up, and sent again where somebody says so', async () => {
      const { id } = await added(['story.changed'])
      answer = () => 500
      await publish(store, { id: storyId, by }, clock)
      await passed(0)
      let tried = 0
      while ((await readHookLog(store.db, id, 1))[0]?.ending === null) tried += await toNextTry(id)
      expect(tried).toBeGreaterThan(DAY * 0.8)
      expect(tried).toBeLessThanOrEqual(DAY)
      const [message] = await readHookLog(store.db, id, 10)
      expect(message).toMatchObject({ ending: 'failed', dueAt: null })
      const [tries, messageId] = [message?.tries ?? 0, message?.id ?? '']
      heard = []
      await passed(DAY)
      expect(heard).toEqual([])
      answer = () => 204
      expect(await sendHookAgain(store, { id, messageId, by }, clock)).toBe(null)
      await passed(0)
      expect(heard.map(({ headers }) => headers['webhook-id'])).toEqual([`msg_${messageId}`])
      expect(await readHookLog(store.db, id, 10)).toMatchObject([{ ending: 'sent', tries: tries + 1 }])
      expect(await sendHookAgain(store, { id, messageId: id, by }, clock)).toMatchObject({ problem: /not kept/ })
    })

    test('a server that takes nothing for five days is told nothing any more, and the newsroom hears of it', async () => {
      const { id } = await added(['story.changed'])
      answer = () => 404
      const waiting = async () => (await countWaiting(store.db)).find(({ kind: one }) => one === 'webhooks')?.count
      for (let half = 0; half < 11; half++) {
        await publish(store, { id: storyId, by }, clock)
        await passed(0)
        expect(await waiting()).toBe(half < 10 ? 0 : 1)
        clock += DAY / 2
      }
      expect((await readWebhook(store.db, id))?.off?.why).toBe('failing')
      heard = []
      await publish(store, { id: storyId, by }, clock)
      await passed(DAY)
      expect(heard).toEqual([])
      answer = () => 204
      expect(await switchWebhook(store, { id, on: true, by }, clock)).toBe(true)
      await passed(0)
      expect([await waiting(), heard]).toEqual([0, []])
      await publish(store, { id: storyId, by }, clock)
      await passed(0)
      expect(types()).toEqual(['story.changed'])
    })

    test('a server that says it wants no more (410) gets no more, and one that moved has to be added anew', async () => {
      const gone = await added(['story.changed'], '/gone')
      const moved = await added(['story.changed'], '/moved')
      answer = (path) => (path === '/gone' ? 410 : path === '/moved' ? 302 : 204)
      await publish(store, { id: storyId, by }, clock)
      await passed(0)
      expect(heard).toHaveLength(2)
      expect((await readWebhook(store.db, gone.id))?.off?.why).toBe('gone')
      expect((await readHookLog(store.db, moved.id, 1))[0]?.attempts).toMatchObject([{ status: 302, fault: 'refused' }])
    })

    test('a message that one server refuses keeps nothing from it that comes after, and nothing from the others', async () => {
      await added(['story.changed', 'comment.held'], '/picky')
      await added(['comment.held'], '/easy')
      answer = (path) => (path === '/picky' && heard.at(-1)?.body.includes('story.changed') ? 400 : 204)
      await publish(store, { id: storyId, by }, clock)
      await comment('Words')
      await passed(0)
      await passed(5 * SECOND)
      const events = types()
      expect(events.filter((event) => event === 'comment.held')).toHaveLength(2)
    })

    test('one that is switched off hears of nothing, and one that is removed leaves nothing behind', async () => {
      const { id } = await added()
      expect(await switchWebhook(store, { id, on: false, by }, clock)).toBe(true)
      await publish(store, { id: storyId, by }, clock)
      await passed(DAY)
      expect(heard).toEqual([])
      expect(await switchWebhook(store, { id, on: true, by }, clock)).toBe(true)
      await publish(store, { id: storyId, by }, clock)
      await passed(0)
      expect(types()).toEqual(['story.changed'])
      expect(await removeWebhook(store, { id, by }, clock)).toBe(true)
      expect(await removeWebhook(store, { id, by }, clock)).toBe(false)
      for (const table of ['webhooks', 'webhook_messages', 'webhook_attempts'] as const)
        expect(await store.db.selectFrom(table).selectAll().execute()).toEqual([])
    })

    test('what ended a month ago is forgotten', async () => {
      const { id } = await added(['story.changed'])
      await publish(store, { id: storyId, by }, clock)
      await passed(0)
      clock += 31 * DAY
      await publish(store, { id: storyId, by }, clock)
      await passed(0)
      expect(await readHookLog(store.db, id, 10)).toHaveLength(1)
      expect(await store.db.selectFrom('webhook_attempts').selectAll().execute()).toHaveLength(1)
    })
  })
}

test('outside of tests nothing is sent to this machine, or without encryption', async () => {
  const { HOOK_GUARD, sendOnce } = await import('./send.ts')
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    response.end()
  })
  const port = new URL(await listening(server)).port
  const message = { secrets: ['whsec_AAAA'], messageId: 'm', body: '{}', at: NOW }
  const never = new AbortController().signal
  for (const address of [`http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`, `https://localhost:${port}/`])
    expect(await sendOnce({ address, ...message }, HOOK_GUARD, never)).toMatchObject({
      status: null,
      fault: 'not public',
    })
  expect(asked).toBe(0)
  await closed(server)
})

function signatureBy(secret: string, headers: IncomingHttpHeaders, body: string): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  return createHmac('sha256', key).update(signed).digest('base64')
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const closed = (server: Server) =>
  new Promise((done) => {
    server.close(done)
    server.closeAllConnections()
  })

test('when to come again is read of seconds and of the three ways to write a day, and of nothing else', () => {
  const day = Date.UTC(1994, 10, 6, 8, 49, 37)
  for (const [said, pause] of [
    ['120', 120_000],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 7000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 7000],
    ['Sun Nov  6 08:49:37 1994', 7000],
    ['Sun, 06 Nov 1993 08:49:37 GMT', 0],
    ['-5', 0],
    ['1.5', 0],
    ['tomorrow', 0],
    [undefined, 0],
  ] as const)
    expect([said, pauseAsked(said, day - 7000)]).toEqual([said, pause])
})
