/**
 * <picture-upload>: sends each picture of its form by itself, with progress, also
 * those that are dropped on the page or pasted. Without this file the form sends
 * them together.
 *
 * <picture-library>: shows what has come meanwhile, and what has been prepared.
 * Without this file the page says so the next time it is opened.
 */

interface Answer {
  problem: string | null
  pictures: { href: string; words: string; src: string }[]
}

class PictureUpload extends HTMLElement {
  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      const files = this.#inputs.flatMap((input) => [...(input.files ?? [])])
      // An empty form gets its sentence from the server.
      if (files.length === 0) return
      event.preventDefault()
      this.#take(files)
      this.#form.reset()
    })
    for (const input of this.#inputs) input.addEventListener('change', () => this.#form.requestSubmit())
    document.addEventListener('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      this.classList.add('dropping')
    })
    for (const over of ['dragleave', 'dragend'] as const)
      document.addEventListener(over, (event) => {
        if ((event as DragEvent).relatedTarget === null) this.classList.remove('dropping')
      })
    document.addEventListener('drop', (event) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      this.classList.remove('dropping')
      if (files.length === 0) return
      event.preventDefault()
      this.#take(files)
    })
    document.addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) this.#take(files)
    })
  }

  get #form() {
    return this.querySelector('form') as HTMLFormElement
  }

  /** Of a phone's album and of its camera. */
  get #inputs() {
    return [...this.querySelectorAll<HTMLInputElement>('input[type=file]')]
  }

  /** One after another: a phone's line is filled by one. */
  #queue: Promise<void> = Promise.resolve()

  #take(files: readonly File[]): void {
    for (const file of files) {
      const line = document.createElement('li')
      const name = document.createElement('span')
      name.textContent = file.name
      const progress = document.createElement('progress')
      progress.max = 1
      progress.setAttribute('aria-label', file.name)
      line.append(name, progress)
      this.querySelector('[data-uploads]')?.append(line)
      const { most, tooLarge } = this.dataset
      // Not sent for a quarter of an hour to be told so.
      if (most && file.size > Number(most))
        this.#show(line, file.name, { problem: `${file.name}: ${tooLarge}`, pictures: [] })
      else this.#queue = this.#queue.then(() => this.#send(file, line, progress))
    }
    const last = this.#queue
    void last.then(() => {
      if (last === this.#queue) void document.querySelector<PictureLibrary>('picture-library')?.refresh()
    })
  }

  #send(file: File, line: HTMLElement, progress: HTMLProgressElement): Promise<void> {
    const body = new FormData()
    body.append('files', file)
    return new Promise((resolve) => {
      const request = new XMLHttpRequest()
      request.open('POST', this.#form.action)
      request.setRequestHeader('accept', 'application/json')
      request.responseType = 'json'
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        progress.value = total > 0 ? loaded / total : 0
      })
      request.addEventListener('loadend', () => {
        progress.remove()
        this.#show(line, file.name, request.response as Answer | null)
        resolve()
      })
      request.send(body)
    })
  }

  #show(line: HTMLElement, name: string, answer: Answer | null): void {
    const [picture] = answer?.pictures ?? []
    if (!picture) {
      line.className = 'alert'
      line.textContent = answer?.problem ?? `${name}: ${this.dataset.failed}`
      return
    }
    const link = document.createElement('a')
    link.href = picture.href
    const words = document.createElement('span')
    words.textContent = picture.words
    if (picture.src) {
      const image = document.createElement('img')
      image.src = picture.src
      image.alt = ''
      link.append(image)
    }
    link.append(words)
    line.replaceChildren(link)
  }
}

/** Milliseconds until it looks again: a picture takes a second or two, and many of them their time. */
const FIRST_LOOK = 1_500
const LONGEST_PAUSE = 15_000

class PictureLibrary extends HTMLElement {
  #pause = FIRST_LOOK
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    this.#wait()
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
  }

  #wait(): void {
    clearTimeout(this.#timer)
    if (!this.querySelector('[data-preparing]')) return
    this.#timer = setTimeout(() => void this.refresh(), this.#pause)
    this.#pause = Math.min(this.#pause * 1.5, LONGEST_PAUSE)
  }

  /** Takes from the page as it is now what is new in it; all else stays, and so does what has the focus. */
  async refresh(): Promise<void> {
    const page = await fetch(location.href, { headers: { accept: 'text/html' } })
      .then((response) => (response.ok ? response.text() : ''))
      .catch(() => '')
    const now = new DOMParser().parseFromString(page, 'text/html').querySelector('picture-library')
    // Until now there was none, and a list has to come into being.
    if (now && !this.querySelector('ul')) return this.replaceWith(now)
    if (now) {
      this.querySelector('p')?.replaceWith(...(now.querySelector('p') ? [now.querySelector('p') as Element] : []))
      const list = this.querySelector('ul') as HTMLElement
      let before: Element | null = null
      for (const line of now.querySelectorAll('li')) {
        const old: Element | null = document.getElementById(line.id)
        if (!old && before) before.after(line)
        else if (!old) list.prepend(line)
        else if (old.outerHTML !== line.outerHTML) old.replaceWith(line)
        before = document.getElementById(line.id)
      }
    }
    this.#wait()
  }
}

customElements.define('picture-upload', PictureUpload)
customElements.define('picture-library', PictureLibrary)
