/** What is wrong with a file that should be a PDF, audio or video, and what the log says of such files. */
import { number } from '../../count.ts'

const notOfThese =
  'This file is of a kind that can’t be used. Upload a PDF, MP3, M4A, AAC, OGG, WAV, FLAC, MP4 or WebM.'
const cutOff = 'This file is incomplete or damaged. Copy it again and upload that.'

export const attachmentMessages = {
  tooLarge: (megabytes: number) =>
    `This file is larger than ${number(megabytes)} MB. Export it smaller, or split it, and upload that.`,
  empty: 'The file is empty. Choose another one.',
  /** By what it is. */
  refused: {
    quicktime:
      'This is a QuickTime film (MOV), which not every browser plays. Export it as MP4 (H.264) and upload that; an iPhone records so with Settings, Camera, Formats, “Most Compatible”.',
    matroska: 'This is a Matroska film (MKV), which browsers don’t play. Export it as MP4 (H.264) and upload that.',
    page: 'This is a web page or a drawing, whatever its name says, and can carry program code. Save it as PDF and upload that.',
    picture: 'This is a picture. Upload it under Pictures.',
    office: 'This is an office document or an archive. Save it as PDF and upload that.',
    other: notOfThese,
  },
  why: {
    'cut off': cutOff,
    'nothing to play': 'There is nothing to play in this file. Export it again and upload that.',
    codec:
      'Not every browser can play what is in this file. Export video as MP4 with H.264 and AAC, audio as MP3 or M4A (AAC), and upload that.',
    'too long': 'This file takes too long to read, so it was not saved. Export it again and upload that.',
  },
  /** By what is the matter with the place where files lie. */
  notKept: {
    full: 'There is no room left for files, so this one was not saved. Ask whoever looks after the site to make room.',
    down: 'The storage for files does not answer, so this one was not saved. Try again in a few minutes.',
    refused:
      'The storage for files does not let the site write, so this one was not saved. Tell whoever looks after the site.',
  },
  captionsTooLarge: (megabytes: number) =>
    `Captions can have at most ${number(megabytes)} MB. Check that this is the right file.`,
  captionsNotUtf8: 'These captions are not in UTF-8. Save them with the encoding UTF-8 and upload that.',
  noCaptions: 'This is not a captions file. Upload WebVTT (.vtt) or SubRip (.srt).',
  gone: 'This file is no longer there.',
  inUse: (stories: readonly string[]) => `This file is used in ${stories.join(', ')}. Take it out of there first.`,

  logAdded: (name: string) => `Uploaded a file: ${name}`,
  logChanged: (name: string) => `Changed the details of a file: ${name}`,
  logCaptions: (name: string) => `Changed the captions of a file: ${name}`,
  logDeleted: (name: string) => `Deleted a file: ${name}`,
}
