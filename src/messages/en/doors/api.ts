/** What programs are told by /api/v1, and what its description says of it. */
import { listed, number } from '../../count.ts'

const quoted = (names: readonly string[]) => listed(names.map((name) => `“${name}”`))

export const apiMessages = {
  title: 'Courant',
  description:
    'Stories, their comments and what they are filed under, as readers see them; and, with a token, drafts, publishing and the queue. Fields may be added to answers; whatever is sent must have no others than those described here. Every error has one shape.',
  tokens: 'A token from the settings, under Access for programs. It acts in the name of whoever made it.',
  needsScope: (scope: string) => `Needs a token with ${scope}.`,
  done: 'Done',
  refused: 'Not done',

  sendJson: 'Send JSON, with the header “Content-Type: application/json”.',
  notJson: 'What was sent is not JSON. Check its quotation marks, commas and brackets.',
  notAnObject: 'Send one JSON object, in braces.',
  brokenCharacters: 'Some characters are broken: send UTF-8, and no half of a pair of surrogates. Nothing was saved.',
  tooLarge: (bytes: number) => `That is too much: this address takes up to ${number(bytes)} bytes. Nothing was saved.`,
  giveOnce: (name: string) => `Give “${name}” once.`,
  missing: (name: string) => `“${name}” is missing.`,
  wrongType: (name: string, type: string) => `“${name}” must be of the type ${type}.`,
  oneOf: (name: string, values: readonly string[]) => `“${name}” must be one of ${quoted(values)}.`,
  atMost: (name: string, most: number) => `“${name}” can be ${number(most)} at most, in size or in length.`,
  atLeast: (name: string, least: number) => `“${name}” must be ${number(least)} at least, in size or in length.`,
  wrongForm: (name: string) => `“${name}” has a form that can’t be read. See /api/v1/openapi.json.`,
  unknownField: (name: string, known: readonly string[]) =>
    known.length === 0
      ? `There is no field “${name}” here. See /api/v1/openapi.json.`
      : `There is no field “${name}” here: it can be ${quoted(known)}.`,
  wrongAfter: 'Take “after” from the answer before.',

  noStory: 'There is no story with this id, or it is in the trash.',
  noSuchHeld: 'There is no comment with this id in the queue.',
  changed: (number_: number) =>
    `Someone else changed the same place meanwhile. Nothing was saved. The story is at number ${number(number_)} now: lay your change over “theirs” and send it again with that number.`,
  notThatNumber: (number_: number) =>
    `The story is at number ${number(number_)} now, so someone changed it after you read it. Read it again, then publish that number.`,
  writing: (names: readonly string[]) =>
    `${listed(names)} ${names.length === 1 ? 'is' : 'are'} writing there just now. Nothing was saved. Try again in a minute.`,
  someone: 'someone',
  twoBlocks: (id: string) => `Two blocks have the id “${id}”. Give each its own.`,
  notADate: 'Give “date” as ISO 8601, such as 2024-05-16T09:30:00Z.',
  dateTooLate: 'A date can only be given when a story is published for the first time.',
}
