/** What the review desk sends and fetches; every failure comes back as a sentence. */
import { reviewDeskMessages as m } from '../../messages/index.ts'

export interface Answer {
  ok: boolean
  sentence?: string
  /** Someone else was faster or has it in hand, or the author took it back: it is not for this page any more. */
  decidedElsewhere?: boolean
  decision?: { id: string; undoUntil: number; now: number }
  /** How much came in since a time. */
  fresh?: { count: number; more: boolean }
  /** How much waits, as it is shown. */
  waiting?: string
  /** The same in each band. */
  bands?: Record<string, string>
  now?: number
}

/** Sends a form that outlives the page, should it be closed just now. */
export async function send(address: string, fields: Record<string, string>): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
      keepalive: true,
    })
    const answer = (await response.json()) as Answer & { error?: { sentence: string } }
    return answer.error ? { ok: false, sentence: answer.error.sentence } : answer
  } catch {
    return { ok: false, sentence: m.offline }
  }
}

/** Further items of the queue; null where they could not be fetched. `at` is the server's time. */
export async function fetchItems(fields: Record<string, string>): Promise<{ items: HTMLElement[]; at: number } | null> {
  try {
    const response = await fetch('/newsroom/review/more', { method: 'POST', body: new URLSearchParams(fields) })
    if (!response.ok) return null
    const template = document.createElement('template')
    template.innerHTML = await response.text()
    return {
      items: [...template.content.querySelectorAll<HTMLElement>('[data-item]')],
      at: Number(response.headers.get('x-now')),
    }
  } catch {
    return null
  }
}
