/** Two tabs at one draft, with answers that are late or lost: in whatever order things come, both end with what the server has. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applySteps, isSame, placesOfSteps, stepsBetween } from '../../../../steps/index.ts'
import { emptyContent, type StoryContent } from '../../../../story/index.ts'
import {
  type Batch,
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

const paragraph = (id: string, text: string) => ({ id, type: 'paragraph' as const, text })
const FIRST: StoryContent = { ...emptyContent, headline: 'Ferry', body: ['a', 'b', 'c'].map((id) => paragraph(id, id)) }

type Does = { tab: 0 | 1; does: 'write' | 'drop' | 'head' | 'send' | 'lose' | 'hear' | 'look' | 'choose'; at: number }
const does: fc.Arbitrary<Does> = fc.record({
  tab: fc.constantFrom(0 as const, 1 as const),
  does: fc.constantFrom('write', 'write', 'drop', 'head', 'send', 'send', 'lose', 'hear', 'hear', 'look', 'choose'),
  at: fc.nat(30),
})

interface Tab {
  line: DraftLine
  current: StoryContent
  heardTo: number
}

/** The server's rule: what others have changed since a batch's base is not written over. */
function serverOf() {
  const log: { number: number; tab: number; key: string; steps: readonly Step[]; content: StoryContent }[] = []
  const head = () => log.at(-1) ?? { number: 1, content: FIRST }
  return {
    log,
    head,
    take(tab: number, { base, key, steps }: Batch): number | null {
      const before = log.find((one) => one.key === key)
      if (before) return before.number
      const theirs = log.filter((one) => one.number > base && one.tab !== tab)
      const changed = new Set(theirs.flatMap((one) => placesOfSteps<StoryContent>(one.steps)))
      if (placesOfSteps<StoryContent>(steps).some((place) => changed.has(place))) return null
      const number = head().number + 1
      log.push({ number, tab, key, steps, content: applySteps(head().content, steps) })
      return number
    },
  }
}

test('both tabs end with the same words, and nothing that was written is given up without being asked', () => {
  fc.assert(
    fc.property(fc.array(does, { maxLength: 40 }), (acts) => {
      const server = serverOf()
      let key = 0
      const tabs: Tab[] = [0, 1].map(() => ({ line: startLine(1, FIRST), current: FIRST, heardTo: 1 }))
      const play = (tab: Tab, next: { line: DraftLine; play: readonly Step[] }) => {
        tab.line = next.line
        tab.current = applySteps(tab.current, next.play)
      }
      const look = (tab: Tab) => play(tab, caughtUp(tab.line, tab.current, { ...server.head(), by: 'B' }))
      const send = (index: number, isLost: boolean) => {
        const tab = tabs[index] as Tab
        if (tab.line.isBehind) look(tab)
        tab.line = nextFlight(tab.line, tab.current, `k${key++}`)
        const { flight } = tab.line
        if (!flight) return
        const number = server.take(index, flight)
        if (isLost) return
        if (number === null) {
          tab.line = dropped(tab.line)
          look(tab)
        } else tab.line = taken(tab.line, flight.key, number)
      }
      const act = ({ tab: index, does, at }: Does) => {
        const tab = tabs[index] as Tab
        const { body } = tab.current
        if (does === 'write') {
          const id = at % 4 === 3 ? `n${index}${at}` : (body[at % Math.max(1, body.length)]?.id ?? 'a')
          const old = body.find((one) => one.id === id)
          const block = paragraph(id, `${old?.type === 'paragraph' ? old.text : ''} ${index}${at}`)
          tab.current = {
            ...tab.current,
            body: old ? body.map((one) => (one === old ? block : one)) : [...body, block],
          }
        } else if (does === 'drop') tab.current = { ...tab.current, body: body.filter((_, i) => i !== at % 5) }
        else if (does === 'head') tab.current = { ...tab.current, headline: `Ferry ${index} ${at}` }
        else if (does === 'send' || does === 'lose') send(index, does === 'lose')
        else if (does === 'look') look(tab)
        else if (does === 'hear') {
          const next = server.log.find(({ number }) => number > tab.heardTo)
          if (!next) return
          tab.heardTo = next.number
          const before = tab.current
          const mine = placesOfSteps<StoryContent>(stepsBetween(tab.line.known, before))
          play(tab, heard(tab.line, tab.current, { ...next, by: 'B', isMine: next.tab === index }))
          // What is written here and not sent yet stays as it stands.
          for (const place of mine)
            expect(tab.current.body.find(({ id }) => id === place)).toEqual(before.body.find(({ id }) => id === place))
        } else {
          const [place] = [...tab.line.conflicts.keys()]
          if (!place) return
          if (at % 2) tab.line = keepMine(tab.line, place)
          else play(tab, useTheirs(tab.line, tab.current, place))
        }
      }
      for (const one of acts) act(one)
      // Then all lines are there again, and what is asked is answered.
      for (let round = 0; round < 20; round++)
        for (const index of [0, 1] as const) {
          for (const place of [...(tabs[index] as Tab).line.conflicts.keys()])
            (tabs[index] as Tab).line = keepMine((tabs[index] as Tab).line, place)
          send(index, false)
          look(tabs[index] as Tab)
        }
      for (const { current, line } of tabs) {
        expect(unconfirmed(line, current)).toEqual({ flight: null, rest: [] })
        expect(line.conflicts.size).toBe(0)
        expect(new Map(current.body.map((one) => [one.id, one]))).toEqual(
          new Map(server.head().content.body.map((one) => [one.id, one])),
        )
        expect(isSame(current.headline, server.head().content.headline)).toBe(true)
        expect(stepsBetween(line.known, current)).toEqual([])
      }
    }),
    { numRuns: 200 },
  )
})
