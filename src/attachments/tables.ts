/** The tables of this part. */
import type { AttachmentFormat } from './formats.ts'

declare module '../store/schema.ts' {
  interface Schema {
    /** PDFs, audio and video that the newsroom has uploaded. Each lies in a folder of its own, and is never changed. */
    attachments: {
      id: string
      /** Names its folder, and no other's: the beginning of the content, and a few digits of chance. */
      file: string
      /** What it holds: the first 128 bits of its SHA-256, in hexadecimal. */
      content: string
      format: AttachmentFormat
      bytes: number
      /** What the file was called where it came from. */
      name: string
      title: string
      /** How long it plays, in milliseconds; null of a PDF, and where the file does not say. */
      duration: number | null
      /** Of a video, as it is seen, in pixels. */
      width: number | null
      height: number | null
      /** Of a PDF, where it says so plainly. */
      pages: number | null
      /** The hash of its captions (WebVTT), which names their file; empty where it has none. */
      captions: string
      /** What is said in it, for who reads instead of listening. */
      transcript: string
      /** The picture of the library that stands for a video until it plays. */
      poster: string | null
      /** What it is found by: title and name, folded. */
      words: string
      added_by: string | null
      added_at: number
    }
    /** Which story shows which attachment. */
    attachment_uses: { attachment_id: string; story_id: string; shown: 'draft' | 'held' | 'published' }
  }
}
