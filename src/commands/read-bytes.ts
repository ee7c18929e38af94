import { readFile } from 'node:fs/promises'

/** A file's bytes; { problem } is a sentence for whoever named it. */
export async function readBytes(file: string): Promise<Uint8Array | { problem: string }> {
  try {
    return await readFile(file)
  } catch (error) {
    return { problem: `${file} could not be read: ${whyNot(error)}.` }
  }
}

/** What keeps a file or folder from being read, as the end of a sentence. */
export function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'EACCES') return 'this user may not read it'
  if (code === 'ENAMETOOLONG') return 'its name is too long for a file'
  return code
}

export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
