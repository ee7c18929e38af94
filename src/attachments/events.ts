/** What is said of attachments. */
declare module '../store/events.ts' {
  interface Events {
    /** A published story shows it, and something of it is different from now on: captions, transcript, poster. */
    'attachment.changed': { attachment: string; story: string }
    /** The same, wherever it is shown: on pages that are no stories as well. */
    'attachment.edited': { attachment: string }
  }
}

export {}
