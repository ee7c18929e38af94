/** What is said of an export as a whole: files that can’t be opened, and what they turn out to be. */
import { listed, number } from '../../count.ts'

const again = 'Download the export again.'
const knows =
  'Courant takes exports of WordPress, Blogger, Ghost, Substack, Medium, Movable Type, Disqus, Isso, Remark42, Commento and Coral, and folders of HTML or Markdown.'

export const exportPackageMessages = {
  missing: (path: string) => `There is no file or folder “${path}”.`,
  notReadable: (path: string) => `“${path}” can’t be read. Check who may read it.`,
  emptyFolder: (path: string) => `There are no files in “${path}”.`,
  tooManyFiles: (path: string, most: number) => `“${path}” holds more than ${number(most)} files. Import it in parts.`,

  brokenZip: (file: string) => `“${file}” is a zip file that is cut off or damaged. ${again}`,
  splitZip: (file: string) =>
    `“${file}” is one part of a zip file in several parts. Put them together first: unpack it where all its parts lie, then import the folder.`,
  encrypted: (file: string) => `“${file}” is protected by a password. Unpack it yourself and import the folder.`,
  unknownPacking: (file: string) =>
    `“${file}” is packed in a way that Courant doesn’t know. Unpack it yourself and import the folder.`,
  climbsOut: (file: string) =>
    `“${file}” holds a file whose name leads out of its folder, which no export does. Don’t use it; ${again.toLowerCase()}`,
  bomb: (file: string) =>
    `“${file}” unpacks to far more than any export holds, as files do that are made to fill a disk. Don’t use it; ${again.toLowerCase()}`,
  brokenGzip: (file: string) => `“${file}” is a compressed file that is cut off or damaged. ${again}`,
  partMissing: (file: string) => `Part “${file}” is missing. Put all parts side by side, then import again.`,

  severalFormats: (names: readonly string[]) =>
    `These files are of several exports: ${listed(names)}. Import one after the other.`,
  webPage: (file: string) =>
    `“${file}” is a web page, not an export: often the sign-in page, saved by mistake. Export again and save the file itself.`,
  feed: (file: string) => `“${file}” is a feed, which holds only the newest stories. Use the old system’s own export.`,
  xml: (file: string, root: string) =>
    `“${file}” is XML, but no export that Courant knows: it begins with <${root}>. ${knows}`,
  json: (file: string) => `“${file}” is JSON, but no export that Courant knows. ${knows}`,
  unknown: (file: string) => `“${file}” is no export that Courant knows. ${knows}`,
  onlyMedia: 'There are only pictures and the like in these files, and no stories. Import the export itself.',
}
