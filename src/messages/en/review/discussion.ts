/** How a story takes comments: one choice of four. */
import { lengthOfMinutes } from '../../count.ts'

export const storyDiscussionMessages = {
  documentTitle: (headline: string) => `Comments on ${headline}`,
  newStory: 'New story',
  title: 'Comments on this story',
  saved: 'Saved. The story’s page now shows it.',
  how: 'How readers can comment',
  modes: {
    open: { title: 'Open', hint: 'Readers can comment, and each comment is reviewed.' },
    slow: {
      title: 'Slow',
      hint: 'One comment per person in the time you choose below. Anyone who is too fast is told when they can send the next.',
    },
    hold: {
      title: 'On hold',
      hint: 'Readers can comment, but none appears before someone has read it. Moderators see that the story is on hold, and readers are told that it takes longer.',
    },
    closed: { title: 'Closed', hint: 'No new comments. Those already there stay.' },
  },
  slow: (minutes: number) => `Slow: one comment per person every ${lengthOfMinutes(minutes)}`,
  minutes: 'In slow mode, one comment per person every',
  every: lengthOfMinutes,
  save: 'Save',
  setBy: (by: string, at: string) => `Set by ${by}, ${at}.`,
  closingTitle: 'Close comments at a time',
  closingHint: 'Comments close by themselves, and those already there stay. You can open them again.',
  closesAt: 'Comments close at',
  closesOn: (at: string) => `Comments close by themselves on ${at}.`,
  closedOn: (at: string) => `Comments closed by themselves on ${at}.`,
  setClosing: 'Set the time',
  never: 'Don’t close them by themselves',
  chooseOne: 'Choose how readers can comment, then save again.',
  changedMeanwhile: (mode: string) =>
    `Someone else set this story to “${mode}” while you had this page open, so your choice wasn’t saved. It’s still selected below: save again to use it instead.`,
}
