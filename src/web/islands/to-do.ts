/**
 * <to-do>: what waits for whoever has the page open, as it changes. Over a
 * stream while the page is looked at; hidden pages ask now and then, so that a
 * browser with many tabs has one stream open and every tab its number.
 */
interface News {
  home: string
  bar: string
  comments: string
  total: number
  words: string
}

/** A page that can't have a stream, or is hidden, asks so often. Milliseconds. */
const ASK = 30_000
/** What is new is read out at most so often. Milliseconds. */
const SAY = 20_000

class ToDo extends HTMLElement {
  #stream: EventSource | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #total = 0
  #saidAt = Number.NEGATIVE_INFINITY

  connectedCallback(): void {
    this.#setTotal(Number(this.dataset.total))
    document.addEventListener('visibilitychange', () => this.#follow())
    // A page that comes back by the browser's button may be an hour old.
    addEventListener('pageshow', (event) => event.persisted && this.#follow())
    addEventListener('pagehide', () => this.#stream?.close())
    this.#follow()
  }

  #follow(): void {
    this.#stream?.close()
    this.#stream = null
    clearTimeout(this.#timer)
    if (document.hidden) {
      this.#timer = setTimeout(() => void this.#ask(), ASK)
      return
    }
    const stream = new EventSource('/newsroom/to-do/live')
    this.#stream = stream
    stream.addEventListener('waiting', (event) => this.#show(JSON.parse((event as MessageEvent<string>).data) as News))
    stream.addEventListener('error', () => {
      // It connects again by itself, unless it was refused.
      if (stream.readyState === EventSource.CLOSED && this.#stream === stream) void this.#ask()
    })
  }

  async #ask(): Promise<void> {
    try {
      const response = await fetch('/newsroom/to-do', { headers: { accept: 'application/json' } })
      // Signed out: nothing more is told here.
      if (response.status === 401) return
      if (response.ok) this.#show((await response.json()) as News)
    } catch {
      // The network is away, for now.
    }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => (document.hidden ? void this.#ask() : this.#follow()), ASK)
  }

  #show({ home, bar, comments, total, words }: News): void {
    for (const [name, html] of [
      ['home', home],
      ['bar', bar],
    ] as const) {
      const place = document.querySelector(`[data-to-do="${name}"]`)
      // What somebody is about to press stays under their finger.
      if (place && place.innerHTML !== html) place.innerHTML = html
    }
    const count = document.querySelector('[data-waiting]')
    if (count && count.textContent !== comments) count.textContent = comments
    if (total > this.#total && Date.now() - this.#saidAt > SAY) {
      this.#saidAt = Date.now()
      const news = this.querySelector('[data-to-do="news"]')
      if (news) news.textContent = words
    }
    this.#setTotal(total)
  }

  /** The tab's title begins with the number, and has it no more when nothing waits. */
  #setTotal(total: number): void {
    this.#total = total
    const title = document.title.replace(/^\(\d+\) /, '')
    document.title = total > 0 ? `(${total}) ${title}` : title
  }
}

customElements.define('to-do', ToDo)
