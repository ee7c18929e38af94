/**
 * Colleagues, offered while somebody writes @ and the first letters of a name.
 * The cursor stays in the words; the arrows, Enter and Escape go to the list,
 * and what is marked in it is said.
 */
import { writingNotesMessages as m } from '../../../messages/index.ts'

/** Names are offered up to so many letters after the sign. */
const MOST_LETTERS = 30
const MOST_NAMES = 8
let made = 0

interface Typed {
  /** Where the sign stands. */
  from: number
  letters: string
}

/** What is being typed at the cursor; null where that is no name. */
export function typedAt(text: string, cursor: number): Typed | null {
  const start = Math.max(0, cursor - MOST_LETTERS)
  const [, letters] = /(?:^|[^\p{L}\p{N}@])@([^@\n]*)$/u.exec(text.slice(start, cursor)) ?? []
  return letters === undefined ? null : { from: cursor - letters.length - 1, letters }
}

/** Names of which a word begins with the letters; those that begin with them first. */
export function colleaguesFor(names: readonly string[], letters: string): string[] {
  const sought = letters.toLowerCase()
  const begins = names.filter((name) => name.toLowerCase().startsWith(sought))
  const within = names.filter((name) => !begins.includes(name) && name.toLowerCase().includes(` ${sought}`))
  return [...begins, ...within].filter((name) => name.toLowerCase() !== sought).slice(0, MOST_NAMES)
}

/** Offers names in a field. What is offered is heard beside it: a window over the page hides the rest of it. */
export function offerNames(field: HTMLTextAreaElement, names: readonly string[]): void {
  if (names.length === 0) return
  const list = document.createElement('ul')
  list.id = `colleagues-${++made}`
  list.classList.add('plain', 'colleagues')
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', m.colleagues)
  list.hidden = true
  const heard = document.createElement('span')
  heard.classList.add('visually-hidden')
  heard.setAttribute('role', 'status')
  field.after(list, heard)
  const say = (words: string) => heard.replaceChildren(words)
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-haspopup', 'listbox')
  let shown: string[] = []
  let at = 0

  function mark(index: number): void {
    at = index
    for (const [i, line] of [...list.children].entries()) line.setAttribute('aria-selected', String(i === index))
    field.setAttribute('aria-activedescendant', `${list.id}-${index}`)
    list.children[index]?.scrollIntoView({ block: 'nearest' })
  }

  function close(): void {
    shown = []
    list.hidden = true
    field.removeAttribute('aria-activedescendant')
    field.removeAttribute('aria-controls')
  }

  function look(): void {
    const typed = typedAt(field.value, field.selectionStart)
    const found = typed ? colleaguesFor(names, typed.letters) : []
    if (found.length === 0) {
      close()
      return
    }
    const isNew = found.join() !== shown.join()
    shown = found
    if (!isNew) return
    list.replaceChildren(
      ...found.map((name, index) => {
        const line = document.createElement('li')
        line.id = `${list.id}-${index}`
        line.setAttribute('role', 'option')
        line.dir = 'auto'
        line.textContent = name
        line.addEventListener('mousedown', (event) => {
          event.preventDefault()
          take(name)
        })
        return line
      }),
    )
    list.hidden = false
    field.setAttribute('aria-controls', list.id)
    mark(0)
    say(m.found(found.length, found[0] as string))
  }

  function take(name: string): void {
    const typed = typedAt(field.value, field.selectionStart)
    if (typed) field.setRangeText(`@${name} `, typed.from, field.selectionStart, 'end')
    close()
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }

  field.addEventListener('input', look)
  field.addEventListener('blur', close)
  field.addEventListener('keydown', (event) => {
    if (shown.length === 0 || event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      mark((at + step + shown.length) % shown.length)
      say(m.choice(shown[at] as string, at + 1, shown.length))
    } else if (event.key === 'Enter' || event.key === 'Tab') take(shown[at] as string)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
}
