/** What this part says (store/events.ts). */
declare module '../store/events.ts' {
  interface Events {
    /** A webhook was switched off because it failed, or somebody has seen to one. */
    'webhooks.changed': Record<never, never>
  }
}

export {}
