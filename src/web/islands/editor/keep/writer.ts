/** Keeps what is written: in the browser's store at once, on the server within a second, and says which it is. */
import type { StoryContent } from '../../../../story/index.ts'
import {
  caughtUp,
  type DraftLine,
  dropped,
  heard,
  keepMine,
  nextFlight,
  type Step,
  startLine,
  taken,
  unconfirmed,
  useTheirs,
} from './draft-line.ts'
import type { Answer, Draft, Server } from './server.ts'
import { dropWaiting, keepWaiting } from './waiting.ts'

export type State =
  | { is: 'saved'; at: number }
  | { is: 'saving' }
  | { is: 'offline' }
  | { is: 'signed out' }
  /** A sentence of the server's. */
  | { is: 'refused'; say: string }

interface Around {
  story: string
  client: string
  server: Server
  draft: { number: number; content: StoryContent; savedAt: number }
  /** A story's words as they stand in the editor, beside those fields that nobody has touched. */
  current(known: StoryContent): StoryContent
  play(steps: readonly Step[]): void
  show(state: State): void
  conflicts(line: DraftLine): void
  freshKey(): string
}

/** How long it waits for the next letter before it is kept, and sent. Milliseconds. */
const KEEP_AFTER = 250
const SEND_AFTER = 1_000
const LONGEST_PAUSE = 15_000

export function startWriting(around: Around) {
  const { story, client, server, freshKey } = around
  let line = startLine(around.draft.number, around.draft.content)
  let savedAt = around.draft.savedAt
  let trouble: State | null = null
  let restKey = freshKey()
  let keepTimer: ReturnType<typeof setTimeout> | undefined
  let sendTimer: ReturnType<typeof setTimeout> | undefined
  let pause = SEND_AFTER
  let sending: Promise<void> | null = null
  let isKept = false

  const current = () => around.current(line.known)
  const waits = () => {
    const { flight, rest } = unconfirmed(line, current())
    return { flight, rest, any: flight !== null || rest.length > 0 }
  }

  function show(): void {
    if (!waits().any) {
      trouble = null
      around.show({ is: 'saved', at: savedAt })
    } else around.show(trouble ?? { is: 'saving' })
  }

  /** In the browser's store as it is now. */
  async function keep(): Promise<void> {
    clearTimeout(keepTimer)
    keepTimer = undefined
    const { flight, rest, any } = waits()
    if (any) {
      isKept = true
      await keepWaiting({ story, client, base: line.base, flight, rest, restKey, at: Date.now() })
    } else if (isKept) {
      isKept = false
      await dropWaiting({ story, client })
    }
  }

  function changed(): void {
    keepTimer ??= setTimeout(() => void keep(), KEEP_AFTER)
    sendTimer ??= setTimeout(() => void sendNow(), Math.min(SEND_AFTER, pause))
    if (!trouble) around.show({ is: 'saving' })
  }

  function sendNow(outlives = false): Promise<void> {
    clearTimeout(sendTimer)
    sendTimer = undefined
    sending ??= sendOnce(outlives).finally(() => {
      sending = null
    })
    return sending
  }

  async function sendOnce(outlives: boolean): Promise<void> {
    if (line.isBehind) await catchUp()
    if (line.flight === null) {
      line = nextFlight(line, current(), restKey)
      if (line.flight) restKey = freshKey()
    }
    const { flight } = line
    const kept = keep()
    if (!flight) {
      await kept
      return show()
    }
    // A page that is being closed does not come back to this line.
    if (!outlives) await kept
    take(await server.steps(flight, outlives), flight.key)
    await keep()
    show()
    if (waits().any && sendTimer === undefined) {
      const again = unconfirmed(line, current())
      if (trouble || again.flight || nextFlight(line, current(), restKey) !== line)
        sendTimer = setTimeout(() => void sendNow(), trouble ? pause : SEND_AFTER)
    }
  }

  function take(answer: Answer, key: string): void {
    pause = answer.is === 'offline' ? Math.min(pause * 2, LONGEST_PAUSE) : SEND_AFTER
    switch (answer.is) {
      case 'taken':
        savedAt = answer.savedAt
        trouble = null
        line = taken(line, key, answer.number)
        if (line.isBehind) void catchUp()
        return
      case 'changed':
        trouble = null
        line = dropped(line)
        follow({ number: answer.number, content: answer.theirs, by: answer.by?.name ?? null })
        return
      case 'locked':
      case 'refused':
        line = dropped(line)
        pause = 5_000
        trouble = { is: 'refused', say: answer.say }
        return
      case 'signed out':
        pause = 5_000
        trouble = { is: 'signed out' }
        return
      case 'offline':
        trouble = { is: 'offline' }
    }
  }

  function follow(draft: { number: number; content: StoryContent; by: string | null }): void {
    const next = caughtUp(line, current(), draft)
    line = next.line
    around.play(next.play)
    around.conflicts(line)
    show()
    // While others' steps were missing nothing was sent: what was written meanwhile would wait for the next key.
    if (nextFlight(line, current(), restKey) !== line)
      sendTimer ??= setTimeout(() => void sendNow(), Math.min(SEND_AFTER, pause))
  }

  /** The draft as it is on the server, where steps of others were missed; answers it. */
  async function catchUp(): Promise<Draft | null> {
    const draft = await server.draft()
    if (draft === 'signed out') trouble = { is: 'signed out' }
    if (draft === null || draft === 'signed out') return null
    if (draft.number > line.base || line.isBehind)
      follow({ number: draft.number, content: draft.content, by: draft.by?.name ?? null })
    return draft
  }

  return {
    changed,
    sendNow,
    catchUp,
    base: () => line.base,
    hear(event: { number: number; steps: Step[]; by: { name: string } | null; client: string }): void {
      const next = heard(line, current(), {
        ...event,
        by: event.by?.name ?? null,
        isMine: event.client === client,
      })
      line = next.line
      around.play(next.play)
      around.conflicts(line)
      if (line.isBehind) void catchUp()
      show()
    },
    /** Sends all that there is; false where some of it can't be. */
    async flush(): Promise<boolean> {
      for (let i = 0; i < 3 && waits().any; i++) await sendNow()
      return !waits().any && line.conflicts.size === 0
    },
    choose(place: string, whose: 'mine' | 'theirs'): void {
      if (whose === 'mine') line = keepMine(line, place)
      else {
        const next = useTheirs(line, current(), place)
        line = next.line
        around.play(next.play)
      }
      around.conflicts(line)
      changed()
    },
    /** Words that a closed tab left behind: they are written here again, and where others have written too, the writer is asked. */
    bringBack(steps: readonly Step[], places: readonly string[], by: string | null): void {
      line = { ...line, conflicts: new Map([...line.conflicts, ...places.map((place) => [place, { by }] as const)]) }
      around.play(steps)
      around.conflicts(line)
      changed()
    },
    hasTrouble: () => trouble !== null,
    unsaved: () => waits().any,
    conflictsOf: () => line,
  }
}

/** Sends what closed tabs left behind. Answers the steps that were not taken, at which places, and whether any were. */
export async function sendLeftBehind(
  batches: readonly {
    flight: { base: number; key: string; steps: readonly Step[] } | null
    base: number
    rest: readonly Step[]
    restKey: string
  }[],
  serverFor: (index: number) => Server,
): Promise<{
  sent: boolean
  open: { steps: readonly Step[]; places: readonly string[]; by: string | null }[]
  failed: Set<number>
}> {
  const open: { steps: readonly Step[]; places: readonly string[]; by: string | null }[] = []
  const failed = new Set<number>()
  let sent = false
  for (const [index, one] of batches.entries()) {
    let { base } = one
    const all = [
      ...(one.flight ? [one.flight] : []),
      ...(one.rest.length > 0 ? [{ base: one.base, key: one.restKey, steps: one.rest }] : []),
    ]
    for (const batch of all) {
      const answer = await serverFor(index).steps(batch === one.flight ? batch : { ...batch, base })
      if (answer.is === 'taken') {
        sent = true
        base = answer.number
      } else if (answer.is === 'changed')
        open.push({ steps: batch.steps, places: answer.places, by: answer.by?.name ?? null })
      else if (answer.is === 'locked') open.push({ steps: batch.steps, places: [], by: null })
      else failed.add(index)
    }
  }
  return { sent, open, failed }
}
