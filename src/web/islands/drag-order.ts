/**
 * <drag-order>: lines are dragged into order by their handles, by mouse, pen or
 * finger. Without this file, and by key, the arrows do it. Its form is sent the
 * whole `order`, and the `line` that was dragged with the place it is moved `to`, from 1.
 * What is typed elsewhere on the page meanwhile is there again on the page that comes back.
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
    this.addEventListener('submit', ({ target }) => keepTyped(target as HTMLFormElement))
  }

  #drag(line: HTMLElement): void {
    const before = this.#order().join(' ')
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
      const lines = this.#order()
      const order = lines.join(' ')
      if (order === before) return
      const form = this.querySelector('form') as HTMLFormElement
      const name = line.dataset.line ?? ''
      const to = String(lines.indexOf(name) + 1)
      for (const [field, value] of Object.entries({ order, line: name, to })) {
        const control = form.elements.namedItem(field)
        if (control instanceof HTMLInputElement) control.value = value
      }
      form.requestSubmit()
    }
    for (const kind of ['pointerup', 'pointercancel']) document.addEventListener(kind, stop, { signal })
  }

  #order(): string[] {
    return [...this.querySelectorAll<HTMLElement>('li')].map(({ dataset }) => dataset.line ?? '')
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const KEPT = 'courant-typed'

/** A field's name that it has wherever its line stands. */
const nameOf = (field: Field): string =>
  [field.form?.getAttribute('action'), field.closest<HTMLElement>('li')?.dataset.line, field.name].join('\n')

const written = (): Field[] => [
  ...document.querySelectorAll<Field>('main :is(textarea, select, input:is(:not([type]), [type="datetime-local"]))'),
]

/** As it came with the page. */
const began = (field: Field): string =>
  field instanceof HTMLSelectElement
    ? (([...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0])?.value ?? '')
    : field.defaultValue

function keepTyped(sent: HTMLFormElement): void {
  const typed = written().filter((field) => field.form !== sent && field.value !== began(field))
  if (typed.length === 0) return
  const fields = typed.map((field) => [nameOf(field), field.value])
  sessionStorage.setItem(KEPT, JSON.stringify([location.pathname, Object.fromEntries(fields)]))
}

function bringTyped(): void {
  const [path, fields] = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as [string?, Record<string, string>?]
  sessionStorage.removeItem(KEPT)
  // The page of a move that was refused lies below it.
  if (!path || !location.pathname.startsWith(path)) return
  for (const field of written()) {
    const value = fields?.[nameOf(field)]
    if (value === undefined) continue
    field.value = value
    field.closest('details')?.setAttribute('open', '')
  }
}

customElements.define('drag-order', DragOrder)
bringTyped()
