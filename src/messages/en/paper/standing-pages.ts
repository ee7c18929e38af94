/** What the program says of standing pages: what can't be kept, and the log. */
import { number } from '../../count.ts'

export const standingPageMessages = {
  noTitle: 'Give the page a title.',
  tooLong: {
    title: (most: number) => `Keep the title to ${number(most)} characters.`,
    words: (most: number) => `Keep the page to ${number(most)} characters.`,
  },
  noSlug: 'Give the page an address with letters or figures in it.',
  reserved: (path: string) => `The site itself uses ${path}. Choose another address.`,
  taken: (path: string, title: string) => `The page “${title}” has the address ${path}. Choose another.`,
  gap: (gap: string) => `Fill in ${gap}, or take it out, before readers can see this page.`,
  noWords: 'Write something before readers can see this page.',

  logAdded: (title: string) => `Added the page “${title}”`,
  logSaved: (title: string) => `Saved the page “${title}”, which isn’t published`,
  logPublished: (title: string) => `Published the page “${title}”`,
  logUnpublished: (title: string) => `Unpublished the page “${title}”`,
  logRemoved: (title: string) => `Removed the page “${title}”`,
}
