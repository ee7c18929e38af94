/**
 * What every answer carries. Pages run no foreign code and are framed by no
 * one, but for the discussion on the sites that an editor has listed; readers'
 * pages run no code at all, the newsroom's only its own.
 */
const policy = (more: readonly string[], framedBy: readonly string[] = []) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self' https: data:`,
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(' ')}`,
    ...more,
  ].join('; ')

// The one frame is the comment form's own (site/proof-routes.ts), which runs its code apart from the page.
const READER_POLICY = policy(["frame-src 'self'"])
export const NEWSROOM_POLICY = policy(["script-src 'self'", "connect-src 'self'"])

/** Of what these sites show within their pages: its one script tells the page around it how tall it is. */
export const framedPolicy = (sites: readonly string[]): string => policy(["script-src 'self'"], sites)

/** The frame shows nothing, so nothing can be put into it; it may fetch from here, start its worker, and stand in our pages. */
export const PROOF_FRAME_POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** Of an uploaded file: whatever is in it runs nothing, loads nothing, and is of no origin of ours. */
export const FILE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** What no page of the site asks a browser for; passkeys are not among it. */
const NOT_ASKED_FOR = [
  'accelerometer',
  'camera',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]

/** Of every answer, as a flat list of names and values. */
export const SECURITY_HEADERS: readonly string[] = [
  'content-security-policy',
  READER_POLICY,
  'x-content-type-options',
  'nosniff',
  'referrer-policy',
  'strict-origin-when-cross-origin',
  'cross-origin-opener-policy',
  'same-origin',
  'origin-agent-cluster',
  '?1',
  'permissions-policy',
  NOT_ASKED_FOR.map((one) => `${one}=()`).join(', '),
]

/** The same of what these sites show within their pages. */
export const framedHeaders = (sites: readonly string[]): readonly string[] => [
  'content-security-policy',
  framedPolicy(sites),
  ...SECURITY_HEADERS.slice(2),
]

/** No other site's page embeds what is here, but for what is made for others: feeds, the API, reports as data, the discussion. */
export const resourcePolicy = (isForOthers: boolean): readonly string[] => [
  'cross-origin-resource-policy',
  isForOthers ? 'cross-origin' : 'same-origin',
]

const STAY_ON_HTTPS: readonly string[] = ['strict-transport-security', 'max-age=31536000']

/** Where readers come by https, browsers are told to come no other way; for this host, not for its neighbours. */
export const transportHeaders = (url: string): readonly string[] => (url.startsWith('https:') ? STAY_ON_HTTPS : [])

/** All that an answer of a site at `url` carries which is not kept; as a flat list of names and values. */
export const headersOf = (url: string, isForOthers = false): readonly string[] => [
  ...SECURITY_HEADERS,
  ...resourcePolicy(isForOthers),
  ...transportHeaders(url),
]
