/** Colleagues are found in what was typed, by their whole name or a first name that one alone has. */
import { describe, expect, test } from 'vitest'
import { mentionable, mentionPieces, withIds } from './mentions.ts'

const id = (letter: string) => letter.repeat(26)
const people = [
  { id: id('a'), name: 'Ana Ruiz' },
  { id: id('b'), name: 'Ana' },
  { id: id('c'), name: 'Ben Ode' },
  { id: id('d'), name: 'İnci Ay' },
  { id: id('e'), name: 'Jo Marsh' },
  { id: id('f'), name: 'Jo Byrne' },
]
const mentioned = (words: string) =>
  withIds(words, people)
    .mentioned.map((one) => one[0])
    .join('')

describe('a mention', () => {
  test('is of whoever has the whole name, the longest that fits', () => {
    expect(mentioned('@Ana Ruiz, please look')).toBe('a')
    expect(mentioned('@ana ruiz and @BEN ODE')).toBe('ac')
    expect(withIds('Ask @İnci Ay.', people).words).toBe(`Ask @${id('d')}.`)
  })

  test('may be of a first name, where it is one colleague’s alone', () => {
    expect(mentioned('@Ben: is that so?')).toBe('c')
    expect(mentioned('@Jo is that so?')).toBe('')
  })

  test('is none within a word, of an address, or of a name that nobody has', () => {
    expect(mentioned('ana@ben.example, @Benjamin, @ Ana, @nobody')).toBe('')
    expect(withIds('@nobody knows', people)).toEqual({ words: '@nobody knows', mentioned: [] })
  })

  test('comes back in pieces, for the name of today', () => {
    expect(mentionPieces(withIds('See @Ben, @Ben Ode!', people).words)).toEqual([
      { words: 'See ' },
      { person: id('c') },
      { words: ', ' },
      { person: id('c') },
      { words: '!' },
    ])
  })

  test('is offered of whoever may come in, and not of oneself', () => {
    const person = (letter: string, disabled: boolean) => ({
      ...{ id: id(letter), name: letter, mail: null, disabled },
      switches: ['write' as const],
    })
    const all = [person('a', false), person('b', true), person('c', false)]
    expect(mentionable(all, id('a')).map(({ name }) => name)).toEqual(['c'])
  })
})
