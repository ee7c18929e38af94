/** A site that answers as it does to readers, within a command. */
import { pino } from 'pino'
import { mailKeysWith } from './access/index.ts'
import { attachmentFiles } from './attachments/index.ts'
import { type Config, readVersion } from './config.ts'
import { signingWith } from './discussion/index.ts'
import { createLiveDrafts } from './drafting/index.ts'
import { openFiles } from './files/index.ts'
import { pictureFiles } from './media/index.ts'
import { examineAt } from './moderation/examination/index.ts'
import { openPulse } from './pulse/index.ts'
import { readSecret, type Store } from './store/index.ts'
import { createLiveWaiting } from './waiting/index.ts'
import { askAsReader, createPageCache, createRoutes, keepAnswerPromise, loadAssets, type Web } from './web/index.ts'

interface AsReader {
  /** The answer at a path to somebody who is not signed in. */
  ask(path: string): Promise<Response>
  stop(): Promise<void>
}

/** The site as its server has it at `url`, without one: nothing is listened to, and nothing works beside it. */
export async function openAsReader(store: Store, config: Config, url: string): Promise<AsReader> {
  const now = Date.now
  const log = pino({ level: 'error', base: null }, pino.destination(2))
  const secret = await readSecret(store, now())
  // Each page is asked for once.
  const pages = createPageCache(now, { limit: 0 })
  const promise = keepAnswerPromise(store, { pages, log, now })
  const [live, waiting] = [createLiveDrafts(store, { now }), createLiveWaiting(store)]
  const files = openFiles(config.dataFolder, config.bucket)
  const web: Web = {
    store,
    listen: { host: config.host, port: config.port },
    dataFolder: config.dataFolder,
    proxies: config.proxies,
    signing: signingWith(secret),
    examine: examineAt(store, { url: () => url }),
    assets: loadAssets(),
    pictureFiles: pictureFiles(config.dataFolder, files),
    attachmentFiles: attachmentFiles(config.dataFolder, files),
    pages,
    live,
    waiting,
    promise,
    pulse: await openPulse({ metricsToken: null, traces: null }, { version: readVersion(), log, now }),
    isEnding: () => false,
    mailKeys: mailKeysWith(secret),
    letters: () => {
      throw new Error('a copy of the site sends no emails')
    },
    mailLeaves: config.mail.smtp !== null || config.mail.from !== null,
    log,
    now,
    url: () => url,
  }
  const routes = createRoutes(web)
  return {
    ask: (path) => askAsReader(routes, web, { path, method: 'GET' }),
    async stop() {
      live.stop()
      waiting.stop()
      await promise.stop()
    },
  }
}
