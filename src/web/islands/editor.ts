/**
 * <story-editor>: the story's body, written as readers will see it. It takes the
 * place of the form's body field once it runs; until then, and without this
 * file, the form is what it is. The form's other fields are kept with it.
 */
import { editorMessages as m } from '../../messages/index.ts'
import type { StoryContent } from '../../story/index.ts'
import { makeBody } from './editor/body.ts'
import type { Boot } from './editor/boot.ts'
import { element } from './editor/elements.ts'
import { formFields } from './editor/fields.ts'
import { growingLine } from './editor/growing-line.ts'
import { countHeadlines } from './editor/headline-counts.ts'
import { freshId } from './editor/ids.ts'
import { type Draft, serverOf } from './editor/keep/server.ts'
import { dropWaiting, leftBehind, ownName, waitingOf } from './editor/keep/waiting.ts'
import { sendLeftBehind, startWriting } from './editor/keep/writer.ts'
import { shownPictures } from './editor/library.ts'
import { connectNotes, hearNotes } from './editor/notes/notes-plugin.ts'
import { makeNotices } from './editor/notices.ts'
import { makePeople } from './editor/people.ts'
import { makeStanding } from './editor/standing.ts'
import { defineNotes } from './notes/element.ts'

/** Milliseconds. Without the line over which the server tells of others, the draft is looked at so often. */
const LOOK_EVERY = 5_000

interface Writing {
  server: ReturnType<typeof serverOf>
  writer: ReturnType<typeof startWriting>
  people: ReturnType<typeof makePeople>
}

class StoryEditor extends HTMLElement {
  connectedCallback(): void {
    const boot = JSON.parse(this.querySelector('script')?.textContent ?? '') as Boot
    const form = this.closest('form') as HTMLFormElement
    const { story } = boot
    // Asked for before anything is drawn, which takes as long.
    const mine = Promise.all([ownName(freshId), waitingOf(story)])
    this.#takePlace(form)
    let writing: Writing | null = null
    const { savedAt } = boot.draft
    const notices = makeNotices(form, boot, { choose: (place, whose) => writing?.writer.choose(place, whose) })
    const changed = (at: string | null) => {
      writing?.writer.changed()
      if (at) writing?.people.writing(at)
    }
    const body = makeBody(boot.draft.content.body, {
      ...{ place: this.#place(), labelledBy: 'body-label', words: boot.words },
      ...{ library: shownPictures(boot.shown), changed },
      moved: (at) => at && writing?.people.at(at),
      save: () => void writing?.writer.sendNow(),
      takeOver: (place) => writing?.people.takeOver(place),
      announce: notices.announce,
      say: notices.say,
      pasted: notices.pasted,
    })
    let known = { ...boot.draft.content, body: body.begunWith }
    const fields = formFields(form, () => known, { changed, entered: (field) => writing?.people.at(field) })
    const standing = makeStanding(savedAt, notices.say)
    notices.state({ is: 'saved', at: savedAt })
    countHeadlines(form)
    overTheKeyboard()
    /** The story's words as they stand here, beside those fields that nobody has touched. */
    const current = (now: StoryContent): StoryContent => {
      known = now
      return { ...now, ...fields.written(), body: body.blocks() }
    }
    const begin = (client: string): Writing => {
      const server = serverOf(story, client)
      const people = makePeople(server, boot.me, client, {
        hold: body.hold,
        control: fields.control,
        say: notices.say,
      })
      const writer = startWriting({
        ...{ story, client, server, current, draft: { ...boot.draft, content: known } },
        play(steps) {
          body.apply(steps)
          for (const step of steps) if (step.type === 'field') fields.set(step.field, step.value)
        },
        show(state) {
          notices.state(state)
          if (state.is === 'saved') standing.saved(state.at)
        },
        conflicts: notices.conflicts,
        freshKey: () => freshId() + freshId(),
      })
      return { server, people, writer }
    }
    void mine.then(async ([client, all]) => {
      const waiting = await leftBehind(all, client, Date.now())
      // What a closed tab left is sent first; nobody writes over it meanwhile.
      if (waiting.length > 0) body.open(false)
      const back = await sendLeftBehind(waiting, (index) => serverOf(story, waiting[index]?.client ?? client))
      writing = begin(client)
      const { writer } = writing
      if (back.sent || back.open.length > 0) await writer.catchUp()
      for (const [index, one] of waiting.entries()) if (!back.failed.has(index)) void dropWaiting(one)
      body.open(true)
      for (const one of back.open) writer.bringBack(one.steps, one.places, one.by)
      if (back.sent || back.open.length > 0) notices.say(m.fromLastTime)
      // What was typed until then.
      if (writer.unsaved()) writer.changed()
      this.#hear(writing, standing.marked)
      connectNotes(form, () => writer.flush())
      this.#leave(form, writer, notices.say)
    })
  }

  /** Where the body stands, under the name that its field had. */
  #place(): HTMLElement {
    const name = document.createElement('h2')
    name.id = 'body-label'
    name.className = 'visually-hidden'
    name.textContent = m.body
    const place = document.createElement('div')
    place.className = 'writing'
    this.append(name, place)
    return place
  }

  /** The body's field gives way at once: the browser need not lay out its words, nor the page move under a reader. */
  #takePlace(form: HTMLFormElement): void {
    const field = this.querySelector('textarea') as HTMLTextAreaElement
    // Without it in the form, the body is the draft's.
    field.disabled = true
    field.hidden = true
    for (const label of this.querySelectorAll('label')) label.hidden = true
    for (const hint of document.querySelectorAll<HTMLElement>('[data-without-editor]')) hint.hidden = true
    form.classList.add('live')
    for (const name of ['headline', 'standfirst'])
      growingLine(form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement)
  }

  /** What others do, over a line that stays open, or by looking. */
  #hear({ server, writer, people }: Writing, marked: () => void): void {
    let looking: ReturnType<typeof setInterval> | undefined
    let isRefused = false
    let close = () => {}
    const look = async () => {
      const draft: Draft | null = await writer.catchUp()
      if (!draft) return
      people.hear(draft)
      if (isRefused) open()
    }
    const open = () => {
      close()
      isRefused = false
      close = server.listen({
        steps: writer.hear,
        locks: (locks) => people.hear({ locks }),
        present: (present) => people.hear({ present }),
        notes: hearNotes,
        standing: marked,
        lost: (refused) => {
          isRefused = refused
          looking ??= setInterval(() => void look(), LOOK_EVERY)
        },
        back: () => {
          clearInterval(looking)
          looking = undefined
          // What waited for the server need not wait for its next turn.
          void look().then(() => void (writer.hasTrouble() && writer.sendNow()))
        },
      })
    }
    open()
    // A page that nobody looks at holds no line open, and catches up when somebody does.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') {
        close()
        isRefused = false
        clearInterval(looking)
        looking = undefined
      } else open()
    })
    window.addEventListener('online', () => void writer.sendNow())
    window.addEventListener('focus', () => writer.hasTrouble() && void writer.sendNow())
  }

  /** Nothing is left unsent when the page is left, and the form sends what was confirmed. */
  #leave(form: HTMLFormElement, writer: ReturnType<typeof startWriting>, say: (words: string) => void): void {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && writer.unsaved()) void writer.sendNow(true)
    })
    window.addEventListener('pagehide', () => writer.unsaved() && void writer.sendNow(true))
    window.addEventListener('beforeunload', (event) => {
      if (writer.unsaved() && writer.hasTrouble()) event.preventDefault()
    })
    form.addEventListener('focusout', () => writer.unsaved() && void writer.sendNow())
    // On a phone the bar moves when the words lose the focus, and the finger would come up beside the button.
    form.querySelector('.acts.sticky')?.addEventListener('mousedown', (event) => event.preventDefault())
    document.addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void writer.sendNow()
    })
    const kept = element('input', { type: 'hidden', name: 'bodyKept', value: '' })
    form.append(kept)
    let isReady = false
    form.addEventListener('submit', (event) => {
      if (isReady) return
      event.preventDefault()
      const { submitter } = event
      void writer.flush().then((flushed) => {
        if (!flushed) return say(m.inTheWay)
        isReady = true
        ;(form.elements.namedItem('base') as HTMLInputElement).value = String(writer.base())
        kept.value = '1'
        // Later: where nothing had to be sent, the form is still being told of this event, and would not be sent again.
        setTimeout(() => {
          form.requestSubmit(submitter as HTMLElement | null)
          // Where the form itself won't be sent, as with a field that is not filled in.
          isReady = false
        })
      })
    })
  }
}

/** How much of the window's foot a phone's keyboard hides, for what stands over it. */
function overTheKeyboard(): void {
  const seen = window.visualViewport
  const measure = () => {
    const hidden = seen ? Math.max(0, window.innerHeight - seen.height - seen.offsetTop) : 0
    document.documentElement.style.setProperty('--keyboard', `${Math.round(hidden)}px`)
  }
  seen?.addEventListener('resize', measure)
  seen?.addEventListener('scroll', measure)
}

// The editor asks the page's notes where to mark their words.
defineNotes()
customElements.define('story-editor', StoryEditor)
