/**
 * How far the story has come, at the head of its page: as colleagues mark it,
 * and as words change after a mark. It is taken from the page as the server
 * draws it now, so that it is said in one way.
 */
const UP = '.standing-ready, .standing-checked'

/** `savedAt`: when the words were saved that the page came with. `say` tells what has become of the story. */
export function makeStanding(savedAt: number, say: (words: string) => void) {
  let of = savedAt

  async function refresh(): Promise<void> {
    const response = await fetch(location.pathname).catch(() => null)
    // Whoever is signed out meanwhile is told so where they write.
    if (!response?.ok || response.redirected) return
    const drawn = new DOMParser().parseFromString(await response.text(), 'text/html')
    const next = drawn.querySelector<HTMLElement>('.standing')
    const standing = document.querySelector<HTMLElement>('.standing')
    if (!next || !standing || next.innerHTML === standing.innerHTML) return
    document.querySelector('.head .label')?.replaceWith(drawn.querySelector('.head .label') ?? '')
    const before = standing.querySelector('p')?.textContent
    keepTyped(standing, next)
    standing.replaceWith(next)
    const words = next.querySelector('p')?.textContent ?? ''
    if (words !== before) say(words)
  }

  return {
    /** Somebody has marked the story, or it was published. */
    marked: (): void => void refresh(),
    /** Words were saved: what was ready or checked is so no longer. */
    saved(at: number): void {
      if (at <= of) return
      of = at
      if (document.querySelector(UP)) void refresh()
    },
  }
}

/** What somebody is writing to the story's writer goes on as it is. */
function keepTyped(standing: HTMLElement, next: HTMLElement): void {
  const field = standing.querySelector('textarea')
  const details = field?.closest('details')
  if (!field || !details || field.value === field.defaultValue) return
  const hasFocus = document.activeElement === field
  const place = next.querySelector('details')
  if (place) place.replaceWith(details)
  else next.append(details)
  if (hasFocus) queueMicrotask(() => field.focus())
}
