/**
 * <review-desk>: works through the items that the page has brought, by key. A
 * decision is shown at once and sent behind it; one that could not be made
 * brings its item back with the sentence. Without it every button is a form.
 */
import { actOf, positionAfter } from './_review-core.ts'

/** When this few are left, further items are fetched. */
const FETCH_AT = 8

interface Answer {
  ok: boolean
  sentence?: string
  /** Someone else was faster, or the author took it back: it waits no more. */
  decidedElsewhere?: boolean
  decision?: { id: string; undoUntil: number; now: number }
}

class ReviewDesk extends HTMLElement {
  #position = 0
  #last: { item: HTMLElement; at: number; decision: Promise<string | null> } | null = null
  #timer = 0
  #fetching = false
  #exhausted = false

  connectedCallback(): void {
    this.#queue.addEventListener('submit', (event) => this.#onSubmit(event as SubmitEvent))
    this.#queue.addEventListener('click', (event) => {
      const item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')
      if (!item) return
      this.#position = this.#items.indexOf(item)
      this.#show()
    })
    this.#messages.addEventListener('submit', (event) => {
      event.preventDefault()
      const field = (event.target as HTMLFormElement).elements.namedItem('decision')
      void this.#undo(field instanceof HTMLInputElement ? field.value : null)
    })
    document.addEventListener('keydown', (event) => this.#onKey(event))
    const keys = this.querySelector<HTMLButtonElement>('[data-keys]')
    if (keys) {
      keys.hidden = false
      keys.addEventListener('click', () => this.#help.showModal())
    }
    this.#show()
  }

  get #queue() {
    return this.querySelector('[data-queue]') as HTMLOListElement
  }
  get #messages() {
    return this.querySelector('[data-messages]') as HTMLElement
  }
  get #help() {
    return this.querySelector('[data-help]') as HTMLDialogElement
  }
  get #items(): HTMLElement[] {
    return [...this.#queue.querySelectorAll<HTMLElement>('[data-item]')]
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#help.open) return
    const target = event.target as HTMLElement
    const isTyping = target.matches('input, textarea, select, [contenteditable]')
    const item = this.#items[this.#position]
    const buttons = [...(item?.querySelectorAll<HTMLButtonElement>('.reject button') ?? [])]
    const act = actOf(
      event,
      isTyping,
      buttons.map((button) => keyOf(button)),
    )
    if (!act) return
    event.preventDefault()
    if (act.act === 'help') this.#help.showModal()
    else if (act.act === 'undo') void this.#undo(null)
    else if (act.act === 'next') this.#move(1)
    else if (act.act === 'previous') this.#move(-1)
    else if (item && act.act === 'approve') this.#decide(item, 'approve', '')
    else if (item && act.act === 'reject')
      this.#decide(item, 'reject', buttons.find((button) => keyOf(button) === act.key)?.value ?? '')
  }

  #onSubmit(event: SubmitEvent): void {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')
    const button = event.submitter as HTMLButtonElement | null
    if (!item || !button) return
    event.preventDefault()
    if (button.name === 'action') this.#decide(item, 'approve', '')
    else this.#decide(item, 'reject', button.value)
  }

  #move(by: number): void {
    this.#position = Math.max(0, Math.min(this.#items.length - 1, this.#position + by))
    this.#show()
    this.#items[this.#position]?.focus()
  }

  #decide(item: HTMLElement, action: 'approve' | 'reject', reason: string): void {
    const at = this.#items.indexOf(item)
    item.remove()
    this.#position = positionAfter(at, this.#items.length)
    this.#count(-1)
    this.#show()
    this.#items[this.#position]?.focus()
    const who = item.querySelector('.who')?.textContent ?? ''
    const sent = send('/newsroom/review/decide', { revision: item.dataset.item ?? '', action, reason })
    const decision = sent.then((answer) => answer.decision?.id ?? null)
    this.#last = { item, at, decision }
    this.#offerUndo(`${action === 'approve' ? 'Approved' : 'Rejected'}: ${who}’s comment.`)
    void sent.then((answer) => {
      if (answer.ok) return
      if (this.#last?.item === item) this.#last = null
      if (!answer.decidedElsewhere) this.#bringBack(item, at)
      this.#say(
        answer.sentence ?? 'That decision could not be sent; the comment is back in the queue. Try again.',
        'alert',
      )
    })
    if (this.#items.length <= FETCH_AT) void this.#fetchMore()
  }

  async #undo(known: string | null): Promise<void> {
    const last = this.#last
    this.#last = null
    const decision = known ?? (await last?.decision) ?? null
    if (!decision) return this.#say('There is no decision to take back.', 'notice')
    const answer = await send('/newsroom/review/undo', { decision })
    if (!answer.ok) return this.#say(answer.sentence ?? 'That could not be sent. Try again.', 'alert')
    if (!last) return location.assign('/newsroom/review')
    this.#bringBack(last.item, last.at)
    this.#say('Taken back: the comment is in the queue again.', 'notice')
  }

  #bringBack(item: HTMLElement, at: number): void {
    this.#queue.insertBefore(item, this.#items[at] ?? null)
    this.#position = this.#items.indexOf(item)
    this.#count(1)
    this.#show()
    item.focus()
  }

  async #fetchMore(): Promise<void> {
    if (this.#fetching || this.#exhausted) return
    this.#fetching = true
    try {
      const after = this.#items.at(-1)?.dataset.item ?? this.#last?.item.dataset.item ?? ''
      const response = await fetch(`/newsroom/review?fragment&after=${after}`)
      const template = document.createElement('template')
      template.innerHTML = response.ok ? await response.text() : ''
      const known = new Set(this.#items.map((item) => item.dataset.item))
      const fresh = [...template.content.querySelectorAll<HTMLElement>('[data-item]')].filter(
        (item) => !known.has(item.dataset.item),
      )
      this.#exhausted = response.ok && fresh.length === 0
      this.#queue.append(...fresh)
      this.#show()
    } catch {
      // The line may be down for a moment; the next decision asks again.
    } finally {
      this.#fetching = false
    }
  }

  #show(): void {
    for (const [index, item] of this.#items.entries()) item.classList.toggle('current', index === this.#position)
    this.querySelector<HTMLElement>('[data-empty]')!.hidden = this.#items.length > 0
    this.#items[this.#position]?.scrollIntoView({ block: 'nearest' })
  }

  /** The figures on the page follow at once; the next page brings the derived ones. */
  #count(by: number): void {
    const shown = document.querySelector('[data-waiting]')
    const count = Math.max(0, Number(shown?.textContent ?? 0) + by)
    if (shown) shown.textContent = String(count)
    const line = this.querySelector('[data-waiting-line]')
    if (line)
      line.textContent = count === 0 ? 'Nothing waits' : count === 1 ? 'One comment waits' : `${count} comments wait`
  }

  #offerUndo(words: string): void {
    clearInterval(this.#timer)
    const bar = document.createElement('form')
    bar.className = 'undo'
    const text = document.createElement('span')
    text.textContent = words
    const button = document.createElement('button')
    bar.append(text, button)
    this.#messages.replaceChildren(bar)
    let left = 10
    const tick = () => {
      button.textContent = `Undo (${left} s)`
      if (left-- > 0) return
      clearInterval(this.#timer)
      bar.remove()
      this.#last = null
    }
    tick()
    this.#timer = window.setInterval(tick, 1000)
  }

  #say(sentence: string, kind: 'alert' | 'notice'): void {
    clearInterval(this.#timer)
    const line = document.createElement('p')
    line.className = kind
    line.textContent = sentence
    this.#messages.replaceChildren(line)
  }
}

const keyOf = (button: HTMLElement): string => button.querySelector('kbd')?.textContent?.trim() ?? ''

async function send(address: string, fields: Record<string, string>): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
    })
    return (await response.json()) as Answer
  } catch {
    return {
      ok: false,
      sentence: 'The newsroom could not be reached, so nothing was decided. Check the line and try again.',
    }
  }
}

customElements.define('review-desk', ReviewDesk)
