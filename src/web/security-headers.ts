/**
 * What every answer carries. Pages run no foreign code and are framed by no
 * one; readers' pages run no code at all, the newsroom's only its own.
 */
const policy = (more: readonly string[]) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self' https: data:`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...more,
  ].join('; ')

// The one frame is the comment form's own (site/proof-routes.ts), which runs its code apart from the page.
const READER_POLICY = policy(["frame-src 'self'"])
export const NEWSROOM_POLICY = policy(["script-src 'self'", "connect-src 'self'"])

/** The frame shows nothing, so nothing can be put into it; it may fetch from here, start its worker, and stand in our pages. */
export const PROOF_FRAME_POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

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
