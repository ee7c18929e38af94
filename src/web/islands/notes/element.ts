/**
 * <story-notes>: the notes on a story's words, made, answered and done without
 * leaving the page. Without this file its forms do the same. The editor asks it
 * for a note on chosen words, and hears by `marks` where to mark them.
 */
import { writingNotesMessages as m } from '../../../messages/index.ts'
import { offerNames } from './mention-list.ts'
import { askForNote, type ChosenWords } from './note-panel.ts'

/** Where the words of an open note stand; without words it is on the whole place. */
export interface Mark {
  id: string
  place: string
  words: string
  before: string
  behind: string
}

interface Answer {
  say?: string
  html?: string
  marks?: Mark[]
}

export class StoryNotes extends HTMLElement {
  marks: readonly Mark[] = []
  /** What has to be done before the words of the story are on the server; the editor sets it. */
  ready: () => Promise<boolean> = async () => true
  readonly #within = document.createElement('div')
  readonly #said = document.createElement('p')

  connectedCallback(): void {
    if (this.#within.isConnected) return
    this.marks = JSON.parse(this.dataset.marks ?? '[]') as Mark[]
    this.#within.append(...this.childNodes)
    this.#said.setAttribute('role', 'status')
    this.#said.className = 'meta'
    this.append(this.#said, this.#within)
    this.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#send(event.target as HTMLFormElement, event.submitter)
    })
    this.#prepare()
    if (/^#note-\w+$/.test(location.hash)) this.show(location.hash.slice(6))
  }

  /** Has a note written on these words. */
  ask(chosen: ChosenWords): void {
    askForNote(chosen, {
      prepare: (field) => offerNames(field, this.#people()),
      send: async (note) => {
        if (!(await this.ready())) return m.wordsNotSaved
        const answer = await this.#fetch(this.dataset.at ?? '', new URLSearchParams({ ...chosen, note }))
        return this.#take(answer) ? null : (answer?.say ?? m.notSaved)
      },
    })
  }

  say(words: string): void {
    this.#say(words)
  }

  /** Brings a note into view, and says which it is. */
  show(id: string): void {
    for (const old of this.querySelectorAll('.here')) old.classList.remove('here')
    const note = this.querySelector<HTMLElement>(`#note-${CSS.escape(id)}`)
    note?.closest('details')?.setAttribute('open', '')
    note?.classList.add('here')
    note?.scrollIntoView({ block: 'nearest' })
  }

  /** As the server has them now. */
  async refresh(): Promise<void> {
    const response = await fetch(this.dataset.at ?? '', { headers: { accept: 'application/json' } }).catch(() => null)
    if (response?.ok) this.#take((await response.json().catch(() => null)) as Answer | null)
  }

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const address = submitter?.hasAttribute('formaction') ? (submitter as HTMLButtonElement).formAction : form.action
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
    const buttons = form.querySelectorAll('button')
    for (const button of buttons) button.disabled = true
    const isSaved = await this.ready()
    const answer = isSaved ? await this.#fetch(address, fields) : { say: m.wordsNotSaved }
    for (const button of buttons) button.disabled = false
    if (answer?.html !== undefined) {
      form.reset()
      form.closest('details')?.removeAttribute('open')
    }
    this.#take(answer)
    this.#say(answer?.say ?? m.notSaved)
  }

  async #fetch(address: string, body: URLSearchParams): Promise<Answer | null> {
    try {
      const response = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } })
      return (await response.json()) as Answer
    } catch {
      return null
    }
  }

  #take(answer: Answer | null): boolean {
    if (!answer || answer.html === undefined) return false
    this.#draw(answer.html)
    this.marks = answer.marks ?? []
    this.dispatchEvent(new Event('marks'))
    if (answer.say) this.#say(answer.say)
    return true
  }

  /** What somebody is typing, and what they have unfolded, stays as it is. */
  #draw(html: string): void {
    const typed = new Map<string, string>()
    // What stands in a field as it came is not typed.
    for (const field of this.querySelectorAll<HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement>('[id][name]'))
      if (!('defaultValue' in field) || field.value !== field.defaultValue) typed.set(field.id, field.value)
    const open = new Set(
      [...this.querySelectorAll<HTMLElement>('details[open][data-keep]')].map(({ dataset }) => dataset.keep),
    )
    const focused = this.contains(document.activeElement) ? (document.activeElement?.id ?? '') : ''
    const drawn = new DOMParser().parseFromString(html, 'text/html')
    this.#within.replaceChildren(...drawn.body.childNodes)
    for (const details of this.querySelectorAll<HTMLElement>('details[data-keep]'))
      if (open.has(details.dataset.keep)) details.setAttribute('open', '')
    for (const [id, value] of typed) {
      const field = this.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`)
      if (field && value !== '') field.value = value
    }
    this.#prepare()
    if (focused !== '') this.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus()
  }

  #prepare(): void {
    for (const field of this.querySelectorAll<HTMLTextAreaElement>('[data-mentions]')) offerNames(field, this.#people())
  }

  #people(): string[] {
    return JSON.parse(this.dataset.people ?? '[]') as string[]
  }

  #say(words: string): void {
    this.#said.textContent = words
  }
}

/** Called by each page's own script: a module without a name taken from it would be left out of that. */
export const defineNotes = (): void => customElements.define('story-notes', StoryNotes)
