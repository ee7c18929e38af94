/** What is said of the desk's work. */
declare module '../store/events.ts' {
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
    /** The spam model has learnt a lesson, or lost one that was taken back. */
    'model.learnt': Record<never, never>
    /** The rules that comments are examined by. */
    'rules.changed': Record<never, never>
    /** A trial of a rule was finished or stopped. */
    'trial.ended': { trial: string }
    /** Whose comments are approved without a look. */
    'known-readers.changed': Record<never, never>
    /** What readers are told of the reasons. */
    'reasons.changed': Record<never, never>
    /** What is public of the desk's work. */
    'publicity.changed': Record<never, never>
  }
}

export {}
