/** Puts the parts together: a database brought up to date, a site on it, a server. */

import { mailKeysWith } from './access/index.ts'
import { attachmentFiles } from './attachments/index.ts'
import { backupBeforeUpgrade } from './backup/index.ts'
import { sharedCacheFor } from './caches/index.ts'
import { type Config, readVersion } from './config.ts'
import { addDemo } from './demo.ts'
import { examining, signingWith } from './discussion/index.ts'
import { createLiveDrafts } from './drafting/index.ts'
import { openFiles } from './files/index.ts'
import { jobsOf } from './jobs.ts'
import { decisionLetters, ticketLetters } from './letters/index.ts'
import { listenersFor } from './listeners.ts'
import { pictureFiles } from './media/index.ts'
import { examineAt, readWordsAhead } from './moderation/examination/index.ts'
import { keepModelReady } from './moderation/learning/index.ts'
import { firstEditorLink } from './people/index.ts'
import { keepPulse, openPulse, tracedStore } from './pulse/index.ts'
import { databaseProblem, doJobs, keepPrivate, openDatabase, readSecret, type Store } from './store/index.ts'
import { keepDraftsFolded } from './story/index.ts'
import { createLiveWaiting } from './waiting/index.ts'
import {
  createPageCache,
  keepAnswerPromise,
  keepFeedHost,
  keepSiteLetters,
  type Logger,
  loadAssets,
  openServer,
  type Web,
} from './web/index.ts'

export { openAsReader } from './as-reader.ts'

export interface App {
  store: Store
  url: string
  /** A one-time sign-in address, as long as nobody has ever signed in. */
  firstSignIn: string | null
  /** Sends the letters that are due, now. */
  sendLetters(): Promise<void>
  /** Fulfilled when all that has come in is examined. */
  examined(): Promise<void>
  stop(): Promise<void>
}

interface Keeper {
  stop(): void | Promise<void>
}

export interface AppOptions {
  log: Logger
  /** Milliseconds since the epoch; Date.now where it is not given. */
  now?: () => number
  timeouts?: { request: number; headers: number }
  /** Between two looks for letters that are due, in milliseconds. */
  lettersEvery?: number
}

/** Starts the site; { problem } is a sentence for whoever started it. */
export async function startApp(
  config: Config,
  { log, now = Date.now, timeouts, lettersEvery }: AppOptions,
): Promise<App | { problem: string }> {
  keepPrivate(config.dataFolder)
  const fileStore = openFiles(config.dataFolder, config.bucket)
  const fault = config.bucket ? await fileStore.check() : null
  // A paper goes on without its pictures; with wrong keys it would never get any.
  if (fault?.isDown) log.error({}, `${fault.problem} The site starts without its pictures`)
  else if (fault) return { problem: fault.problem }
  const { database, dataFolder } = config
  const site = { database, dataFolder, files: fileStore, courant: readVersion(), now }
  const beforeUpgrade = backupBeforeUpgrade(site, (sentence) => log.info({}, sentence))
  const pulse = await openPulse(config, { version: site.courant, log, now })
  const opened = await openDatabase(database, {
    ...{ now, inside: listenersFor(config), beforeUpgrade },
    timed: pulse.metrics?.counters.statement,
  })
  if ('problem' in opened) return opened
  const { trace, history } = pulse
  const store = tracedStore(opened, trace)
  try {
    const secret = await readSecret(store, now())
    const signing = signingWith(secret)
    if (await addDemo(store, signing, now())) log.info({}, 'a new site, with a story to begin with')
    const link = await firstEditorLink(store, now())
    let url = config.url
    let isEnding = false
    const mailKeys = mailKeysWith(secret)
    const pages = createPageCache(now, { trace, shared: sharedCacheFor(store, config.sharedCache, now) })
    const promise = keepAnswerPromise(store, { pages, log, now })
    const live = createLiveDrafts(store, { now })
    const waiting = createLiveWaiting(store)
    const files = pictureFiles(config.dataFolder, fileStore)
    const attached = attachmentFiles(config.dataFolder, fileStore)
    const examine = examineAt(store, { url: () => url })
    const web: Web = {
      store,
      listen: { host: config.host, port: config.port },
      dataFolder: config.dataFolder,
      proxies: config.proxies,
      signing,
      examine,
      assets: loadAssets(),
      pictureFiles: files,
      attachmentFiles: attached,
      pages,
      live,
      waiting,
      promise,
      mailKeys,
      pulse,
      isEnding: () => isEnding,
      letters: () => letters.way(),
      // A sender without a server: something else carries the outbox.
      mailLeaves: config.mail.smtp !== null || config.mail.from !== null,
      log,
      now,
      url: () => url,
    }
    const server = await openServer(web, timeouts)
    if ('problem' in server) {
      live.stop()
      waiting.stop()
      await promise.stop()
      await store.close()
      return server
    }
    const sources = { store, signing, mailKeys, url: () => url }
    const letters = keepSiteLetters(store, {
      mail: config.mail,
      dataFolder: config.dataFolder,
      keys: mailKeys,
      composers: { ...decisionLetters(sources), ...ticketLetters(sources) },
      url: () => url,
      now,
      log,
      ...(lettersEvery === undefined ? {} : { every: lettersEvery }),
    })
    const beside = { log, now }
    // What works beside the server, each until it is stopped.
    const examination = examining(store, { examine, readAhead: readWordsAhead(store), now }).keep(log)
    const keepers: Keeper[] = [
      promise,
      keepPulse(store, history, beside),
      keepModelReady(store, beside),
      examination,
      keepDraftsFolded(store, beside),
      doJobs(
        store,
        jobsOf(store, {
          files,
          attached,
          site,
          backups: config.backups,
          cache: config.sharedCache?.purge ?? null,
          log,
          now,
          url: () => url,
        }),
        beside,
      ),
      letters,
    ]
    url ||= `http://${isEverywhere(config.host) ? 'localhost' : hostInUrl(config.host)}:${server.port}`
    await keepFeedHost(store, url, now())
    return {
      store,
      url,
      sendLetters: () => letters.sendNow(),
      examined: () => examination.soon(),
      firstSignIn: link && `${url}/newsroom/sign-in/${link}`,
      async stop() {
        isEnding = true
        if (config.grace > 0) await new Promise((resolve) => setTimeout(resolve, config.grace * 1000))
        // Lines that would stay open for ever end first.
        live.stop()
        waiting.stop()
        // All at once: each has its ten seconds, and none waits for another's.
        await Promise.all([server.stop(), ...keepers.map((keeper) => keeper.stop())])
        await trace.stop()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    const problem = databaseProblem(config.database, error)
    if (problem === null) throw error
    return { problem }
  }
}

const isEverywhere = (host: string) => ['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'].includes(host)
const hostInUrl = (host: string) => (host.includes(':') ? `[${host}]` : host)
