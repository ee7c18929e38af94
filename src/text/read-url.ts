/**
 * An address as the URL standard reads it, or null where it is none. Node's own
 * question, URL.canParse, is not asked: once the engine has compiled its caller,
 * it denies addresses with letters such as "ä" (seen in 20.20 after some 5,000 calls).
 */
export function readUrl(address: string, base?: string): URL | null {
  try {
    return new URL(address, base)
  } catch {
    return null
  }
}
