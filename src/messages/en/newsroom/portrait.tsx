/** Choosing a portrait for a name with a page. */
import type { Child } from 'hono/jsx'

export const portraitMessages = {
  title: (name: string) => `Portrait of ${name}`,
  toPage: (name: string) => `The page of ${name}`,
  hint: 'Readers see it on this person’s page, and small beside their quotations. Make sure you may use it.',
  search: 'Search the library',
  find: 'Search',
  choose: 'Use this picture',
  chooseOne: 'Choose a picture first.',
  remove: 'Remove the portrait',
  saved: 'Saved. Readers see it from now on.',
  removed: 'Portrait removed. The picture is still in the library.',
  noCredit: 'No credit yet.',
  details: 'Credit, rights and focal point',
  noneFound: (words: string) => `No picture for “${words}” was found. Try a shorter or different word.`,
  noPictures: (library: Child) => <>There are no pictures yet. Upload one under {library}.</>,
  library: 'Pictures',
  noName: 'This name has no page. Accept it in a story’s “Who says what” first.',
}
