/** The tables and views of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** Readers who are erased and whose comments are not all done yet; the row goes with the last of them. */
    erasures: { reader_id: string; erasure: 'keep' | 'blank'; asked_at: number }
  }
}

export {}
