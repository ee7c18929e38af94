/** What is said of an export before it is taken in is what becomes of it, in every number. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../test/databases.ts'
import { comment, exportOf, left, note, person, site, story } from '../../../test/exports/items.ts'
import { playHistories } from '../../../test/histories.ts'
import { freshStore } from '../../../test/stores.ts'
import { tries } from '../../../test/thorough.ts'
import { addPerson, ROLES } from '../../people/index.ts'
import type { Item } from '../items/index.ts'
import { accountOf, beginImport, readImport, runImport, survey } from './index.ts'
import { defaultOptions } from './options.ts'

const NOW = Date.UTC(2026, 10, 30, 12)

const BODIES = {
  words: '<p>The ferry is back.</p>',
  photo: '<figure><img src="https://harrow.example/ferry.jpg" alt=""></figure>',
  gap: '<p>Write to [your address].</p>',
  nothing: ' ',
  tooLong: `<p>${'So it went on and on. '.repeat(9_500)}</p>`,
}

const anyStory = fc.record({
  isPage: fc.boolean(),
  state: fc.constantFrom('public', 'public', 'scheduled', 'draft', 'private', 'trash'),
  body: fc.constantFrom('words', 'words', 'words', 'photo', 'gap', 'nothing', 'tooLong'),
  headline: fc.constantFrom('The ferry', '', '🙂'),
} as const)
const belongs = { of: fc.nat(9), answers: fc.option(fc.nat(30)) }
const anyComment = fc.record({
  ...belongs,
  state: fc.constantFrom('approved', 'held', 'rejected', 'spam', 'gone'),
  text: fc.constantFrom('So it is.', 'So it is.', ' '),
  reason: fc.constantFrom('', 'trash'),
} as const)

/** Whatever order the file has: comments before their stories, answers before what they answer, and some without either. */
const anyExport = fc
  .record({
    stories: fc.array(anyStory, { minLength: 1, maxLength: 8 }),
    comments: fc.array(anyComment, { maxLength: 24 }),
    notes: fc.array(fc.record({ ...belongs, isDone: fc.boolean() }), { maxLength: 5 }),
    left: fc.array(fc.constantFrom('pingback', 'like', 'menu', 'design'), { maxLength: 5 }),
  } as const)
  .chain(({ stories, comments, notes, left: others }) => {
    const items: Item[] = [
      ...stories.map(({ body, ...of }, i) => story(`s${i}`, { ...of, html: BODIES[body], addresses: [`/s${i}.html`] })),
      ...comments.map(({ of, answers, ...more }, i) =>
        comment(`c${i}`, `s${of}`, { ...more, parent: answers === null ? null : `c${answers}` }),
      ),
      ...notes.map(({ of, answers, isDone }, i) =>
        note(`n${i}`, `s${of}`, { isDone, parent: answers === null || answers === i ? null : `n${answers}` }),
      ),
      ...others.map((what, i) => left(what, `${what} ${i}`)),
    ]
    return fc.shuffledSubarray(items, { minLength: items.length })
  })

/** What each thing that is foreseen becomes where comments wait for review. */
const BECOMES: Record<string, (state: string) => string> = {
  story: (state) =>
    state === 'too-long' || state === 'page-trash' || state === 'page-left'
      ? 'left'
      : state === 'public' || state === 'trash' || state === 'page-public'
        ? state
        : state.startsWith('page-')
          ? 'page-draft'
          : 'draft',
  comment: (state) => (state === 'on-page' || state === 'no-story' ? 'left' : state === 'approved' ? 'held' : state),
  note: (state) => (state === 'on-page' || state === 'no-story' ? 'left' : 'note'),
  left: (state) => state,
}

for (const kind of ONE_DATABASE)
  describe(`what is foreseen, on ${kind}`, () => {
    test('is what becomes of any export, number for number', async () => {
      await playHistories(
        { promise: 'the first account of an export is the last', kind, histories: tries(12) },
        fc.asyncProperty(anyExport, async (items) => {
          const { store, drop } = await freshStore(kind, () => NOW)
          try {
            const exported = exportOf([site(), person('ines'), ...items])
            const { found, siteKey } = await survey(exported, {}, () => {}, { closely: true })
            const editor = await addPerson(store, { name: 'Ana', mail: null, switches: ROLES.editor }, NOW)
            if ('problem' in editor) throw new Error(editor.problem)
            const id = await beginImport(
              store,
              {
                ...{ format: 'wordpress', siteKey, print: 'p', paths: [], answers: {}, options: defaultOptions },
                ...{ by: editor.id, found },
              },
              NOW,
            )
            await runImport(store, id, exported, { isReserved: () => false, now: () => NOW })
            const done = await readImport(store.db, id)
            expect(done?.problem).toBeNull()
            for (const [of, fate] of Object.entries(BECOMES)) {
              const foreseen: Record<string, number> = {}
              for (const [state, count] of Object.entries(found[of] ?? {}))
                if (count > 0) foreseen[fate(state)] = (foreseen[fate(state)] ?? 0) + count
              const became = Object.entries(done?.became[of] ?? {}).filter(([, count]) => count > 0)
              expect(foreseen, of).toEqual(Object.fromEntries(became))
            }
          } finally {
            await drop()
          }
        }) as unknown as fc.IAsyncProperty<[unknown]>,
      )
    })

    test('is told in plain words, each kind of what is left apart', () => {
      const found = {
        comment: { rejected: 2, trashed: 1, 'no-story': 1 },
        left: { pingback: 3, trackback: 1, like: 2, menu: 8 },
      }
      expect(accountOf(found, defaultOptions).map(({ what, becomes }) => `${what}: ${becomes}`)).toEqual([
        '2 rejected comments: stay rejected',
        '1 comment in the trash: stays rejected',
        '1 comment without its story: left out, unless this site has the story already',
        '3 notices of links (pingbacks): left out',
        '1 notice of a link (trackback): left out',
        '2 likes and reactions without words: left out',
        '8 lines of menus: left out',
      ])
    })
  })
