/**
 * The newsroom's forms that hold written words: each by its address, with the
 * label of every field that somebody types into. What is not named here (ids,
 * choices, the button that was pressed) goes with the words, unseen.
 */
import { advertMessages, keptFieldMessages as m } from '../../messages/index.ts'
import { SITE_SETTINGS } from '../../publication/index.ts'

/** All but those that are switched on and off. */
const SETTINGS = Object.fromEntries(
  Object.entries(SITE_SETTINGS)
    .filter(([, setting]) => typeof setting.default === 'string')
    .map(([name, { label }]) => [name, label]),
)

/** An asterisk stands for one part of an address; the first that fits counts. */
export const WRITTEN_FORMS: Record<string, Record<string, string>> = {
  '/newsroom/paste': m.paste,
  '/newsroom/stories/*': m.story,
  '/newsroom/stories/*/send-back': m.toWriter,
  '/newsroom/stories/*/schedule': m.schedule,
  '/newsroom/stories/*/schedule/end': m.storyEnd,
  '/newsroom/stories/*/embargo': m.embargo,
  '/newsroom/stories/*/embargo/move': m.embargo,
  '/newsroom/stories/*/correct': m.story,
  '/newsroom/stories/*/discussion/closing': m.closing,
  '/newsroom/stories/*/suggest': m.story,
  '/newsroom/stories/*/notes': m.storyNote,
  '/newsroom/stories/*/notes/*/answer': m.storyAnswer,
  '/newsroom/stories/*/notes/*/lines/*': m.storyNoteWords,
  '/newsroom/stories/*/reading/correct': m.correction,
  '/newsroom/stories/*/reading/names': m.sameName,
  '/newsroom/planning': m.plan,
  '/newsroom/plans/*': m.plan,
  '/newsroom/front/pins': m.span,
  '/newsroom/front/breaking': m.breaking,
  '/newsroom/review/decide': m.note,
  '/newsroom/waiting/*/decide': m.note,
  '/newsroom/comments/*/remove': m.note,
  '/newsroom/comments/*/ban': m.ban,
  '/newsroom/review/appeals/*': m.answer,
  '/newsroom/review/reports/*': m.answer,
  '/newsroom/tickets/answer': m.ticket,
  '/newsroom/review/reasons': m.reason,
  '/newsroom/review/rules': m.rule,
  '/newsroom/review/rules/known-readers': m.knownReaders,
  '/newsroom/review/rules/*': m.rule,
  '/newsroom/people': m.person,
  '/newsroom/people/*/details': m.person,
  '/newsroom/start/you': m.person,
  '/newsroom/start/invite': m.person,
  '/newsroom/start/paper': { name: SITE_SETTINGS.name.label, timeZone: SITE_SETTINGS.timeZone.label },
  '/newsroom/settings': SETTINGS,
  '/newsroom/settings/house-rule': { rule: SITE_SETTINGS.houseRule.label },
  '/newsroom/sections': m.newTerm,
  '/newsroom/topics': m.newTerm,
  '/newsroom/authors': m.newTerm,
  '/newsroom/sections/*': m.section,
  '/newsroom/topics/*': m.section,
  '/newsroom/authors/*': m.author,
  '/newsroom/look': m.look,
  '/newsroom/pictures/fetch': m.pictureAddress,
  '/newsroom/pictures/credit': m.pictureCredit,
  '/newsroom/pictures/*': m.picture,
  '/newsroom/files/*': m.file,
  '/newsroom/letters': m.emails,
  '/newsroom/adverts': advertMessages.fields,
  '/newsroom/move-in/*/look': m.oldSite,
  '/newsroom/old-addresses': m.oldAddress,
  '/newsroom/old-addresses/paste': m.oldAddresses,
  '/newsroom/programs': m.program,
  '/newsroom/embedding': m.listedSite,
  '/newsroom/webhooks': m.webhook,
  '/newsroom/notices': m.notices,
  '/newsroom/pages': m.newPage,
  '/newsroom/pages/*': m.page,
  '/newsroom/menus/*/add': m.menuLink,
  '/newsroom/menus/*/rename': m.menuLabel,
}

/** The labels of the written fields of the form that is sent to this address; null where it holds none. */
export function writtenFieldsAt(path: string): Readonly<Record<string, string>> | null {
  const parts = path.replace(/\/$/, '').split('/')
  const fits = (form: string[]) =>
    form.length === parts.length && form.every((part, index) => part === '*' || part === parts[index])
  const found = Object.keys(WRITTEN_FORMS).find((form) => fits(form.split('/')))
  return found ? (WRITTEN_FORMS[found] as Record<string, string>) : null
}
