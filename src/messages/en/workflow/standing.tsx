/** On a story's page: how far it has come, and what can be done about that. */
import type { Child } from 'hono/jsx'
import { listed } from '../../count.ts'

const COMMAND_LINE = 'the command line'

export const standingMessages = {
  states: {
    draft: 'Draft',
    back: 'Sent back',
    ready: 'Ready to be checked',
    checked: 'Checked',
    live: 'On the site',
    corrected: 'On the site, corrected',
    retracted: 'Retracted',
    changed: 'On the site, with unpublished changes',
    off: 'Taken off the site',
  },
  /** Of a story on the site: how its next words stand. */
  next: { draft: '', back: 'changes sent back', ready: 'changes ready to be checked', checked: 'changes checked' },

  /** By which mark it stands so, and who made it. */
  marks: {
    ready: (name: string | null, at: Child) => (
      <>
        Ready to be checked, says {name ?? COMMAND_LINE}, {at}.
      </>
    ),
    checked: (name: string | null, at: Child) => (
      <>
        Checked by {name ?? COMMAND_LINE}, {at}.
      </>
    ),
    back: (name: string | null, at: Child) => (
      <>
        Sent back by {name ?? COMMAND_LINE}, {at}:
      </>
    ),
  },
  fell: {
    ready: (at: Child, name: string, changes: Child) => (
      <>
        Changed since {name} marked it as ready, {at}: {changes}.
      </>
    ),
    checked: (at: Child, name: string, changes: Child) => (
      <>
        Changed since it was checked by {name}, {at}: {changes}.
      </>
    ),
  },
  seeChanges: 'see what changed',
  unread: (names: readonly (string | null)[]) =>
    `Before this goes out, somebody else has to check what ${listed(names.map((name) => name ?? COMMAND_LINE))} wrote.`,

  markReady: 'Ready to be checked',
  markChecked: 'Mark as checked',
  markDraft: 'Not ready after all',
  sendBack: 'Send back',
  toWriter: 'What the writer should do',
  toWriterHint: 'The writer sees it at the head of the story.',
}
