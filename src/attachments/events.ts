/** What is said of attachments. */
declare module '../store/events.ts' {
  interface Events {
    /** A published story shows it, and something of it is different from now on: captions, transcript, poster. */
    'attachment.changed': { attachment: string; story: string }
  }
}

export {}
