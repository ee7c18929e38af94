/** The trained weights (weights.json, made by `npm run train:reading`): bytes in base64. */
import kept from './weights.json' with { type: 'json' }

export { kept }

/** Signed bytes out of base64. */
export function bytesOf(base64: string): Int8Array {
  const text = atob(base64)
  const bytes = new Int8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
