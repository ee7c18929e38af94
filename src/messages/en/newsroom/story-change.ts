/** Beside “Save and publish again”: what kind of change it is. */

export const storyChangeMessages = {
  what: 'What is this change?',
  kinds: {
    update: { name: 'Update', hint: 'Something is new. Readers see the time, and your sentence if you write one.' },
    typo: { name: 'Typo', hint: 'A slip of the pen. Readers are told nothing.' },
    correction: {
      name: 'Correction',
      hint: 'Something was wrong. Readers see when it was corrected, and your sentence.',
    },
    retraction: {
      name: 'Retraction',
      hint: 'The story should not have been published. Its words are withheld, its address stays with your sentence, and comments close.',
    },
  },
  atATime: 'It is told when it goes out, not before.',
  cause: 'What was wrong, or what is new',
  causeHint:
    'In a sentence: “The fare was given as £8; it is £5.” It stands under the byline. Corrections and retractions need it.',
}
