/** What is said of rules, and of who needs no review. */
declare module '../../store/events.ts' {
  interface Events {
    /** The rules that comments are examined by. */
    'rules.changed': Record<never, never>
    /** A trial of a rule was finished or stopped. */
    'trial.ended': { trial: string }
    /** Whose comments are approved without a look. */
    'known-readers.changed': Record<never, never>
  }
}

export {}
