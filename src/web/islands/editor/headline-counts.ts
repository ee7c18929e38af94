/** Counts the headlines for search and sharing while they are written, as the page does of what was saved. */
import { otherHeadlinesMessages as m } from '../../../messages/index.ts'

export function countHeadlines(form: HTMLFormElement): void {
  const named = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  const count = () => {
    const headline = named('headline').value.trim()
    for (const place of form.querySelectorAll<HTMLElement>('[data-counts]')) {
      const field = named(place.dataset.counts ?? '')
      const length = [...(field.value.trim() || headline)].length
      field.placeholder = headline
      place.textContent = length === 0 ? '' : m.count(length, length - Number(place.dataset.shown))
    }
  }
  form.addEventListener('input', (event) => {
    if (/headline$/i.test((event.target as HTMLInputElement).name ?? '')) count()
  })
}
