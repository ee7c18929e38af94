import { machineMessages as m } from '../messages/index.ts'
import type { Web } from './context.ts'
import { type RunningServer, startServer } from './server.ts'

/** Listens as it is set; { problem } is a sentence for whoever started the program. */
export async function openServer(
  web: Web,
  timeouts: Parameters<typeof startServer>[1],
): Promise<RunningServer | { problem: string }> {
  try {
    return await startServer(web, timeouts)
  } catch (error) {
    const { host, port } = web.listen
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE') return { problem: m.portInUse(port) }
    if (code === 'EACCES') return { problem: m.portNotAllowed(port) }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return { problem: m.notOurAddress(host) }
    throw error
  }
}
