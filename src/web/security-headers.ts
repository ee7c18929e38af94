/**
 * What every answer carries. Pages run no foreign code and are framed by no
 * one; readers' pages run no code at all, the newsroom's only its own.
 */
const policy = (script: string) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self' https: data:`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(script ? [script, "connect-src 'self'"] : []),
  ].join('; ')

const READER_POLICY = policy('')
export const NEWSROOM_POLICY = policy("script-src 'self'")

/** As a flat list of names and values. */
export const SECURITY_HEADERS: readonly string[] = [
  'content-security-policy',
  READER_POLICY,
  'x-content-type-options',
  'nosniff',
  'referrer-policy',
  'strict-origin-when-cross-origin',
  'cross-origin-opener-policy',
  'same-origin',
]
