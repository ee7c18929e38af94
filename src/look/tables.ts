/** The tables of this part. */

declare module '../store/schema.ts' {
  interface Schema {
    /** The logo, the icon, and what is made of the icon. */
    look_files: {
      /** "logo-HASH-640x120.webp", "icon-HASH.png"; made of it: "made-HASH-180.png". */
      name: string
      bytes: Uint8Array
      made_at: number
    }
  }
}

export {}
