/** What of the exports of Substack and Medium, and of folders of pages, is not taken. */

export const pageExportMessages = {
  thread: 'A thread is a conversation, not a story.',
  unknownType: (type: string) => `Its type, “${type}”, is one that Courant doesn’t know, so it is kept from readers.`,
  noFile: 'The export lists it without its words.',
  noRow: 'The export has its words, but doesn’t list it, so it is a draft.',
  behindWall: (words: string) => `What stood behind the paywall: “${words}”`,
  response: 'A response to somebody else’s story.',
  tooLarge: 'It is larger than any story.',
  template: 'A template, which makes other pages.',
  listPage: 'A page that only lists others.',
  notPublished: 'Its front matter says that no page is made of it.',
  frontMatter: 'Its front matter can’t be read, so it is a draft.',
  noDate: (written: string) => `Its date, “${written}”, can’t be read.`,
  code: (name: string) => `A piece that the old site’s program filled in: ${name}`,
  framed: 'Only the article was taken of the page; its menus, header and footer were not.',
}
