/** The forms of a page, as a browser would send them. */
import { parseHTML } from 'linkedom'

/** A form of a page: where it goes, what it sends as it stands, and which of its fields are typed into. */
export interface FormFound {
  path: string
  fields: Record<string, string>
  written: string[]
}

const TYPED =
  'textarea, input:not([type]), input[type=text], input[type=email], input[type=url], input[type=number], input[type=datetime-local], input[type=time]'

const SIGNS: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

/** linkedom leaves a text area's words as they are escaped. */
const readable = (text: string) => text.replace(/&(lt|gt|quot|#39|amp);/g, (all, name: string) => SIGNS[name] ?? all)

/** The forms of a page that something is sent by. */
export function formsIn(html: string): FormFound[] {
  const { document } = parseHTML(html)
  return [...document.querySelectorAll('form[method=post]')].map((form) => {
    const fields: Record<string, string> = {}
    for (const field of form.querySelectorAll('input[name], textarea[name]')) {
      if (/^(checkbox|radio|file)$/.test(field.getAttribute('type') ?? '') && !field.hasAttribute('checked')) continue
      fields[field.getAttribute('name') as string] =
        field.tagName === 'TEXTAREA'
          ? readable((field.textContent ?? '').replace(/^\n/, ''))
          : (field.getAttribute('value') ?? '')
    }
    for (const chosen of form.querySelectorAll('select[name] option[selected]'))
      fields[chosen.closest('select')?.getAttribute('name') as string] = chosen.getAttribute('value') ?? ''
    const written = [...form.querySelectorAll(TYPED)].flatMap((field) => field.getAttribute('name') ?? [])
    return { path: form.getAttribute('action') as string, fields, written }
  })
}

/** The form of a page that goes to `path`. */
export const formTo = (html: string, path: string) => formsIn(html).find((form) => form.path === path)
