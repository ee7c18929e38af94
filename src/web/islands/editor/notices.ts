/** What the editor says: whether the words are saved, what a paste left out, and where two have written at once. */
import { editorMessages as m } from '../../../messages/index.ts'
import { element } from './elements.ts'
import { type DraftLine, valueAt } from './keep/draft-line.ts'
import type { State } from './keep/writer.ts'
import type { Pasted } from './paste/paste.ts'

export function makeNotices(
  form: HTMLFormElement,
  { language, timeZone, story }: { language: string; timeZone: string; story: string },
  { choose }: { choose(place: string, whose: 'mine' | 'theirs'): void },
) {
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  const state = element('p', { class: 'save-state meta' })
  const live = element('p', { class: 'said', role: 'status' })
  const heard = element('p', { class: 'visually-hidden', role: 'status' })
  const conflicts = element('div', { class: 'conflicts stack', role: 'status' })
  const paste = element('div', { class: 'pasted', role: 'status' })
  form.querySelector('.acts.sticky')?.prepend(state)
  form.querySelector('.acts.sticky')?.before(conflicts, paste, live, heard)
  let kind = ''
  let clearing: ReturnType<typeof setTimeout> | undefined

  function say(words: string): void {
    clearTimeout(clearing)
    live.textContent = words
    if (words !== '') clearing = setTimeout(() => live.replaceChildren(), 12_000)
  }

  return {
    say,
    /** For those who hear the page: what others see anyway. */
    announce: (words: string) => heard.replaceChildren(words),
    state(now: State): void {
      const words = wordsOf(now, clock)
      if (state.textContent !== words) state.textContent = words
      if (kind === now.is) return
      state.dataset.is = now.is.replace(' ', '-')
      if (now.is === 'signed out')
        state.append(' ', element('a', { href: '/newsroom/sign-in', target: '_blank', rel: 'noopener' }, [m.signIn]))
      // Heard when something goes wrong, and when it is right again; not with every word that is saved.
      const isTrouble = (one: string) => one !== '' && one !== 'saved' && one !== 'saving'
      if (isTrouble(now.is) || (isTrouble(kind) && now.is === 'saved')) say(words)
      kind = now.is
    },
    conflicts(line: DraftLine): void {
      conflicts.replaceChildren(
        ...[...line.conflicts].map(([place, { by }]) => {
          const name = by ?? m.someone
          const what = place in m.fields ? m.fields[place as keyof typeof m.fields] : m.aBlock
          const button = (words: string, whose: 'mine' | 'theirs') => {
            const made = element('button', { type: 'button' }, [words])
            made.addEventListener('click', () => choose(place, whose))
            return made
          }
          return element('section', { class: 'alert', 'aria-label': m.changedMeanwhile(name, what) }, [
            element('p', {}, [m.changedMeanwhile(name, what)]),
            element('details', { open: '' }, [
              element('summary', {}, [m.theirs(name)]),
              element('blockquote', { dir: 'auto' }, [inWords(valueAt(line.known, place)) || m.removedIt]),
            ]),
            element('div', { class: 'acts' }, [button(m.keepMine, 'mine'), button(m.useTheirs, 'theirs')]),
          ])
        }),
      )
    },
    pasted(sentence: string, original: Pasted): void {
      const type = original.html === '' ? 'text/plain' : 'text/html'
      const href = URL.createObjectURL(new Blob([original.html || original.text], { type: `${type};charset=utf-8` }))
      const link = element('a', { href, download: type === 'text/html' ? 'pasted.html' : 'pasted.txt' }, [m.originalOf])
      const close = element('button', { type: 'button', class: 'quiet' }, [m.dismiss])
      close.addEventListener('click', () => {
        URL.revokeObjectURL(href)
        paste.replaceChildren()
      })
      paste.replaceChildren(element('p', { class: 'notice' }, [`${sentence} `, link, ' ', close]))
      void keepOriginal(story, original)
    },
  }
}

function wordsOf(state: State, clock: Intl.DateTimeFormat): string {
  switch (state.is) {
    case 'saved':
      return m.saved(clock.format(state.at))
    case 'saving':
      return m.saving
    case 'offline':
      return m.offline
    case 'signed out':
      return m.signedOut
    case 'refused':
      return state.say
  }
}

/** What stands at a place, as words: of a block all texts in it. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join(' ')
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .filter(([key]) => !['id', 'type', 'src', 'url', 'still', 'marks'].includes(key))
    .map(([, one]) => inWords(one))
    .filter(Boolean)
    .join(' ')
}

/** The server keeps what was copied, beside the story. */
async function keepOriginal(story: string, { html, text }: Pasted): Promise<void> {
  const body = new FormData()
  body.append('file', new Blob([html || text]), html === '' ? 'pasted.txt' : 'pasted.html')
  // It can be got from this page in any case.
  await fetch(`/newsroom/stories/${story}/pasted`, { method: 'POST', body }).catch(() => null)
}
