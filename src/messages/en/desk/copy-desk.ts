/** What the copy desk finds in a story and its pictures: one sentence each, which says what to do. */
export const copyDeskMessages = {
  noHeadline: 'Give the story a headline before you publish it.',
  noBody: 'Write at least one paragraph, or add a picture, before you publish the story.',
  noByline: 'There is no byline. Add who wrote the story, or the agency it came from.',
  openQuotation: (excerpt: string) => `This quotation is never closed: “${excerpt}”.`,
  doubledWord: (word: string) => `“${word} ${word}”: the same word twice.`,
  pictureAddress: 'The picture’s address must begin with https:// or a slash.',
  pictureWithoutAlt: 'Add alt text: describe the picture for readers who can’t see it.',
}
