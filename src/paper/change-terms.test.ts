/** An editor renames, joins and removes sections, topics and authors, and no story or address is lost. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES, ONE_DATABASE } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { tries } from '../../test/thorough.ts'
import { addPerson, ROLES, readStaffLog } from '../people/index.ts'
import type { Store } from '../store/index.ts'
import { createStory, emptyContent, newBlockId, publish, type StoryContent, unpublish } from '../story/index.ts'
import {
  addTerm,
  changeTerm,
  findTerm,
  joinTerms,
  listAuthorsWithoutPage,
  listTermStories,
  listTerms,
  moveSection,
  readFilings,
  readFurtherNames,
  readTerm,
  removeTerm,
  type Term,
  type TermDetails,
  type TermKind,
  wasTerm,
} from './index.ts'

const NOW = Date.UTC(2026, 10, 30, 9)
const HOUR = 3_600_000

/** What an editor and a reporter do with one database. */
async function newsroom(store: Store) {
  const person = await addPerson(store, { name: 'Ed', mail: null, switches: ROLES.editor }, NOW)
  if ('problem' in person) throw new Error(person.problem)
  const by = person.id
  const draft = (filed: Partial<StoryContent>) => {
    const body = [{ id: newBlockId(), type: 'paragraph' as const, text: 'Boats went through on Monday.' }]
    return { ...emptyContent, headline: 'The lock reopens', byline: 'By Ines Vale', body, ...filed }
  }
  const publishWith = async (filed: Partial<StoryContent>, at = NOW) => {
    const id = await createStory(store, { content: draft(filed), by: null, commentsOpen: true }, at)
    const done = await publish(store, { id, by: null }, at)
    if ('problem' in done) throw new Error(done.problem)
    return id
  }
  const add = async (kind: TermKind, name: string): Promise<Term> => {
    const added = await addTerm(store, { kind, name, by }, NOW)
    if ('problem' in added) throw new Error(added.problem.sentence)
    return added.term
  }
  const found = async (kind: TermKind, slug: string) => {
    const term = await findTerm(store.db, { kind, slug })
    if (!term) return null
    return 'movedTo' in term ? `→ ${term.movedTo.slug}` : term
  }
  const named = async (kind: TermKind, slug: string): Promise<Term> => {
    const term = await found(kind, slug)
    if (term === null || typeof term === 'string') throw new Error(`nothing at ${slug}`)
    return term
  }
  const change = (term: Term, details: Partial<TermDetails>, keepAddress = false) =>
    changeTerm(
      store,
      { id: term.id, number: term.number, details: { ...term, signs: [], ...details }, keepAddress, by },
      NOW,
    )
  const storiesOf = async (kind: TermKind, slug: string) => {
    const term = await named(kind, slug)
    return listTermStories(store.db, term.id, { limit: 10 })
  }
  return { by, publishWith, add, found, named, change, storiesOf }
}

for (const kind of DATABASES) {
  describe(`sections, topics and authors on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let room: Awaited<ReturnType<typeof newsroom>>
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind))
      room = await newsroom(store)
    })
    afterEach(() => drop())

    test('a section that is renamed keeps its stories, takes new ones by either name, and its old address leads on', async () => {
      const first = await room.publishWith({ section: 'Harbour' })
      await room.change(await room.named('section', 'harbour'), { name: 'Port & Sea' })
      expect(await room.found('section', 'harbour')).toBe('→ port-sea')
      const second = await room.publishWith({ section: 'Harbour' }, NOW + HOUR)
      const third = await room.publishWith({ section: 'PORT, SEA' }, NOW + 2 * HOUR)
      expect(await room.storiesOf('section', 'port-sea')).toEqual([third, second, first])
      await room.change(await room.named('section', 'port-sea'), { name: 'Harbour' })
      expect([await room.found('section', 'port-sea'), (await room.named('section', 'harbour')).name]).toEqual([
        '→ harbour',
        'Harbour',
      ])
      const log = await readStaffLog(store.db, { kind: 'section', limit: 5 })
      expect(log.lines.map(({ detail }) => detail)).toEqual([
        'Renamed Port & Sea: Harbour',
        'Renamed Harbour: Port & Sea',
      ])
    })

    test('the address stays where the editor keeps it, and is another where one is typed that is free', async () => {
      const harbour = await room.add('section', 'Harbour')
      await room.add('section', 'Sport')
      await room.change(harbour, { name: 'Port' }, true)
      const port = await room.named('section', 'harbour')
      expect(port.name).toBe('Port')
      expect(await room.change(port, { slug: 'sport' })).toMatchObject({
        problem: { field: 'slug', sentence: expect.stringContaining('leads to “Sport”') },
      })
      expect(await room.change(port, { slug: '—' })).toMatchObject({ problem: { field: 'slug' } })
      await room.change(port, { slug: 'The Quay' })
      expect(await room.found('section', 'harbour')).toBe('→ the-quay')
    })

    test('a name that leads to another is refused with the offer to join the two', async () => {
      await room.add('section', 'Harbour')
      const port = await room.add('section', 'Port')
      const sport = await room.add('section', 'Sport')
      const taken = await room.change(port, { name: 'HARBOUR' })
      expect(taken).toMatchObject({
        problem: { field: 'name', other: { name: 'Harbour' }, sentence: expect.stringContaining('or join the two') },
      })
      await room.change(sport, { name: 'Games' })
      expect(await addTerm(store, { kind: 'section', name: 'Sport', by: room.by }, NOW)).toMatchObject({
        problem: { sentence: '“Sport” is another name for “Games”.' },
      })
    })

    test('of two editors who change the same one, the first wins and the other is shown what is there', async () => {
      const seen = await room.add('section', 'Town')
      const [one, other] = [await room.change(seen, { about: 'One' }), await room.change(seen, { about: 'Other' })]
      expect([one, other]).toMatchObject([{ term: { about: 'One' } }, { theirs: { about: 'One', number: 2 } }])
    })

    test('two that are joined have the stories of both, and every earlier address leads to what is left', async () => {
      const [town, city] = [
        await room.publishWith({ section: 'Town' }),
        await room.publishWith({ section: 'City' }, NOW + HOUR),
      ]
      await room.change(await room.named('section', 'city'), { name: 'The city' })
      const [from, into] = [await room.named('section', 'the-city'), await room.named('section', 'town')]
      await joinTerms(store, { id: from.id, into: into.id, by: room.by }, NOW)
      expect(await room.storiesOf('section', 'town')).toEqual([city, town])
      for (const slug of ['city', 'the-city']) expect(await room.found('section', slug)).toBe('→ town')
      // Who had it open as it was is asked to look again.
      expect(await room.change(into, { about: 'x' })).toHaveProperty('theirs')
      expect(await joinTerms(store, { id: into.id, into: into.id, by: room.by }, NOW)).toEqual({
        problem: 'Choose the section to move the stories to.',
      })
    })

    test('a section with stories is only given up to another; one without is gone, and its addresses say so', async () => {
      const id = await room.publishWith({ section: 'Town' })
      const town = await room.named('section', 'town')
      expect(await removeTerm(store, { id: town.id, by: room.by }, NOW)).toEqual({
        problem: 'One story is in “Town”. Choose the section to move it to.',
      })
      await unpublish(store, id, null, NOW + HOUR)
      expect(await removeTerm(store, { id: town.id, by: room.by }, NOW)).toMatchObject({ removed: { name: 'Town' } })
      expect([await room.found('section', 'town'), await wasTerm(store.db, { kind: 'section', slug: 'town' })]).toEqual(
        [null, true],
      )
      // A story that still says it brings it back to where it was.
      await publish(store, { id, by: null }, NOW + 2 * HOUR)
      expect(await room.storiesOf('section', 'town')).toEqual([id])
    })

    test('a topic is removed from its stories, which stay', async () => {
      const id = await room.publishWith({ topics: ['Locks', 'Boats'] })
      await removeTerm(store, { id: (await room.named('topic', 'locks')).id, by: room.by }, NOW)
      const filed = (await readFilings(store.db, [id])).get(id)
      expect(filed?.flatMap(({ kind: of, term }) => (of === 'topic' && term ? [term.name] : []))).toEqual(['Boats'])
    })

    test('an author has the stories of every name they sign with, and no longer those of one that is taken out', async () => {
      const one = await room.publishWith({ byline: 'By Ann Lee and Bo Day' })
      const two = await room.publishWith({ byline: 'A. Lee' }, NOW + HOUR)
      expect(await listAuthorsWithoutPage(store.db, 10)).toEqual([
        { name: 'A. Lee', stories: 1 },
        { name: 'Ann Lee', stories: 1 },
        { name: 'Bo Day', stories: 1 },
      ])
      await room.change(await room.add('author', 'Ann Lee'), { signs: ['A. Lee'] })
      expect(await room.storiesOf('author', 'ann-lee')).toEqual([two, one])
      const ann = await room.named('author', 'ann-lee')
      expect(await readFurtherNames(store.db, ann)).toEqual(['A. Lee'])
      await room.change(ann, { name: 'Ann Lee-Moor', signs: [] })
      expect(await room.storiesOf('author', 'ann-lee-moor')).toEqual([one])
      expect((await listAuthorsWithoutPage(store.db, 10)).map(({ name }) => name)).toEqual(['A. Lee', 'Bo Day'])
    })

    test('a name that an author signs with is shown as it was typed, also before any story has it', async () => {
      await room.change(await room.add('author', 'Nora Pike'), { signs: ['N. Pike', 'Nora McPike'] })
      const nora = await room.named('author', 'nora-pike')
      expect(await readFurtherNames(store.db, nora)).toEqual(['N. Pike', 'Nora McPike'])
      await room.change(nora, { signs: ['N Pike'] })
      expect(await readFurtherNames(store.db, await room.named('author', 'nora-pike'))).toEqual(['N Pike'])
    })

    test('sections are put in order; what is moved beyond the ends stays at the end', async () => {
      for (const name of ['Town', 'Sport', 'Sea']) await room.add('section', name)
      const order = async () => (await listTerms(store.db, 'section')).map(({ name }) => name)
      const { id } = await room.named('section', 'sea')
      await moveSection(store, { id, to: 1, by: room.by }, NOW)
      expect(await order()).toEqual(['Sea', 'Town', 'Sport'])
      await moveSection(store, { id, to: 99, by: room.by }, NOW)
      expect(await order()).toEqual(['Town', 'Sport', 'Sea'])
      expect(await moveSection(store, { id: 'nobody', to: 1, by: room.by }, NOW)).toBe(false)
    })

    test('a section’s name as long as a text is kept whole in the story, and shortened in the section', async () => {
      const section = 'Long word '.repeat(900)
      const id = await room.publishWith({ section, byline: 'A and B, '.repeat(2000) })
      const filed = (await readFilings(store.db, [id])).get(id)?.[0]
      expect(filed?.term?.name.length).toBeLessThanOrEqual(80)
      expect(await listTermStories(store.db, filed?.term?.id ?? '', { limit: 5 })).toEqual([id])
    })

    test('of a publication and a removal at the same moment the story keeps a section', async () => {
      const town = await room.add('section', 'Town')
      const [id] = await Promise.all([
        room.publishWith({ section: 'Town' }),
        removeTerm(store, { id: town.id, by: room.by }, NOW),
      ])
      expect((await readFilings(store.db, [id])).get(id)?.[0]?.term?.name).toBe('Town')
    })
  })
}

describe('what is wrong with what was typed', () => {
  const { kind } = { kind: ONE_DATABASE[0] as (typeof DATABASES)[number] }
  let store: Store
  let drop: () => Promise<void>
  let room: Awaited<ReturnType<typeof newsroom>>
  beforeEach(async () => {
    ;({ store, drop } = await freshStore(kind))
    room = await newsroom(store)
  })
  afterEach(() => drop())

  test.each<[TermKind, keyof TermDetails, string, Partial<TermDetails>]>([
    ['section', 'name', 'without a letter', { name: ' — ' }],
    ['section', 'name', 'too long', { name: 'x'.repeat(81) }],
    ['section', 'accent', 'not among them', { accent: 'neon' }],
    ['section', 'tone', 'not among them', { tone: 'gossip' }],
    ['topic', 'name', 'with a comma', { name: 'Paris, Texas' }],
    ['topic', 'about', 'too long', { about: 'x'.repeat(5001) }],
    ['author', 'name', 'of two', { name: 'Ann Lee and Bo Day' }],
    ['author', 'name', 'with “By”', { name: 'By Ann Lee' }],
    ['author', 'contact', 'neither mail nor web', { contact: 'ann at paper' }],
    ['author', 'contact', 'a script', { contact: 'javascript:alert(1)' }],
    ['author', 'contact', 'a mail with more to it', { contact: 'ann@paper.example?bcc=all@paper.example' }],
    ['author', 'signs', 'of two', { signs: ['A. Lee & Co'] }],
    ['author', 'pictureId', 'not in the library', { pictureId: 'none' }],
    ['author', 'personId', 'not in the newsroom', { personId: 'none' }],
  ])('a %s’s %s that is %s is refused', async (of, field, _why, details) => {
    expect(await room.change(await room.add(of, 'Ann Lee'), details)).toMatchObject({
      problem: { field, sentence: expect.stringMatching(/\.$/) },
    })
  })

  test('a mail and a web address are contacts', async () => {
    for (const contact of ['ann@paper.example', 'https://social.example/@ann'])
      expect(
        await room.change((await listTerms(store.db, 'author'))[0] ?? (await room.add('author', 'Ann Lee')), {
          contact,
        }),
      ).toMatchObject({ term: { contact } })
  })
})

/** What may happen to sections; places among those that there are stand for themselves. */
const step = fc.oneof(
  fc.record({ do: fc.constant('publish' as const), name: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ do: fc.constant('take down' as const), story: fc.nat(5) }),
  fc.record({
    do: fc.constant('rename' as const),
    which: fc.nat(5),
    name: fc.integer({ min: 0, max: 5 }),
    keep: fc.boolean(),
  }),
  fc.record({ do: fc.constant('join' as const), which: fc.nat(5), into: fc.nat(5) }),
  fc.record({ do: fc.constant('remove' as const), which: fc.nat(5) }),
)
const NAMES = ['Town', 'Sport', 'Sea', 'Café', 'CAFE!', 'Þing']

test('after any renames, joins and removals each published story is in one section, and each address leads to one or says that it is gone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const { store, drop } = await freshStore(ONE_DATABASE[0] as (typeof DATABASES)[number])
      try {
        const room = await newsroom(store)
        const published: string[] = []
        const addresses = new Set<string>()
        const given = new Set<string>()
        for (const one of steps) {
          const terms = await listTerms(store.db, 'section')
          const at = (place: number) => terms[place % Math.max(terms.length, 1)]
          if (one.do === 'publish') published.push(await room.publishWith({ section: NAMES[one.name] as string }))
          else if (one.do === 'take down') {
            const id = published.splice(one.story % Math.max(published.length, 1), 1)[0]
            if (id) await unpublish(store, id, null, NOW)
          } else {
            const term = at(one.which)
            if (!term) continue
            if (one.do === 'rename') await room.change(term, { name: NAMES[one.name] as string }, one.keep)
            if (one.do === 'join')
              await joinTerms(store, { id: term.id, into: at(one.into)?.id as string, by: room.by }, NOW)
            if (one.do === 'remove' && 'removed' in (await removeTerm(store, { id: term.id, by: room.by }, NOW)))
              given.add(term.slug)
          }
          for (const { slug } of await listTerms(store.db, 'section')) addresses.add(slug)
        }
        const terms = await listTerms(store.db, 'section')
        const lists = await Promise.all(terms.map(({ id }) => listTermStories(store.db, id, { limit: 100 })))
        expect(lists.flat().sort()).toEqual([...published].sort())
        for (const slug of addresses) {
          const there = await findTerm(store.db, { kind: 'section', slug })
          const leads = there && 'movedTo' in there ? await readTerm(store.db, there.movedTo.id) : there
          if (!leads)
            expect([slug, given.size > 0, await wasTerm(store.db, { kind: 'section', slug })]).toEqual([
              slug,
              true,
              true,
            ])
        }
      } finally {
        await drop()
      }
    }),
    { numRuns: tries(25) },
  )
})
