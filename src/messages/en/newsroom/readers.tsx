/** Readers whose address or passkey is known: the list, one reader, and erasing. */
import type { Child } from 'hono/jsx'
import { counted } from '../../count.ts'

export const readersMessages = {
  title: 'Readers',
  lead: 'Readers with a verified address or passkey.',
  find: 'Name or address',
  findHint: 'How it begins.',
  findIt: 'Find',
  nobodyFound: 'No reader found with that name or address.',
  noOlder: 'No older readers.',
  noneYet: 'No readers yet.',
  line: (comments: number, since: Child, address: string | null) => (
    <>
      {address === null ? null : `${address}, `}
      {counted(comments, { one: '1 comment', other: '# comments' })}, since {since}
    </>
  ),
  older: 'Older',
  erasedName: 'Erased',
  noName: '(no name)',

  reader: (name: string) => `Reader ${name}`,
  nowErased: 'Erased. We no longer keep the name or address.',
  since: (address: string | null, since: string) => `${address ?? 'No address'}, since ${since}`,
  erasedSince: (address: string | null, since: string, erased: string) =>
    `${address ?? 'No address'}, since ${since}; erased ${erased}`,
  comments: 'Comments',
  noComments: 'No comments.',
  erasedText: '(text erased)',
  as: (name: Child, at: Child) => (
    <>
      As {name}, {at}
    </>
  ),
  actions: 'Actions',
  ban: 'Ban this reader',
  noBan: 'A reader who has not commented can’t be banned.',
  download: (data: Child) => <>{data}, as a JSON file to send to them.</>,
  data: 'Download everything kept about them',
  whoMayErase: 'People who can change settings can download and erase a reader’s data.',
  eraseReader: 'Erase their name, address and account. What they wrote',
  eraseAuthor: 'Erase the author’s name. What they wrote',
  stays: 'stays, without the name',
  goes: 'is erased too',
  erase: 'Erase for good',

  eraseTitle: 'Erase a comment',
  eraseComment: (name: Child) => <>Erase the comment by {name}</>,
  eraseWhen:
    'Only for a person who asks for it. If a comment merely breaks the rules, remove it instead: its record then stays whole. Here, too, the decisions stay on record, but without the words they quote.',
  cancel: 'Cancel',
  choose: 'Choose what happens to what they wrote, then erase.',
  noComment: 'There is no such comment.',
  noReader: 'There is no such reader, or their data has been erased.',
  logDownloaded: 'Downloaded a reader’s data',
}
