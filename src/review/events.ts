/** What is said of the desk's work. */
declare module '../store/events.ts' {
  interface Events {
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
