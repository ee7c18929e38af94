import 'hono/jsx'

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'drag-order': { children?: unknown }
      'to-do': { children?: unknown; 'data-total': string }
      'story-notes': { children?: unknown; 'data-at': string; 'data-people': string; 'data-marks': string }
      'plan-board': { children?: unknown }
      'story-editor': { children?: unknown }
      'review-desk': {
        children?: unknown
        'data-hand': string
        'data-filter': string
        'data-since': string
        'data-beat': string
      }
    }
  }
}
