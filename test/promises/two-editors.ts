/** Two people who write one draft at once, with pauses, cuts, reloads and take-overs: one random history. */
import {
  applySteps,
  decideSuggestion,
  lockPlace,
  readSuggestions,
  readWordsAt,
  restoreWords,
  type Step,
  saveStory,
  stepsBetween,
  suggestSteps,
  takeSteps,
} from '../../src/drafting/index.ts'
import type { Store } from '../../src/store/index.ts'
import { type Block, createStory, emptyContent, readDraft, type StoryContent } from '../../src/story/index.ts'

export interface Played {
  storyId: string
  /** The numbers from which each confirmed batch started, by the number it made. */
  bases: Map<number, number>
  /** The words of each confirmed batch or save that it brought in, by the number it made. */
  brought: Map<number, string[]>
}

interface Editor {
  store: Store
  person: string
  client: string
  /** The last number it has heard of, and the draft then. */
  number: number
  known: StoryContent
  /** What it shows. */
  words: StoryContent
  /** A batch that was sent and not answered yet, as the browser's own store keeps it. */
  unanswered: { base: number; key: string; steps: Step[] } | null
}

export const wordsOf = ({ headline, body }: StoryContent): string[] =>
  [headline, ...body.map((block) => ('text' in block ? block.text : ''))].join(' ').split(' ').filter(Boolean)

const placeOf = (step: Step): string =>
  step.type === 'field' ? step.field : step.type === 'put' ? step.block.id : step.id

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Plays one history of `length` moves on a draft of its own. */
export async function playTwoEditors(
  stores: readonly [Store, Store],
  people: readonly [string, string],
  { seed, length }: { seed: number; length: number },
): Promise<Played> {
  const random = seededRandom(seed)
  const upTo = (count: number) => Math.floor(random() * count)
  const pick = <T>(all: readonly T[]): T => all[upTo(all.length)] as T
  let now = Date.UTC(2026, 4, 31, 12)
  let [words, blocks, keys] = [0, 0, 0]
  const newWord = () => `w${++words}`
  const newBlock = (): Block => ({ id: `b${++blocks}`, type: 'paragraph', text: newWord() })

  const begun = { ...emptyContent, headline: newWord(), body: [newBlock(), newBlock(), newBlock()] }
  const storyId = await createStory(stores[0], { content: begun, by: people[0], commentsOpen: true }, now)
  const played: Played = { storyId, bases: new Map(), brought: new Map([[1, wordsOf(begun)]]) }
  const editors = people.map(
    (person, index): Editor => ({
      store: stores[index] as Store,
      person,
      client: `tab${index}`,
      number: 1,
      known: begun,
      words: begun,
      unanswered: null,
    }),
  )

  function confirm(number: number, base: number, before: StoryContent, after: StoryContent): void {
    if (played.bases.has(number)) return
    const old = new Set(wordsOf(before))
    played.bases.set(number, base)
    played.brought.set(
      number,
      wordsOf(after).filter((word) => !old.has(word)),
    )
  }

  function type(editor: Editor): void {
    const { headline, body } = editor.words
    const at = upTo(body.length + 1)
    const block = body[at - 1]
    const move = random()
    if (at === 0 || !block) {
      editor.words = { ...editor.words, headline: move < 0.2 ? newWord() : `${headline} ${newWord()}` }
      return
    }
    const others = body.filter(({ id }) => id !== block.id)
    const text = 'text' in block ? block.text : ''
    if (move < 0.45) editor.words = withBlock(editor.words, { ...block, text: `${text} ${newWord()}` } as Block)
    else if (move < 0.55)
      editor.words = withBlock(editor.words, { ...block, text: text.split(' ').slice(1).join(' ') } as Block)
    else if (move < 0.8) editor.words = { ...editor.words, body: body.toSpliced(upTo(body.length + 1), 0, newBlock()) }
    else if (move < 0.9) editor.words = { ...editor.words, body: others.toSpliced(upTo(body.length), 0, block) }
    else editor.words = { ...editor.words, body: others }
  }

  /** Sends what was typed; the answer may be lost on the way, and then the same is sent again. */
  async function send(editor: Editor): Promise<void> {
    const steps = stepsBetween(editor.known, editor.words)
    if (!editor.unanswered && steps.length === 0) return
    editor.unanswered ??= { base: editor.number, key: `${editor.client} ${++keys}`, steps }
    const batch = editor.unanswered
    const taken = await takeSteps(editor.store, { storyId, ...batch, client: editor.client, by: editor.person }, now)
    if (taken.taken) {
      const at = await readWordsAt(editor.store.db, storyId, batch.base)
      if (at) confirm(taken.number, batch.base, at, applySteps(at, batch.steps))
    }
    if (random() < 0.15) return
    editor.unanswered = null
    if (taken.taken) {
      editor.known = applySteps(editor.known, batch.steps)
      return hear(editor)
    }
    if (taken.why === 'changed') {
      // Both are shown: one of them is chosen for all places, and the other is read by then.
      const mine = stepsBetween(editor.known, editor.words)
      editor.number = taken.number
      editor.known = taken.theirs
      const kept = random() < 0.5 ? mine : mine.filter((step) => !taken.places.includes(placeOf(step)))
      editor.words = applySteps(taken.theirs, kept)
    } else if (taken.why === 'locked') {
      const { place } = taken.lock
      await lockPlace(
        editor.store,
        { storyId, place, personId: editor.person, client: editor.client, take: random() < 0.6 },
        now,
      )
    }
  }

  /** Hears what others wrote, and lays on it what it has not sent yet. */
  async function hear(editor: Editor): Promise<void> {
    if (editor.unanswered) return
    const draft = await readDraft(editor.store.db, storyId)
    if (!draft) throw new Error('the story is gone')
    const mine = stepsBetween(editor.known, editor.words)
    const theirs = new Set(placesBetween(editor.known, draft.content))
    // What both touched waits for the server's word.
    if (placesBetween(editor.known, editor.words).some((place) => theirs.has(place))) return
    editor.number = draft.number
    editor.known = draft.content
    editor.words = applySteps(draft.content, mine)
  }

  const placesBetween = (before: StoryContent, after: StoryContent): string[] =>
    stepsBetween(before, after).map(placeOf)

  /** The tab is closed and opened again: what was sent and not answered is sent again, what was typed since is gone. */
  async function reload(editor: Editor): Promise<void> {
    editor.client = `${editor.client}'`
    const before = editor.unanswered
    const draft = await readDraft(editor.store.db, storyId)
    if (!draft) throw new Error('the story is gone')
    Object.assign(editor, { number: draft.number, known: draft.content, words: draft.content, unanswered: before })
    if (before) await send(editor)
  }

  async function saveByForm(editor: Editor): Promise<void> {
    const { number: base, known } = editor
    const content = { ...known, headline: `${known.headline} ${newWord()}` }
    const saved = await saveStory(editor.store, { storyId, base, content, by: editor.person, atLocked: 'save' }, now)
    if (saved.saved) confirm(saved.number, base, known, content)
  }

  async function suggest(editor: Editor): Promise<void> {
    const before = editor.words
    type(editor)
    const steps = stepsBetween(editor.known, editor.words)
    editor.words = before
    await suggestSteps(editor.store, { storyId, base: editor.number, steps, by: editor.person }, now)
    const [open] = await readSuggestions(editor.store.db, storyId, 'open')
    if (!open) return
    const accept = random() < 0.7
    const other = editors.find((one) => one !== editor) as Editor
    await decideSuggestion(other.store, { storyId, id: open.id, accept, by: other.person }, now)
  }

  for (let move = 0; move < length; move++) {
    const editor = pick(editors)
    const kind = random()
    if (kind < 0.4) type(editor)
    else if (kind < 0.68) await send(editor)
    else if (kind < 0.8) await hear(editor)
    else if (kind < 0.85) now += upTo(60_000)
    else if (kind < 0.9) {
      const place = pick(editor.words.body)?.id ?? 'headline'
      const take = random() < 0.3
      await lockPlace(editor.store, { storyId, place, personId: editor.person, client: editor.client, take }, now)
    } else if (kind < 0.94) await reload(editor)
    else if (kind < 0.96) await saveByForm(editor)
    else if (kind < 0.98) await suggest(editor)
    // Both at the same moment, each through its own process.
    else if (kind < 0.995) await Promise.all(editors.map(send))
    else await restoreWords(editor.store, { storyId, number: 1 + upTo(editor.number), by: editor.person }, now)
  }
  return played
}

function withBlock(content: StoryContent, block: Block): StoryContent {
  return { ...content, body: content.body.map((one) => (one.id === block.id ? block : one)) }
}
