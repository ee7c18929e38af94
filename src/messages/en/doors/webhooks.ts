/** Webhooks: what can be told, what is wrong with what was typed, and what the log keeps. */
import { listed, number } from '../../count.ts'

export const hookMessages = {
  events: {
    'story.published': 'A story is published',
    'story.changed': 'A published story is changed',
    'story.corrected': 'A story is corrected or retracted',
    'story.unpublished': 'A story is taken off the site',
    'comment.held': 'A comment comes in for review (its number only)',
    'comment.approved': 'A comment is approved, or its approved words change',
    'comment.removed': 'A comment is no longer on the site (its number only)',
  },
  test: 'A test message',
  noAddress: 'Type the whole address, beginning with https://.',
  onlyHttps: 'The address has to begin with https://: otherwise anyone on the way could read what is sent.',
  noPassword: 'Leave the name and password out of the address. Every message is signed with a secret instead.',
  longAddress: (most: number) => `That address is too long. It may have ${number(most)} characters.`,
  notPublic: (host: string) =>
    `${host} can’t be reached from the internet. Messages go to public servers only, so that nothing inside your network is reached by mistake.`,
  noEvents: 'Choose at least one thing to be told of.',
  tooMany: (most: number) => `There are ${number(most)} webhooks already. Remove one first.`,
  noWebhook: 'That webhook is not there any more.',
  noMessage: 'That message is not kept any more.',
  switchOnFirst: 'Switch the webhook on first.',

  logAdded: (host: string) => `Added a webhook to ${host}`,
  logEvents: (host: string, events: readonly string[]) =>
    `Changed what the webhook to ${host} is told of: ${listed(events)}`,
  logSecret: (host: string) => `Made a new secret for the webhook to ${host}`,
  logOn: (host: string) => `Switched the webhook to ${host} on`,
  logOff: (host: string) => `Switched the webhook to ${host} off`,
  logRemoved: (host: string) => `Removed the webhook to ${host}`,
  logTest: (host: string) => `Sent a test to ${host}`,
  logAgain: (host: string) => `Sent a message to ${host} again`,
}
