import 'hono/jsx'

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'passkey-door': {
        children?: unknown
        hidden?: boolean
        'data-ask': string
        'data-way': 'make' | 'sign'
      }
      'picture-library': { children?: unknown }
      'picture-upload': { children?: unknown; 'data-failed': string; 'data-most'?: string; 'data-too-large'?: string }
      'show-password': { children?: unknown; hidden?: boolean; 'data-for': string }
    }
  }
}
