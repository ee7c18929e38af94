/** A field of one line, or of few, that is as high as its words are, in the paper's own type. */
export function growingLine(field: HTMLInputElement | HTMLTextAreaElement): HTMLTextAreaElement {
  const area = document.createElement('textarea')
  for (const name of ['id', 'name', 'dir', 'aria-describedby']) {
    const value = field.getAttribute(name)
    if (value !== null) area.setAttribute(name, value)
  }
  area.className = 'grows'
  area.rows = 1
  area.value = field.value
  field.replaceWith(area)
  // A headline is one line, however it is broken: Enter goes on to what comes next.
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    const all = [...(area.form?.elements ?? [])] as HTMLElement[]
    all[all.indexOf(area) + 1]?.focus()
  })
  if (!CSS.supports('field-sizing', 'content')) growByScript(area)
  return area
}

/** For browsers that don't make a field as high as its words; the page is laid out for it with each letter. */
function growByScript(area: HTMLTextAreaElement): void {
  const grow = () => {
    area.style.blockSize = 'auto'
    area.style.blockSize = `${area.scrollHeight}px`
  }
  area.addEventListener('input', grow)
  area.addEventListener('grow', grow)
  window.addEventListener('resize', grow)
  grow()
  void document.fonts?.ready.then(grow)
}
