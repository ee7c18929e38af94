/**
 * <drag-order>: lines are dragged into order by their handles, by mouse, pen or
 * finger. Without this file, and by key, the arrows do it. Its form is sent the
 * whole `order`, and the `line` that was dragged with the place it is moved `to`, from 1.
 */
class DragOrder extends HTMLElement {
  connectedCallback(): void {
    for (const handle of this.querySelectorAll<HTMLElement>('.handle')) {
      handle.hidden = false
      handle.addEventListener('pointerdown', (event) => {
        event.preventDefault()
        this.#drag(handle.closest('li') as HTMLElement)
      })
    }
  }

  #drag(line: HTMLElement): void {
    const before = this.#order()
    const end = new AbortController()
    const { signal } = end
    line.classList.add('dragged')
    // Of the whole page: a line that changes its place loses the pointer.
    document.addEventListener(
      'pointermove',
      ({ clientY }) => {
        // The line goes before the first other whose middle lies below the pointer.
        const others = [...this.querySelectorAll<HTMLElement>('li')].filter((one) => one !== line)
        const next = others.find((one) => {
          const { top, height } = one.getBoundingClientRect()
          return clientY < top + height / 2
        })
        if (line.nextElementSibling !== (next ?? null)) line.parentElement?.insertBefore(line, next ?? null)
      },
      { signal },
    )
    const stop = (): void => {
      end.abort()
      line.classList.remove('dragged')
      const order = this.#order()
      if (order === before) return
      const form = this.querySelector('form') as HTMLFormElement
      const to = order.split(' ').indexOf(line.dataset.line ?? '') + 1
      for (const [name, value] of Object.entries({ order, line: line.dataset.line ?? '', to: String(to) })) {
        const field = form.elements.namedItem(name)
        if (field instanceof HTMLInputElement) field.value = value
      }
      form.submit()
    }
    for (const kind of ['pointerup', 'pointercancel']) document.addEventListener(kind, stop, { signal })
  }

  #order(): string {
    return [...this.querySelectorAll<HTMLElement>('li')].map(({ dataset }) => dataset.line).join(' ')
  }
}

customElements.define('drag-order', DragOrder)
