import 'hono/jsx'

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'review-desk': { children?: unknown }
    }
  }
}
