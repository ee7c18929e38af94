/** Writing a draft together: what stands in the way, its history, and what others suggest. */
import { number } from '../../count.ts'

export const draftingMessages = {
  unreadable: 'This could not be read. Reload the page; what you typed is kept in this browser.',
  changed: (name: string | null) =>
    `${name ?? 'Somebody'} has changed this passage since. Both are kept: choose which one stands.`,
  locked: (name: string) => `${name} is writing here. Wait for them, or take over.`,
  gone: 'This story has been deleted. Your words are still in this browser: copy what you need.',
  tooManyTabs: (most: number) => `You have ${number(most)} drafts open. Close one to see here what others write.`,
  nobodyKnown: 'somebody',
}
