/** JSON that was sent: bounded, strictly UTF-8, nothing in it that no database could keep. */
import { type FormFault, type FormRequest, readBody } from '../form.ts'

export type SentJson = { value: unknown } | { fault: Exclude<FormFault['fault'], 'not a form'> | 'not JSON' }

/**
 * What a request of at most `limit` bytes holds, or what is wrong with it. NUL is left out, as it is of every form:
 * PostgreSQL keeps no text that has one. Half a pair of surrogates is no character, and refused.
 */
export async function readJson(request: FormRequest, limit: number): Promise<SentJson> {
  const bytes = await readBody(request, limit)
  if (!bytes) return { fault: 'too large' }
  const text = decoded(bytes)
  if (text === null) return { fault: 'not UTF-8' }
  try {
    // Only escapes can bring either.
    if (!/\\u(?:0000|d[89a-f])/i.test(text)) return { value: JSON.parse(text) }
    const value = JSON.parse(text, (_, value) => (typeof value === 'string' ? whole(value) : value))
    return { value }
  } catch (error) {
    return { fault: error instanceof HalfACharacter ? 'not UTF-8' : 'not JSON' }
  }
}

class HalfACharacter extends Error {}

function whole(text: string): string {
  const kept = text.replaceAll('\0', '')
  if (/\p{Surrogate}/u.test(kept)) throw new HalfACharacter()
  return kept
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
