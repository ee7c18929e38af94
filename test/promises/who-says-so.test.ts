/**
 * Who says what is seen where an editor shows it, and nowhere else. Random
 * histories are played against a real site, and after every step each public
 * answer is searched for words that are of an unpublished story, of one that is
 * switched off, of a correction that was taken back, or of what an editor said
 * is no statement.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  acceptName,
  type Change,
  correctStatement,
  joinSpelling,
  renameName,
  withdrawName,
} from '../../src/archive/index.ts'
import { setWhoSaysSo, unpublish } from '../../src/story/index.ts'
import { anEditor, type RecordedStory, record } from '../archives.ts'
import { DATABASES } from '../databases.ts'
import { playHistories, TIMES } from '../histories.ts'
import { freshSite } from '../sites.ts'
import { tries } from '../thorough.ts'

/** What may happen, with numbers that choose to what. */
const step = fc.record({
  act: fc.oneof(
    // Few stories, to which much happens.
    { weight: 1, arbitrary: fc.constantFrom('publish', 'rename', 'restart', 'join') },
    { weight: 2, arbitrary: fc.constantFrom('unpublish', 'name', 'withdraw', 'source') },
    { weight: 3, arbitrary: fc.constantFrom('again', 'accept', 'strike', 'restore') },
    { weight: 3, arbitrary: fc.constantFrom('switch', 'speaker') },
  ),
  on: fc.nat(999),
})

interface KnownStatement {
  word: string
  struck: boolean
  /** What an editor gave; null where it stands as read. */
  speaker: string | null
  source: string | null
}
interface KnownStory {
  recorded: RecordedStory
  /** The words of its one name, of its role, and of its headline. */
  name: string
  role: string
  published: boolean
  shown: boolean
  statements: KnownStatement[]
}
interface KnownName {
  id: string
  slug: string
  active: boolean
  /** The words of names that count as this one. */
  spelled: Set<string>
}

/** What a history may do is the same on both; how SQL is understood is seen in a few. */
const HISTORIES = { sqlite: tries(10), postgres: tries(4) }

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
    test(
      'no history of publishing, switching, correcting and naming shows what it should not, or hides what it should',
      async () => {
        await playHistories(
          { promise: 'who says so', kind, histories: HISTORIES[kind] },
          fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
            const history = await begin(kind)
            try {
              await history.act.publish()
              await history.act.switch(0)
              for (const { act, on } of steps) {
                await history.act[act](on)
                await history.scan(`${act} ${on}`)
              }
            } finally {
              await history.end()
            }
          }),
        )
      },
      300_000 * TIMES,
    )
  })
}

async function begin(kind: (typeof DATABASES)[number]) {
  let clock = Date.UTC(2026, 4, 1, 12)
  const site = await freshSite(kind, { now: () => clock })
  const by = await anEditor(site.app.store, clock)
  const stories: KnownStory[] = []
  const names: KnownName[] = []
  let words = 0

  const newWord = (of: string) => `${of}${(++words).toString().padStart(4, '0')}q`
  const pick = <T>(from: readonly T[], on: number): T | undefined => from[on % from.length]
  const store = () => site.app.store

  /** A story, or another version of one: of other statements, or with other words around the same, whose corrections stay. */
  async function publish(known?: KnownStory, isSame = false) {
    clock += 60_000
    const statements =
      known && isSame
        ? known.statements
        : [1, 2].map(() => ({ word: newWord('said'), struck: false, speaker: null, source: null }))
    const name = known?.name ?? newWord('name')
    const role = newWord('role')
    const blocks = Object.fromEntries(
      statements.map(({ word }, i) => [`p${i}`, `${newWord('before')}: “No, ${word} is true,” said Ada ${name}.`]),
    )
    const recorded = await record(
      store(),
      {
        headline: newWord('headline'),
        blocks,
        said: statements.map(({ word }, i) => ({
          block: `p${i}`,
          words: `“No, ${word} is true,”`,
          speaker: `Ada ${name}`,
          name: `person:ada-${name}`,
        })),
        names: [`person: Ada ${name}, ${role}`],
      },
      clock,
      { shown: false, ...(known ? { id: known.recorded.id } : {}) },
    )
    if (known) Object.assign(known, { recorded, role, published: true, statements })
    else stories.push({ recorded, name, role, published: true, shown: false, statements })
  }

  async function correct(on: number, change: Change, apply: (statement: KnownStatement) => void) {
    const story = pick(stories, on)
    const index = on % 2
    const statement = story?.statements[index]
    if (!story || !statement) return
    clock += 1000
    const { recorded } = story
    const result = await correctStatement(
      store(),
      {
        storyId: recorded.id,
        text: recorded.text,
        reading: recorded.reading,
        statement: recorded.reading.statements[index]?.id ?? '',
        changes: [change],
        by,
      },
      clock,
    )
    expect(result).toEqual({ corrected: true })
    apply(statement)
  }

  const act = {
    publish: () => publish(),
    async again(on: number) {
      const story = pick(stories, on)
      if (story) await publish(story, on % 3 > 0)
    },
    async unpublish(on: number) {
      const story = pick(stories, on)
      if (!story) return
      await unpublish(store(), story.recorded.id, null, Date.now())
      story.published = false
    },
    async switch(on: number) {
      const story = pick(stories, on)
      if (!story) return
      story.shown = !story.shown
      await setWhoSaysSo(store(), story.recorded.id, story.shown, by, clock)
    },
    speaker(on: number) {
      const speaker = newWord('speaker')
      return correct(on, { what: 'speaker', words: `Eve ${speaker}` }, (one) => {
        one.speaker = speaker
        one.struck = false
      })
    },
    source(on: number) {
      const source = newWord('source')
      return correct(on, { what: 'source', words: `the ${source}`, kind: 'channel' }, (one) => {
        one.source = source
        one.struck = false
      })
    },
    /** The corrected speaker becomes the story's own name. */
    async name(on: number) {
      const story = pick(stories, on)
      if (story)
        await correct(on, { what: 'speaker', name: `person:ada-${story.name}` }, (one) => {
          one.speaker = story.name
          one.struck = false
        })
    },
    strike: (on: number) =>
      correct(on, { what: 'not-a-statement' }, (one) => {
        one.struck = true
      }),
    restore: (on: number) =>
      correct(on, { what: 'as-read' }, (one) => {
        Object.assign(one, { struck: false, speaker: null, source: null })
      }),
    async accept(on: number) {
      const story = pick(stories, on)
      if (!story) return
      const accepted = await acceptName(store(), { kind: 'person', name: `Ada ${story.name}`, by }, clock)
      if ('problem' in accepted) throw new Error(accepted.problem)
      const known = names.find(({ id }) => id === accepted.id)
      if (known) known.active = true
      else {
        for (const other of names) other.spelled.delete(story.name)
        names.push({ id: accepted.id, slug: accepted.slug, active: true, spelled: new Set([story.name]) })
      }
    },
    async withdraw(on: number) {
      const name = pick(names, on)
      if (!name) return
      await withdrawName(store(), { id: name.id, by }, clock)
      name.active = false
    },
    async join(on: number) {
      const [name, story] = [pick(names, on), pick(stories, Math.floor(on / 7))]
      if (!name || !story) return
      const joined = await joinSpelling(store(), { id: name.id, spelling: `Ada ${story.name}`, by }, clock)
      if ('problem' in joined) return
      for (const other of names) other.spelled.delete(story.name)
      name.spelled.add(story.name)
    },
    async rename(on: number) {
      const name = pick(names, on)
      if (!name) return
      await renameName(store(), { id: name.id, name: `Dame ${newWord('dame')}`, by }, clock)
    },
    restart: () => site.restart(),
  }

  const text = async (path: string) => (await fetch(`${site.url}${path}`)).text()
  const wordsIn = (body: string, of: string) => new Set(body.match(new RegExp(`${of}\\d{4}q`, 'g')) ?? [])

  async function everyStatement() {
    const found: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const response: { statements: object[]; after: string | null } = JSON.parse(
        await text(`/api/statements?after=${encodeURIComponent(after)}`),
      )
      found.push(...response.statements.map((one) => JSON.stringify(one)))
      after = response.after
    }
    return found.join('\n')
  }

  return {
    act,
    async scan(after: string) {
      const seen = stories.filter(({ published, shown }) => published && shown)
      const statements = seen.flatMap((story) => story.statements.filter(({ struck }) => !struck))
      const given = (of: readonly KnownStatement[]) => new Set(of.flatMap(({ speaker, source }) => [speaker, source]))
      const allowed = new Set<string | null>([
        ...statements.map(({ word }) => word),
        ...given(statements),
        ...seen.flatMap(({ name, role }) => [name, role]),
      ])
      const spellings = seen.flatMap(({ name }) => names.filter(({ active, spelled }) => active && spelled.has(name)))

      const found = await everyStatement()
      expect(wordsIn(found, 'said'), after).toEqual(new Set(statements.map(({ word }) => word)))
      const answers = [
        found,
        await text('/api/names'),
        await text('/api/names?q=ada'),
        await text('/said?speaker=ada&about=true'),
      ]
      for (const { slug, active, id } of names) {
        const page = await fetch(`${site.url}/people/${slug}`)
        const isSeen = active && spellings.some((one) => one.id === id)
        const answer = await fetch(`${site.url}/api/names/people/${slug}`)
        // A statement that an editor gave to somebody by the name counts as well.
        if (isSeen) expect(answer.status, after).toBe(200)
        else if (!active) expect(answer.status, after).toBe(404)
        // To readers a page that was taken back is gone; the API knows only what there is.
        const statuses = answer.status === 200 ? [200] : active ? [404, 410] : [410]
        expect(statuses, after).toContain(page.status)
        // The page of a name that nobody sees is an error page, and says nothing of it.
        answers.push(await page.text(), await answer.text())
      }
      for (const answer of answers) {
        // What was searched for stands in the search's own form, and is none of these words.
        for (const of of ['said', 'speaker', 'source', 'role'])
          for (const word of wordsIn(answer, of)) expect(allowed, `${after}: ${word}`).toContain(word)
      }
      // The stories themselves hold their own words; of the corrections only those that stand, where they are shown.
      for (const { recorded, published, shown, statements: own } of stories) {
        const page = await text(recorded.path)
        const theirs = published && shown ? given(own.filter(({ struck }) => !struck)) : new Set()
        for (const of of ['speaker', 'source'])
          for (const word of wordsIn(page, of)) expect(theirs, `${after}: ${word}`).toContain(word)
      }
    },
    async end() {
      await site.drop()
    },
  }
}
