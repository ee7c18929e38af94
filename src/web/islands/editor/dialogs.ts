/** Small windows that ask for an address or a picture. Each answers null where it was closed without one. */
import { editorMessages as m } from '../../../messages/index.ts'
import { element } from './elements.ts'

interface Field {
  name: string
  label: string
  type?: 'text' | 'url'
  value?: string
  /** A sentence where what is written won't do. */
  check?(value: string): string | null
}

/** Asks for some lines of words. */
export function askFor(
  title: string,
  fields: readonly Field[],
  button: string,
): Promise<Record<string, string> | null> {
  return inDialog(title, (close) => {
    const problem = element('p', { class: 'alert', role: 'alert' })
    problem.hidden = true
    const inputs = fields.map(({ name, type = 'text', value = '' }) =>
      element('input', { name, type: 'text', value, dir: type === 'url' ? 'ltr' : 'auto', inputmode: type }),
    )
    const form = element('form', { class: 'stack', method: 'dialog' }, [
      problem,
      ...fields.map(({ label }, index) => element('label', {}, [label, inputs[index] as HTMLElement])),
      element('div', { class: 'acts' }, [
        element('button', { type: 'submit', class: 'first' }, [button]),
        cancelButton(() => close(null)),
      ]),
    ])
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const values = Object.fromEntries(inputs.map((input) => [input.name, input.value.trim()]))
      const wrong = fields.map(({ name, check }) => check?.(values[name] ?? '') ?? null).find((one) => one !== null)
      problem.textContent = wrong ?? ''
      problem.hidden = !wrong
      if (!wrong) close(values)
    })
    return form
  })
}

/** One of the library, as the server lists it. */
export interface Listed {
  src: string
  /** Where it is shown from; empty for what is no picture. */
  shown: string
  name: string
  /** Its caption or title in the library. */
  words: string
}

export interface Library {
  title: string
  /** Those that the words are found in, newest first. */
  find(words: string): Promise<Listed[] | null>
  /** Puts files into the library. */
  upload(files: readonly File[]): Promise<{ added: Listed[]; problem: string | null }>
  accept: string
}

/** Has one or several chosen, looked for or uploaded. */
export function chooseFrom(library: Library, several: boolean): Promise<Listed[] | null> {
  return inDialog<Listed[]>(library.title, (close) => {
    const said = element('p', { role: 'status', class: 'meta' })
    const search = element('input', { type: 'search', 'aria-label': m.searchLibrary, placeholder: m.searchLibrary })
    const list = element('ul', { class: 'plain choices' })
    const upload = element('input', { type: 'file', accept: library.accept, ...(several ? { multiple: '' } : {}) })
    const done = element('button', { type: 'button', class: 'first' }, [m.useThese])
    const chosen: Listed[] = []
    done.hidden = !several
    done.addEventListener('click', () => close(chosen.length > 0 ? chosen : null))
    let asked = 0
    const show = (found: readonly Listed[]) =>
      list.replaceChildren(
        ...found.map((one) => {
          const button = element('button', { type: 'button' }, [
            ...(one.shown ? [element('img', { src: one.shown, alt: '', loading: 'lazy' })] : []),
            element('span', { dir: 'auto' }, [one.words || one.name]),
          ])
          if (several) button.setAttribute('aria-pressed', String(chosen.some(({ src }) => src === one.src)))
          button.addEventListener('click', () => {
            if (!several) return close([one])
            const at = chosen.findIndex(({ src }) => src === one.src)
            if (at < 0) chosen.push(one)
            else chosen.splice(at, 1)
            button.setAttribute('aria-pressed', String(at < 0))
            said.textContent = m.chosen(chosen.length)
          })
          return element('li', {}, [button])
        }),
      )
    const look = async () => {
      const mine = ++asked
      const found = await library.find(search.value.trim())
      if (mine !== asked) return
      said.textContent = found === null ? m.libraryAway : found.length === 0 ? m.nothingFound : ''
      show(found ?? [])
    }
    search.addEventListener('input', () => void look())
    upload.addEventListener('change', async () => {
      said.textContent = m.uploading
      const { added, problem } = await library.upload([...(upload.files ?? [])])
      said.textContent = problem ?? ''
      if (added.length > 0 && !several) return close(added)
      chosen.push(...added)
      await look()
    })
    void look()
    return element('div', { class: 'stack' }, [
      element('label', {}, [m.upload, upload]),
      search,
      said,
      list,
      element('div', { class: 'acts' }, [done, cancelButton(() => close(null))]),
    ])
  })
}

function cancelButton(cancel: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button' }, [m.cancel])
  button.addEventListener('click', cancel)
  return button
}

function inDialog<T>(title: string, inside: (close: (value: T | null) => void) => HTMLElement): Promise<T | null> {
  return new Promise((resolve) => {
    const before = document.activeElement as HTMLElement | null
    const dialog = element('dialog', { class: 'asks', 'aria-label': title })
    let isOpen = true
    // At once, and not when the browser says that it was closed: the next key belongs to what was chosen.
    const close = (value: T | null) => {
      if (!isOpen) return
      isOpen = false
      dialog.close()
      dialog.remove()
      before?.focus()
      resolve(value)
    }
    dialog.append(element('h2', {}, [title]), inside(close))
    dialog.addEventListener('close', () => close(null))
    document.body.append(dialog)
    dialog.showModal()
  })
}
