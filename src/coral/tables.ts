/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** What a Coral site signs its questions with, and how many it has asked; no row while none may ask. */
    coral: {
      /** Always "phase". */
      name: string
      secret: string
      set_at: number
      set_by: string | null
      looked_at: number
      held: number
      last_at: number | null
    }
  }
}

export {}
