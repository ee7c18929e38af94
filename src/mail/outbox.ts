/** Letters as files: each a whole message (RFC 5322) that any mail program opens and sends. */
import { randomBytes } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Letter {
  from: { name: string; address: string }
  to: { name: string; address: string }
  subject: string
  /** Plain text; lines are wrapped by who reads it. */
  text: string
}

/**
 * Puts a letter into a folder as an .eml file and answers its path. The file is
 * there whole or not at all. Rejects where the folder cannot be written to.
 */
export async function putInOutbox(folder: string, letter: Letter, now: number): Promise<string> {
  // Loaded when it is needed: a server at rest does not carry it.
  const { default: nodemailer } = await import('nodemailer')
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await composer.sendMail({
    ...letter,
    date: new Date(now),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(
    folder,
    `${new Date(now).toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.eml`,
  )
  await writeFile(`${path}.part`, message as Buffer, { mode: 0o600, flush: true })
  await rename(`${path}.part`, path)
  return path
}
