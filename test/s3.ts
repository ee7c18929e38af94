/** An S3 server on this machine: its own port, its own folder, and a bucket in it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import type { Config } from '../src/config.ts'

export type Bucket = NonNullable<Config['bucket']>

export interface S3Server {
  /** One of its buckets, and the key that the server knows. */
  bucket: Bucket
  stop(): Promise<void>
  /** Again, on the same port with the same files. */
  start(): Promise<void>
  drop(): Promise<void>
}

export async function s3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'courant-s3-'))
  const start = async (port: number) => {
    const server = new S3rver({
      ...{ address: '127.0.0.1', port, silent: true, directory },
      configureBuckets: [{ name: 'paper' }],
    })
    return { server, port: (await server.run()).port }
  }
  let { server, port } = await start(0)
  const stop = async () => {
    server.httpServer.closeAllConnections()
    await new Promise((done) => server.httpServer.close(done))
  }
  return {
    bucket: {
      ...{ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', bucket: 'paper', prefix: '', style: 'path' },
      ...{ key: 'S3RVER', secret: 'S3RVER' },
    },
    stop,
    async start() {
      ;({ server, port } = await start(port))
    },
    async drop() {
      await stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
