/** What of an old story could not be taken into the new one, a sentence each. */

export const oldStoryMessages = {
  script: (address: string) => (address === '' ? 'A script.' : `A script: ${address}`),
  form: 'A form. Its words are in the story; what readers could fill in is not.',
  styles: 'Its own style sheet.',
  drawing: 'A drawing made of code (SVG).',
  hidden: (words: string) => `Words that were hidden on the old page: “${words}”`,
  counter: (address: string) => `An invisible picture that counts visits: ${address}`,
  pictureInText: (alt: string) =>
    alt === ''
      ? 'A picture that was stored within the text itself.'
      : `A picture that was stored within the text itself: “${alt}”`,
  pictureWithoutAddress: (alt: string) =>
    alt === '' ? 'A picture without an address.' : `A picture without an address: “${alt}”`,
  pictureLink: (address: string) => `The link behind a picture: ${address}`,
  captionLink: (address: string) => `A link in a caption: ${address}`,
  struckOut: (words: string) => `These words were struck out and now stand plain: “${words}”`,
  tableTooLarge:
    'A table with more rows or columns than a story holds. Its words are in the story, a line for each row.',
  playerWithoutAddress: 'A player or frame that doesn’t say what it shows.',
  cutOff: (rest: string) => `The text breaks off within a tag: “${rest}”`,
  andMore: (count: number) => `And ${count} more.`,
}
