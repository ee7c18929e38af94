/** What is said of decisions. */
declare module '../../store/events.ts' {
  interface Events {
    /** Somebody has decided on a comment, or taken a decision back; or a rule of the site has, in an editor's name. */
    'decision.made': {
      decisionId: string
      commentId: string
      revisionId: string
      /** "approve", "reject", "remove", "undo", "reopen", "overturn", "uphold" or "keep". */
      action: string
      /** The code of the reason; null where there is none. */
      reason: string | null
      automated: boolean
      /** The decision that it puts aside, as if that had never been. */
      instead: string | null
      teaches: boolean
      /** Whether its author is told. */
      told: boolean
    }
  }
}

export {}
