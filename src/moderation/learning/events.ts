/** What is said of the spam model. */
declare module '../../store/events.ts' {
  interface Events {
    /** The spam model has learnt a lesson, or lost one that was taken back. */
    'model.learnt': Record<never, never>
  }
}

export {}
