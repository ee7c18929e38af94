/** The measure itself: what a careful editor lists passes it, and no other reading does. */
import { describe, expect, test } from 'vitest'
import type { Reading } from '../../src/reading/index.ts'
import { asExpected } from './as-expected.ts'
import { compare } from './compare.ts'
import { EXAMPLES, textOf } from './stories.ts'

const none = { statements: [], invented: [], names: [], times: [], amounts: [] }

for (const example of EXAMPLES) {
  describe.skipIf(example.missing)(`the expectation of the ${example.name} story`, () => {
    test('is met by a reading that is made of it', async () => {
      const text = await textOf(example)
      expect(compare(text, asExpected(text, example.expectation), example.expectation)).toEqual(none)
    })

    test('is met by no reading in which anything is left out', async () => {
      const text = await textOf(example)
      const whole = asExpected(text, example.expectation)
      for (const part of ['statements', 'names', 'times', 'amounts'] as const) {
        expect(whole[part].length).toBeGreaterThan(0)
        whole[part].forEach((_, index) => {
          const reading: Reading = { ...whole, [part]: whole[part].filter((_, other) => other !== index) }
          const [problem] = compare(text, reading, example.expectation)[part]
          expect(problem).toMatch(/^missing: /)
        })
      }
    })
  })
}

describe('a difference is told in plain words:', () => {
  const court = EXAMPLES.find(({ name }) => name === 'court') as (typeof EXAMPLES)[number]
  /** The differences of a reading that was right before it was changed. */
  const changed = async (change: (reading: Reading) => void) => {
    const text = await textOf(court)
    const reading = asExpected(text, court.expectation)
    change(reading)
    return compare(text, reading, court.expectation)
  }
  const said = (reading: Reading, cue: string) => {
    const found = reading.statements.find((one) => one.cue?.text === cue)
    if (!found?.speaker || !found.cue) throw new Error(`nothing was ${cue}`)
    return { ...found, speaker: found.speaker, cue: found.cue, change: (to: object) => Object.assign(found, to) }
  }

  test('another speaker, and another name', async () => {
    const other = await changed((reading) => {
      const claimed = said(reading, 'claimed')
      claimed.change({ speaker: said(reading, 'accused').speaker })
    })
    expect(other.statements).toEqual([
      '“the hospice had been run on “biscuit tins and promises””: “Miss Aldous’s barrister, Tobias Lunn” or “Tobias Lunn” said it, and “the Crown” was found',
      '“the hospice had been run on “biscuit tins and promises””: “the Crown” is one person, and it says otherwise',
    ])
    const unjoined = await changed((reading) => {
      said(reading, 'replied').speaker.name = null
    })
    expect(unjoined.statements).toEqual([
      expect.stringContaining('“he” stands for Colin Frayne, and no name was found'),
    ])
  })

  test('nobody, a source too few and a source too many', async () => {
    const { statements } = await changed((reading) => {
      said(reading, 'denies').change({ speaker: null })
      said(reading, 'replied').change({ sources: said(reading, 'wrote').sources })
      said(reading, 'wrote').change({ sources: [] })
    })
    expect(statements).toHaveLength(3)
    expect(statements[0]).toContain('“Dawn Aldous” said it, and nobody was found')
    expect(statements[1]).toContain('through “an email of 9 May 2021” or “an email” (document), and that was not found')
    expect(statements[2]).toContain('“an email of 9 May 2021” (document) is no source of it')
  })

  test('another kind, another polarity, another cue', async () => {
    const { statements } = await changed((reading) => {
      said(reading, 'accused').change({ kind: 'direct' })
      said(reading, 'claimed').cue.polarity = 'neutral'
      said(reading, 'agreed').change({ cue: null })
    })
    expect(statements).toHaveLength(3)
    expect(statements[0]).toContain('is reported, not direct')
    expect(statements[1]).toContain('its cue is “agreed”, and none was found')
    expect(statements[2]).toContain('the cue “claimed” is doubtful, not neutral')
  })

  test('too few words, too many, and words that nobody said', async () => {
    const cut = await changed((reading) => {
      const content = said(reading, 'claimed').content[0] as { to: number }
      content.to -= 30
    })
    expect(cut.statements).toEqual([
      expect.stringMatching(/^missing: .*; the nearest found is “the hospice had .*50 %/),
    ])
    expect(cut.invented).toHaveLength(1)
    const title = await changed((reading) => {
      const block = reading.statements.at(-3)?.content[0]?.block as string
      const content = [{ block, from: 0, to: 30 }]
      reading.statements.push({ id: 'x', kind: 'direct', content, quoted: [], speaker: null, cue: null, sources: [] })
    })
    expect(title.statements).toEqual([])
    expect(title.invented).toEqual([
      expect.stringMatching(/^invented: “Detective Sergeant Amir Sadiq ”, said by nobody/),
    ])
  })

  test('a mention too few, one too many, a role, another day, another sum', async () => {
    const other = await changed((reading) => {
      const [aldous, , frayne] = reading.names as [Reading['names'][0], unknown, Reading['names'][0]]
      frayne.mentions.push(...aldous.mentions.splice(1, 1))
      frayne.roles = ['bishop']
      Object.assign(reading.times[0] as object, { edtf: null, unresolved: 'no day' })
      Object.assign(reading.amounts[0] as object, { value: 184, unit: 'EUR' })
    })
    expect(other.names).toEqual([
      expect.stringMatching(/^Dawn Aldous: “.*\[Miss Aldous\].*” is not joined to it$/),
      'Colin Frayne: the role “chairman” is missing; found: bishop',
      'Colin Frayne: “bishop” is no role of this name',
      expect.stringMatching(/^Colin Frayne: “.*\[Miss Aldous\].*” is somebody or something else$/),
    ])
    expect(other.times).toEqual(['“Wednesday” is 2024-09-11, not untold (no day)'])
    expect(other.amounts).toEqual(['“£184,000” has the value 184000, not 184', '“£184,000” counts in GBP, not EUR'])
  })
})
