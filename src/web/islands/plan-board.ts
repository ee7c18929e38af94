/**
 * <plan-board>: lines of the plan are dragged to another day by their handles,
 * by mouse, pen or finger; the arrows up and down move the one whose handle has
 * the focus. Without this file a line's own form does it, and this sends that form.
 */
class PlanBoard extends HTMLElement {
  connectedCallback(): void {
    for (const handle of this.querySelectorAll<HTMLElement>('.handle')) {
      const line = handle.closest('li') as HTMLElement
      handle.hidden = false
      handle.addEventListener('pointerdown', (event) => {
        event.preventDefault()
        handle.focus()
        this.#drag(line)
      })
      handle.addEventListener('keydown', (event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
        const days = this.#days()
        const to = by && days[days.indexOf(dayOf(line)) + by]
        if (!to) return
        event.preventDefault()
        send(line, to)
      })
    }
    // A line that was just moved is in hand for the next arrow, once the browser has gone to it.
    const moved = /^#plan-\w+$/.test(location.hash) ? this.querySelector(location.hash) : null
    const take = () =>
      requestAnimationFrame(() => moved?.querySelector<HTMLElement>('.handle')?.focus({ preventScroll: true }))
    if (document.readyState === 'complete') take()
    else window.addEventListener('load', take)
  }

  #days(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-day]')]
  }

  #drag(line: HTMLElement): void {
    const end = new AbortController()
    const { signal } = end
    let over = dayOf(line)
    line.classList.add('dragged')
    const mark = (day: HTMLElement) => {
      over.classList.remove('over')
      over = day
      over.classList.add('over')
    }
    document.addEventListener(
      'pointermove',
      ({ clientY }) => {
        const days = this.#days()
        const under = days.findLast((day) => day.getBoundingClientRect().top <= clientY) ?? days[0]
        if (under) mark(under)
      },
      { signal },
    )
    const stop = (drops: boolean): void => {
      end.abort()
      line.classList.remove('dragged')
      over.classList.remove('over')
      if (drops && over !== dayOf(line)) send(line, over)
    }
    document.addEventListener('pointerup', () => stop(true), { signal })
    document.addEventListener('pointercancel', () => stop(false), { signal })
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && stop(false), { signal })
  }
}

const dayOf = (line: HTMLElement): HTMLElement => line.closest('[data-day]') as HTMLElement

function send(line: HTMLElement, day: HTMLElement): void {
  const form = line.querySelector('form.move') as HTMLFormElement
  const field = form.elements.namedItem('day') as HTMLInputElement
  field.value = day.dataset.day ?? ''
  form.submit()
}

customElements.define('plan-board', PlanBoard)
