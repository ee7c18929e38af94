/** Who else is there: names at the places where colleagues are, and locks on what they are writing. */
import { editorMessages as m } from '../../../messages/index.ts'
import { initialsOf } from '../../../text/index.ts'
import { element } from './elements.ts'
import type { Lock, Present, Server } from './keep/server.ts'
import { badge, type Holder } from './marks-of-state.ts'

interface Around {
  hold(holders: readonly Holder[]): void
  control(field: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null
  say(words: string): void
}

/** A lock is asked for again after so long, while somebody writes. Milliseconds. */
const RENEW_AFTER = 10_000

export function makePeople(server: Server, me: string, client: string, { hold, control, say }: Around) {
  let locks: readonly Lock[] = []
  let present: readonly Present[] = []
  let mine: { place: string; at: number } | null = null
  let shown = ''
  let ending: ReturnType<typeof setTimeout> | undefined

  /** Each colleague once: who they are, and whether they are writing just now. */
  function showHere(): void {
    const list = document.querySelector('.here-too')
    const there = present.filter(({ id }) => id !== me)
    if (!list) return
    list.toggleAttribute('hidden', there.length === 0)
    list.replaceChildren(
      ...there.map(({ name, face, place }) =>
        element('li', {}, [
          face
            ? element('img', { class: 'face', src: face, alt: '', width: '40', height: '40' })
            : element('span', { class: 'face', 'data-initials': initialsOf(name), 'aria-hidden': 'true' }),
          ' ',
          element('bdi', {}, [name]),
          ' ',
          element('span', { class: 'meta' }, [place === null ? m.hasItOpen : m.isWriting]),
        ]),
      ),
    )
  }

  const isHeld = ({ person, until }: Lock): boolean => person.id !== me && until > Date.now()

  const others = (): Holder[] => {
    const held = locks.filter(isHeld)
    const there = present.filter(
      ({ id, place, client: tab }) =>
        place && (tab ? tab !== client : id !== me) && !held.some((lock) => lock.place === place),
    )
    return [
      ...held.map(({ place, person }) => ({ place, name: person.name, locked: true })),
      ...there.map(({ place, name }) => ({ place: place as string, name, locked: false })),
    ]
  }

  function show(): void {
    // A lock runs out also where nobody says so.
    clearTimeout(ending)
    const next = Math.min(...locks.filter(isHeld).map(({ until }) => until))
    if (next < Number.POSITIVE_INFINITY) ending = setTimeout(show, next - Date.now())
    const holders = others()
    const now = JSON.stringify(holders)
    if (now === shown) return
    shown = now
    hold(holders)
    for (const old of document.querySelectorAll('.story-form .field-holder')) old.remove()
    for (const field of document.querySelectorAll<HTMLInputElement>('.story-form [data-held]')) {
      field.readOnly = false
      delete field.dataset.held
    }
    for (const holder of holders) {
      const field = control(holder.place)
      if (!field) continue
      if (holder.locked && 'readOnly' in field) {
        field.readOnly = true
        field.dataset.held = holder.name
      }
      const line = badge(holder, takeOver)
      line.classList.add('field-holder')
      field.before(line)
    }
  }

  async function lock(place: string, take: boolean): Promise<void> {
    const answer = await server.lock(place, take)
    if (answer) hear({ locks: answer })
  }

  function hear(news: { locks?: readonly Lock[]; present?: readonly Present[] }): void {
    if (news.locks) {
      const taker = news.locks.find((one) => one.place === mine?.place && one.person.id !== me)
      const had = locks.find((one) => one.place === mine?.place && one.person.id === me)
      if (taker && had) {
        say(m.takenOver(taker.person.name))
        mine = null
      }
      locks = news.locks
    }
    if (news.present) {
      present = news.present
      showHere()
    }
    show()
  }

  function takeOver(place: string): void {
    mine = { place, at: Date.now() }
    void lock(place, true)
  }

  return {
    hear,
    takeOver,
    /** The cursor is there. */
    at(place: string): void {
      if (mine?.place !== place) mine = null
    },
    /** Something was written there. */
    writing(place: string): void {
      if (mine?.place === place && mine.at > Date.now() - RENEW_AFTER) return
      mine = { place, at: Date.now() }
      void lock(place, false)
    },
  }
}
