/** How the machine is doing, for who may change settings. */
import { statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'
import type { Hono } from 'hono'
import { untoldSince } from '../../../caches/index.ts'
import { readBacklog, troublesOf } from '../../../pulse/index.ts'
import type { Env, Web } from '../../context.ts'
import { frameFor } from '../kit/frame.ts'
import { renderMachinePage } from './machine-page.tsx'

export function addMachineRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/machine', async (c) => {
    const { store, pulse } = web
    const [frame, backlog, untold, disk] = await Promise.all([
      frameFor(web, c),
      readBacklog(store.db),
      untoldSince(store.db),
      diskOf(web.dataFolder),
    ])
    const [now, hour] = [web.now(), pulse.history.hour()]
    const memory = { used: process.memoryUsage.rss(), of: memoryOf() }
    return c.html(
      renderMachinePage({
        ...frame,
        ...{ version: pulse.version, database: store.kind, since: pulse.history.since },
        troubles: troublesOf({ hour, backlog, untold, memory, disk, now }),
        diskFree: disk?.free ?? null,
        ...{ hour, day: pulse.history.day() },
      }),
    )
  })
}

/** What this process may take: what the container is given, or what the machine has. In bytes. */
function memoryOf(): number {
  const given = process.constrainedMemory?.() ?? 0
  return given > 0 && given < totalmem() ? given : totalmem()
}

/** Where the site's data lie; null where nobody can say. In bytes. */
async function diskOf(folder: string): Promise<{ free: number; of: number } | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, of: blocks * bsize }
  } catch {
    return null
  }
}
