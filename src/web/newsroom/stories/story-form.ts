/** A story as the editing page's fields, and back. */

import { checkPicture, type MadeWithAi } from '../../../media/index.ts'
import { storyMessages as m } from '../../../messages/index.ts'
import { LONGEST_NAME } from '../../../paper/index.ts'
import { bodyToMarkup, checkLength, markupToBody, type StoryContent, typesetContent } from '../../../story/index.ts'
import { aheadOfUtc, unixLines } from '../../../text/index.ts'
import type { Form } from '../../kit/form.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { readMadeWithAi } from '../kit/made-with-ai-fields.tsx'
import { topicsIn, topicsInWords } from './story-topics.ts'

/** What stands in the fields, as typed. */
export interface StoryForm {
  headline: string
  searchHeadline: string
  shareHeadline: string
  standfirst: string
  byline: string
  dateline: string
  section: string
  /** With commas between them. */
  topics: string
  language: string
  pictureSrc: string
  pictureAlt: string
  /** Whether an editor has said that it tells readers nothing. */
  pictureDecorative: boolean
  pictureCaption: string
  pictureCredit: string
  pictureRights: string
  /** Plain text with light markup; see story/markup/markup.ts. */
  body: string
  madeWithAi: MadeWithAi
  /** The editor has sent the body already: it is the draft's, and its field is not there. */
  bodyKept: boolean
  /** When an older story first came out, as typed: 2024-05-16T09:30; empty for now. */
  date: string
  /** What kind of change it is to a story that readers see, and what was wrong; absent where none was asked. */
  changeKind?: string
  cause?: string
  /** Errors that readers reported and that the change answers, by their ids; absent where none was asked. */
  closes?: readonly string[]
  /** What the writer is told with a story that is sent back; absent where nothing was typed. */
  toWriter?: string
  /** The draft's number that this was opened as. */
  base: number
}

export function formOfContent(content: StoryContent, draft: { number: number }): StoryForm {
  const { picture } = content
  return {
    headline: content.headline,
    searchHeadline: content.searchHeadline,
    shareHeadline: content.shareHeadline,
    standfirst: content.standfirst,
    byline: content.byline,
    dateline: content.dateline,
    section: content.section,
    topics: topicsInWords(content.topics),
    language: content.language,
    pictureSrc: picture?.src ?? '',
    pictureAlt: picture?.alt ?? '',
    pictureDecorative: picture?.decorative === true,
    pictureCaption: picture?.caption ?? '',
    pictureCredit: picture?.credit ?? '',
    pictureRights: picture?.rights ?? '',
    body: bodyToMarkup(content.body),
    madeWithAi: content.madeWithAi,
    bodyKept: false,
    date: '',
    base: draft.number,
  }
}

/** The reported errors that a change answers. */
export const closesIn = (form: Form): string[] => form.all('closes').flatMap((ids) => ids.split(' '))

/** `before`: what the story has where the form has no field for it. */
export const readStoryForm = (form: Form, before: Pick<StoryContent, 'madeWithAi'>): StoryForm => ({
  headline: form.get('headline'),
  searchHeadline: form.get('searchHeadline'),
  shareHeadline: form.get('shareHeadline'),
  standfirst: form.get('standfirst'),
  byline: form.get('byline'),
  dateline: form.get('dateline'),
  // One that is typed goes before one that is chosen.
  section: form.get('newSection').trim() || form.get('section'),
  topics: form.get('topics'),
  language: form.get('language'),
  // The library's own stands in a field of its own, and gives way to an address that is typed.
  pictureSrc: form.get('pictureSrc').trim() || form.get('pictureLibrary'),
  pictureAlt: form.get('pictureAlt'),
  pictureDecorative: form.get('pictureDecorative') === '1',
  pictureCaption: form.get('pictureCaption'),
  pictureCredit: form.get('pictureCredit'),
  pictureRights: form.get('pictureRights'),
  body: form.get('body'),
  madeWithAi: readMadeWithAi(form, before.madeWithAi),
  bodyKept: form.get('bodyKept') === '1',
  date: form.get('date'),
  changeKind: form.get('change'),
  cause: form.get('cause'),
  closes: closesIn(form),
  toWriter: form.get('toWriter'),
  base: wholeNumber(form.get('base')) ?? 0,
})

/**
 * The story that the fields make, with real quotes and dashes, or what has to
 * be put right. `before` lends its block ids to what stayed.
 */
export function contentOfForm(
  form: StoryForm,
  before: StoryContent,
  siteLanguage: string,
): StoryContent | { problem: string } {
  const tooLong = checkLength(Object.values(form).reduce((sum, typed) => sum + String(typed ?? '').length, 0))
  if (tooLong) return { problem: tooLong }
  const language = form.language.trim()
  if (language !== '' && !isLanguage(language)) return { problem: m.notALanguage(language) }
  const topics = topicsIn(form.topics)
  if (form.section.trim().length > LONGEST_NAME) return { problem: m.sectionTooLong(LONGEST_NAME) }
  if (topics.some((name) => name.length > LONGEST_NAME)) return { problem: m.topicTooLong(LONGEST_NAME) }
  const src = form.pictureSrc.trim()
  const wrong = checkPicture({ src, alt: form.pictureAlt, decorative: form.pictureDecorative })
  if (wrong) return { problem: wrong }
  const body = form.bodyKept ? before : markupToBody(unixLines(form.body), before.body)
  if ('problem' in body) return body
  const typed = (text: string) => text.trim()
  const caption = typed(form.pictureCaption)
  const picture = {
    src,
    alt: form.pictureDecorative ? '' : typed(form.pictureAlt),
    ...(form.pictureDecorative ? { decorative: true } : {}),
    caption,
    credit: typed(form.pictureCredit),
    rights: typed(form.pictureRights),
  }
  const content = {
    ...before,
    headline: typed(form.headline),
    searchHeadline: typed(form.searchHeadline),
    shareHeadline: typed(form.shareHeadline),
    standfirst: typed(form.standfirst),
    byline: typed(form.byline),
    dateline: typed(form.dateline),
    section: typed(form.section),
    topics,
    language,
    picture: src === '' && caption === '' ? null : picture,
    body: body.body,
    madeWithAi: form.madeWithAi,
  }
  return typesetContent(content, siteLanguage)
}

/** The date field in milliseconds, read in the site's time zone; undefined where it is empty, null where it is no date. */
export function readDateField(value: string, timeZone: string): number | undefined | null {
  const typed = value.trim()
  if (typed === '') return undefined
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(typed)) return null
  const asUtc = Date.parse(typed.includes('T') ? `${typed}Z` : `${typed}T12:00Z`)
  if (Number.isNaN(asUtc)) return null
  // The zone's distance from UTC at that moment; twice, since the first guess may lie beyond a change of clocks.
  const first = asUtc - aheadOfUtc(asUtc, timeZone)
  return asUtc - aheadOfUtc(first, timeZone)
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1
  } catch {
    return false
  }
}
