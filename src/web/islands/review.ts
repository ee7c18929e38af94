/**
 * <review-desk>: works through the items that the page has in hand, by key. A
 * decision is shown at once and sent behind it; one that could not be made
 * brings its item back with the sentence. Nothing that arrives moves what is
 * looked at. Without it every button is a form.
 */
import { reviewDeskMessages as m } from '../../messages/index.ts'
import { fetchItems, send } from './_desk-line.ts'
import { actOf, countAfter, numberOf, positionAfter } from './_review-core.ts'
import { undoStack } from './_undo-stack.ts'

/** When this few are left, further items are fetched. */
const FETCH_AT = 8

class ReviewDesk extends HTMLElement {
  #position = 0
  #shown: HTMLElement | null = null
  #undo!: ReturnType<typeof undoStack>
  #fetching = false
  #exhausted = false
  /** Items whose decision is on its way, or made: a fetch that overtakes it brings them no more. */
  readonly #done = new Set<string>()
  readonly #onItsWay = new Set<string>()
  #since = 0

  connectedCallback(): void {
    this.#since = Number(this.dataset.since)
    this.#undo = undoStack(this.#part('undo'))
    this.#queue.addEventListener('submit', (event) => this.#onSubmit(event as SubmitEvent))
    this.#queue.addEventListener('click', (event) => this.#onClick(event))
    this.#part('undo').addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#takeBack(event.target as HTMLFormElement)
    })
    document.addEventListener('keydown', (event) => this.#onKey(event))
    const keys = this.querySelector<HTMLButtonElement>('[data-keys]')
    if (keys) {
      keys.hidden = false
      keys.addEventListener('click', () => this.#help.showModal())
    }
    this.querySelector('[data-fresh-take]')?.addEventListener('click', () => {
      this.#exhausted = false
      void this.#fetchMore()
    })
    this.#stayThere()
    this.#show(false)
  }

  get #queue() {
    return this.querySelector('[data-queue]') as HTMLOListElement
  }
  get #help() {
    return this.querySelector('[data-help]') as HTMLDialogElement
  }
  get #items(): HTMLElement[] {
    return [...this.#queue.querySelectorAll<HTMLElement>('[data-item]')]
  }
  #part(name: string): HTMLElement {
    return this.querySelector(`[data-${name}]`) as HTMLElement
  }
  get #hand(): string {
    return this.dataset.hand ?? ''
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
    else if (act.act === 'undo') void this.#takeBack()
    else if (act.act === 'next') this.#move(1)
    else if (act.act === 'previous') this.#move(-1)
    else if (item && act.act === 'approve') this.#decide(item, 'approve')
    else if (item && act.act === 'reject')
      this.#decide(
        item,
        'reject',
        buttons.find((button) => keyOf(button) === act.key),
      )
  }

  #onClick(event: MouseEvent): void {
    const target = event.target as HTMLElement
    const item = target.closest<HTMLElement>('[data-item]')
    if (!item || target.closest('a, button, summary')) return
    this.#position = this.#items.indexOf(item)
    this.#show(false)
  }

  #onSubmit(event: SubmitEvent): void {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')
    const button = event.submitter as HTMLButtonElement | null
    if (!item || !button) return
    event.preventDefault()
    if (button.name === 'action') this.#decide(item, 'approve')
    else this.#decide(item, 'reject', button)
  }

  #move(by: number): void {
    this.#position = Math.max(0, Math.min(this.#items.length - 1, this.#position + by))
    this.#show()
  }

  /** `button` is that of the reason. */
  #decide(item: HTMLElement, action: 'approve' | 'reject', button?: HTMLButtonElement): void {
    const note = action === 'reject' ? (item.querySelector('textarea')?.value ?? '') : ''
    const at = this.#items.indexOf(item)
    const revision = item.dataset.item ?? ''
    this.#done.add(revision)
    this.#onItsWay.add(revision)
    item.remove()
    this.#position = positionAfter(at, this.#items.length)
    this.#count(-1, item)
    this.#say('')
    this.#show()
    const who = item.querySelector('.who')?.textContent ?? ''
    const sent = send('/newsroom/review/decide', { revision, action, reason: button?.value ?? '', note })
    const decision = sent.then((answer) => answer.decision?.id ?? null)
    const why = button?.querySelector('span')?.textContent ?? ''
    const what = action === 'approve' ? m.approved(who) : m.rejected(who, why)
    this.querySelector('.messages')?.classList.add('used')
    this.#undo.offer(what, { item, at, decision })
    void sent.then((answer) => {
      this.#onItsWay.delete(revision)
      if (answer.ok) return
      this.#undo.withdraw(item)
      if (!answer.decidedElsewhere) this.#bringBack(item, at)
      this.#say(answer.sentence ?? m.notSent, 'alert')
    })
    if (this.#items.length <= FETCH_AT) void this.#fetchMore()
  }

  async #takeBack(pressed?: HTMLFormElement): Promise<void> {
    const last = this.#undo.take(pressed)
    const decision = last?.id ?? (await last?.undoable?.decision) ?? null
    if (!decision) return this.#say(m.nothingToUndo, 'notice')
    const answer = await send('/newsroom/review/undo', { decision, hand: this.#hand })
    if (!answer.ok) return this.#say(answer.sentence ?? m.undoNotSent, 'alert')
    // Decided before this page was opened: it is in hand when the page is opened anew.
    if (!last?.undoable) return location.reload()
    this.#bringBack(last.undoable.item, last.undoable.at)
    this.#say(m.undone, 'notice')
  }

  #bringBack(item: HTMLElement, at: number): void {
    this.#done.delete(item.dataset.item ?? '')
    this.#queue.insertBefore(item, this.#items[at] ?? null)
    this.#position = this.#items.indexOf(item)
    this.#count(1, item)
    this.#show()
  }

  async #fetchMore(): Promise<void> {
    if (this.#fetching || this.#exhausted) return
    this.#fetching = true
    const more = await fetchItems({
      hand: this.#hand,
      filter: this.dataset.filter ?? '',
      showing: [...this.#names(), ...this.#onItsWay].join(' '),
    })
    this.#fetching = false
    // The line may be down for a moment; the next decision asks again.
    if (!more) return
    const known = new Set(this.#names())
    const fresh = more.items.filter(
      ({ dataset }) => !known.has(dataset.item ?? '') && !this.#done.has(dataset.item ?? ''),
    )
    this.#exhausted = fresh.length === 0
    this.#since = more.at
    this.#part('fresh').hidden = true
    this.#queue.append(...fresh)
    if (this.#items.length === fresh.length) this.#show()
  }

  #names(): string[] {
    return this.#items.map(({ dataset }) => dataset.item ?? '')
  }

  /** While the page is looked at, what it shows stays in hand; when it is left, its colleagues get it. */
  #stayThere(): void {
    const beat = () => {
      if (document.visibilityState === 'visible') void this.#beat()
    }
    window.setInterval(beat, Number(this.dataset.beat))
    document.addEventListener('visibilitychange', beat)
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) beat()
    })
    window.addEventListener('pagehide', () => void send('/newsroom/review/release', { hand: this.#hand }))
  }

  async #beat(): Promise<void> {
    const answer = await send('/newsroom/review/keep', {
      hand: this.#hand,
      showing: this.#names().join(' '),
      since: String(this.#since),
    })
    if (!answer.ok || !answer.fresh) return
    const { count, more } = answer.fresh
    const words = count === 0 ? '' : m.fresh(count, more)
    if (words) this.#exhausted = false
    this.#part('fresh').hidden = words === ''
    const line = this.#part('fresh-words')
    if (line.textContent !== words) line.textContent = words
    if (answer.waiting !== undefined) this.#setCount(answer.waiting)
    for (const [band, count] of Object.entries(answer.bands ?? {})) this.#ofBand(band)?.replaceChildren(count)
  }

  #show(follow = true): void {
    const current = this.#items[this.#position] ?? null
    if (this.#shown !== current) this.#shown?.classList.remove('current')
    current?.classList.add('current')
    this.#shown = current
    this.#part('empty').hidden = current !== null
    if (!follow || !current) return
    current.focus({ preventScroll: true })
    current.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }

  /** The figures on the page follow at once; the next heartbeat brings what colleagues did. */
  #count(by: number, item: HTMLElement): void {
    const shown = document.querySelector('[data-waiting]')?.textContent ?? ''
    this.#setCount(countAfter(shown.trim(), by))
    const band = this.#ofBand(item.dataset.ofBand ?? '')
    band?.replaceChildren(countAfter(band.textContent.trim(), by))
  }

  #ofBand(band: string): HTMLElement | null {
    return this.querySelector(`[data-band="${band}"]`)
  }

  #setCount(count: string): void {
    const shown = document.querySelector('[data-waiting]')
    if (shown) shown.textContent = count
    for (const [name, isTrue] of [
      ['nothing', count === '0'],
      ['others', count !== '0'],
    ] as const) {
      const words = this.querySelector<HTMLElement>(`[data-${name}]`)
      if (words) words.hidden = !isTrue
    }
    const line = this.querySelector('[data-waiting-line]')
    if (!line) return
    line.textContent = m.waitingLine(numberOf(count), count.endsWith('+'))
  }

  #say(sentence: string, kind: 'alert' | 'notice' = 'notice'): void {
    const place = this.#part('said')
    if (!sentence && !place.firstChild) return
    const line = document.createElement('p')
    line.className = kind
    line.textContent = sentence
    place.replaceChildren(...(sentence ? [line] : []))
  }
}

const keyOf = (button: HTMLElement): string => button.querySelector('kbd')?.textContent?.trim() ?? ''

customElements.define('review-desk', ReviewDesk)
