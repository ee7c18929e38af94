/**
 * The form's own fields as fields of the story: headline, standfirst, byline and
 * the others are written where they are without the editor. Only what somebody
 * has touched counts as written.
 */
import type { MadeWithAi } from '../../../media/index.ts'
import type { StoryContent } from '../../../story/index.ts'
import type { Picture } from './schema.ts'

export type Fields = Partial<Omit<StoryContent, 'body'>>

/** Of what was made with AI: how, who reviewed it, who answers for it. The first are radio buttons, whose value is the chosen one's. */
const AI = ['aiHow', 'aiReviewedBy', 'aiResponsible']
const LINES = ['headline', 'standfirst', 'byline', 'dateline', 'searchHeadline', 'shareHeadline'] as const

const CONTROL: Record<string, string> = { picture: 'pictureCaption', madeWithAi: 'aiReviewedBy' }

export interface FormFields {
  written(): Fields
  /** Shows a value that came from elsewhere; what was written there is given up. */
  set(field: keyof Fields, value: unknown): void
  /** The control of a field, where it has one. */
  control(field: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null
}

/** `changed` and `entered` are called with a field's name. */
export function formFields(
  form: HTMLFormElement,
  known: () => StoryContent,
  { changed, entered }: { changed(field: string): void; entered(field: string): void },
): FormFields {
  let written: Fields = {}
  const named = (name: string) => form.elements.namedItem(name) as HTMLInputElement | null
  const take = (event: Event) => {
    const { name } = event.target as HTMLInputElement
    const field = fieldOf(name)
    if (!field) return
    const value = READ[field]?.(named, known())
    if (value === undefined) return
    written = { ...written, [field]: value }
    changed(field)
  }
  form.addEventListener('input', take)
  form.addEventListener('change', take)
  form.addEventListener('focusin', (event) => {
    const field = fieldOf((event.target as HTMLInputElement).name ?? '')
    if (field) entered(field)
  })
  return {
    written: () => written,
    control: (field) => named(CONTROL[field] ?? field),
    set(field, value) {
      const { [field]: _, ...rest } = written
      written = rest
      if (field === 'picture') {
        const picture = value as Picture | null
        show(named('pictureCaption'), picture?.caption ?? '')
        show(named('pictureAlt'), picture?.alt ?? '')
      } else if (field === 'madeWithAi') {
        const { how, reviewedBy, responsible } = value as MadeWithAi
        const chosen = named('aiHow')
        if (chosen) chosen.value = how
        show(named('aiReviewedBy'), reviewedBy)
        show(named('aiResponsible'), responsible)
      } else if (field === 'topics') show(named('topics'), topicsInWords(value as string[]))
      else if (typeof value === 'string') show(named(field), value)
    },
  }
}

type Read = (named: (name: string) => HTMLInputElement | null, known: StoryContent) => unknown

const line =
  (name: string): Read =>
  (named) =>
    (named(name)?.value ?? '').replaceAll('\n', ' ').trim()

/** Undefined where what is typed is no value yet: the form says so when it is sent. */
const READ: Record<string, Read> = {
  ...Object.fromEntries(LINES.map((name) => [name, line(name)])),
  section: (named) => (named('newSection')?.value ?? '').trim() || (named('section')?.value ?? ''),
  topics: (named) => topicsIn(named('topics')?.value ?? ''),
  language: (named) => {
    const typed = (named('language')?.value ?? '').trim()
    return typed === '' || isLanguage(typed) ? typed : undefined
  },
  madeWithAi: (named, { madeWithAi }) => {
    const [how, reviewedBy, responsible] = AI.map((name) => (named(name)?.value ?? '').trim())
    return { ...madeWithAi, ...(how ? { how } : {}), reviewedBy, responsible }
  },
  picture: (named, { picture }) => {
    const decorative = named('pictureDecorative')?.checked === true
    const { decorative: _, ...before } = picture ?? { src: '', alt: '', caption: '', credit: '', rights: '' }
    const caption = (named('pictureCaption')?.value ?? '').trim()
    const alt = decorative ? '' : (named('pictureAlt')?.value ?? '').trim()
    if (before.src === '' && caption === '') return null
    return { ...before, caption, alt, ...(decorative ? { decorative } : {}) }
  },
}

/** As the form's own rule has it: parted by semicolons where there is one, else by commas. */
const topicsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(typed.includes(';') ? ';' : ',')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
]

const topicsInWords = (topics: readonly string[]): string =>
  topics.some((name) => name.includes(',')) ? `${topics.join('; ')};` : topics.join(', ')

function fieldOf(name: string): string | null {
  if (AI.includes(name)) return 'madeWithAi'
  if (name === 'newSection') return 'section'
  if (['pictureCaption', 'pictureAlt', 'pictureDecorative'].includes(name)) return 'picture'
  return name in READ && name !== 'picture' && name !== 'madeWithAi' ? name : null
}

function show(control: HTMLInputElement | null, value: string): void {
  if (!control || control.value === value) return
  control.value = value
  control.dispatchEvent(new Event('grow'))
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1
  } catch {
    return false
  }
}
