/** What is said of an export’s files: why one can’t be read, and what to do. */
import { number } from '../../count.ts'

export const exportFileMessages = {
  empty: (file: string) => `“${file}” is empty. Export it again.`,
  conflict: (file: string) =>
    `“${file}” holds the marks of an unfinished Git merge (<<<<<<<). Use the file as the old system exported it.`,
  gzipped: (file: string) => `“${file}” is still compressed. Unpack it first, or give it a name that ends in .gz.`,
  zipped: (file: string) => `“${file}” is a zip file. Give it a name that ends in .zip, or unpack it first.`,
  webPage: (file: string) =>
    `“${file}” is a web page, not an export: often the sign-in page, saved by mistake. Export again and save the file itself.`,
  notXml: (file: string) =>
    `“${file}” is not XML, though its name says so. Use the file as the old system exported it.`,
  junkBefore: (file: string) =>
    `Something stands before the XML in “${file}”, often an error message of the old site. Delete everything before <?xml and try again.`,
  unknownEncoding: (file: string, encoding: string) =>
    `“${file}” says that its characters are “${encoding}”, which nothing here can read. Save it as UTF-8 and try again.`,
  entities: (file: string) =>
    `“${file}” defines entities of its own, as no export does, and files that do so can fill a computer’s memory. Use the file as the old system exported it.`,
  otherSite: (file: string, host: string, first: string) =>
    `“${file}” is an export of ${host}, and the first file is one of ${first}. Move in one site at a time.`,
  cutOff: (file: string, place: string, line: number) =>
    `“${file}” is cut off: it ends at line ${number(line)}, inside ${place}. Export it again.`,
  tooDeep: (file: string, line: number) =>
    `“${file}” has elements within elements without end, at line ${number(line)}. No export does. Use the file as the old system exported it.`,
  tooLarge: (file: string, place: string, line: number) =>
    `“${file}” has a single ${place} larger than any real one, at line ${number(line)}. Export it again.`,
  notJson: (file: string) => `“${file}” is damaged: it isn’t valid JSON. Export it again.`,
  jsonCutOff: (file: string) => `“${file}” is cut off: it ends in the middle. Export it again.`,
  entryDamaged: (file: string, entry: number) => `Entry ${number(entry)} of “${file}” is damaged. Export it again.`,
  entryTooLong: (file: string, entry: number) =>
    `Entry ${number(entry)} of “${file}” is too long: no real one is. Export it again.`,
  columnTwice: (file: string, column: string) => `“${file}” has two columns named “${column}”. Export it again.`,
  columnMissing: (file: string, column: string) =>
    `“${file}” has no column “${column}”. Use the file as the old system exported it.`,
  notCsv: (file: string, line: number) =>
    `“${file}” is damaged at line ${number(line)}: its quotation marks don’t match. Export it again.`,
}
