/** The decisions that can still be taken back, each with its button and the seconds that are left. */
import { reviewDeskMessages as m } from '../../messages/index.ts'

export interface Undoable {
  item: HTMLElement
  /** Where it stood in the queue. */
  at: number
  /** The decision's id once it has been made; null where it could not be. */
  decision: Promise<string | null>
}

const SECONDS = 10

/** `place` holds a form for each, the last one first; also those that came with the page. */
export function undoStack(place: HTMLElement) {
  const known = new Map<HTMLFormElement, Undoable>()
  const forms = () => [...place.querySelectorAll<HTMLFormElement>('form.undo')]
  const drop = (form: HTMLFormElement) => {
    known.delete(form)
    form.remove()
  }
  let timer = 0
  const tick = () => {
    for (const form of forms()) {
      const left = Number(form.dataset.left ?? SECONDS) - 1
      if (left < 0) drop(form)
      else {
        form.dataset.left = String(left)
        const shown = form.querySelector('[data-seconds]')
        if (shown) shown.textContent = m.secondsLeft(left)
      }
    }
    if (forms().length > 0) return
    clearInterval(timer)
    timer = 0
  }
  const run = () => {
    if (timer === 0 && forms().length > 0) timer = window.setInterval(tick, 1000)
  }
  run()
  return {
    /** Offers to take back what has just been decided. */
    offer(words: string, undoable: Undoable): void {
      const form = document.createElement('form')
      form.className = 'undo'
      form.dataset.left = String(SECONDS)
      const said = document.createElement('span')
      said.textContent = words
      const button = document.createElement('button')
      const seconds = document.createElement('span')
      seconds.className = 'meta'
      seconds.dataset.seconds = ''
      seconds.textContent = m.secondsLeft(SECONDS)
      button.append(`${m.undo} `, seconds)
      form.append(said, button)
      known.set(form, undoable)
      place.prepend(form)
      run()
    },
    /** Takes one off: the one whose button was pressed, or the last. What is known of it; null where none is left. */
    take(pressed?: HTMLFormElement): { undoable: Undoable | null; id: string | null } | null {
      const form = pressed ?? forms()[0]
      if (!form) return null
      const undoable = known.get(form) ?? null
      const field = form.elements.namedItem('decision')
      drop(form)
      return { undoable, id: field instanceof HTMLInputElement ? field.value : null }
    },
    /** Withdraws the offer for an item whose decision could not be made. */
    withdraw(item: HTMLElement): void {
      for (const [form, undoable] of known) if (undoable.item === item) drop(form)
    },
  }
}
