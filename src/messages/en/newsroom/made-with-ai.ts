/** How a story or a picture was made, in its form. */
export const madeWithAiMessages = {
  legend: 'Made with AI',
  hint: {
    story: 'Readers are told under the byline, unless AI had no part in it.',
    picture: 'Readers are told beside the picture, unless AI had no part in it.',
  },
  how: {
    story: {
      none: 'No',
      helped: 'People wrote it with the help of AI',
      generated: 'AI generated it',
    },
    picture: {
      none: 'No',
      helped: 'AI changed parts of it',
      generated: 'AI generated it',
    },
  },
  reviewedBy: 'Reviewed by',
  responsible: 'Responsible',
}
