/** The small window in which a note on chosen words is written. */
import { writingNotesMessages as m } from '../../../messages/index.ts'

/** Words of the story, with some of what stands beside them; empty where the note is on the whole place. */
export interface ChosenWords {
  place: string
  exact: string
  prefix: string
  suffix: string
}

/** What was written and not sent, for the next time it is opened. */
let unsent = ''

/** Asks for a note; `send` answers a sentence where it could not be kept. */
export function askForNote(
  chosen: ChosenWords,
  { prepare, send }: { prepare(field: HTMLTextAreaElement): void; send(words: string): Promise<string | null> },
): void {
  const before = document.activeElement as HTMLElement | null
  const dialog = document.createElement('dialog')
  dialog.classList.add('asks', 'note-panel')
  dialog.setAttribute('aria-label', m.title)
  dialog.innerHTML = `<form class="stack"><h2></h2><blockquote class="noted" dir="auto"></blockquote>
    <p class="alert" role="alert" hidden></p>
    <label><span></span> <span class="hint"></span></label>
    <textarea rows="4" dir="auto" required></textarea>
    <div class="acts"><button type="submit" class="first"></button><button type="button"></button></div></form>`
  const find = <E extends HTMLElement>(selector: string) => dialog.querySelector(selector) as E
  const [field, problem, quote] = [find<HTMLTextAreaElement>('textarea'), find('.alert'), find('blockquote')]
  find('h2').textContent = m.title
  quote.textContent = chosen.exact
  quote.hidden = chosen.exact === ''
  find('label :first-child').textContent = m.note
  find('label .hint').textContent = m.mentionHint
  field.id = 'note-panel-words'
  find<HTMLLabelElement>('label').htmlFor = field.id
  field.value = unsent
  const [save, cancel] = dialog.querySelectorAll('button')
  if (save) save.textContent = m.save
  if (cancel) cancel.textContent = m.cancel
  cancel?.addEventListener('click', () => dialog.close())
  field.addEventListener('input', () => {
    unsent = field.value
  })
  find<HTMLFormElement>('form').addEventListener('submit', async (event) => {
    event.preventDefault()
    if (save) save.disabled = true
    const wrong = await send(field.value)
    if (save) save.disabled = false
    problem.textContent = wrong ?? ''
    problem.hidden = wrong === null
    if (wrong !== null) return field.focus()
    unsent = ''
    dialog.close()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    before?.focus()
  })
  document.body.append(dialog)
  prepare(field)
  dialog.showModal()
  field.focus()
}
