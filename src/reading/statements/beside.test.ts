/** Statements whose speaker stands right beside them, and those that are nobody's. */
import { describe, expect, test } from 'vitest'
import { read } from '../read.ts'

/** "speaker | content", in order; "nobody" where the text does not say who. */
function said(...paragraphs: string[]): string[] {
  const blocks = paragraphs.map((text, i) => ({ id: String(i), kind: 'paragraph' as const, text }))
  return read({ blocks }).statements.map(({ speaker, content }) => {
    const words = content.map(({ block, from, to }) => (paragraphs[Number(block)] as string).slice(from, to))
    return `${speaker?.text ?? 'nobody'} | ${words.join(' … ')}`
  })
}

describe('a quotation belongs to who is named beside it', () => {
  test.each([
    ['an inverted verb that is rare', '“Fetch the boat,” grumbled Edda.', ['Edda | “Fetch the boat,”']],
    ['a verb of two words', '“Nonsense,” shot back Councillor Vane.', ['Councillor Vane | “Nonsense,”']],
    [
      'an office, a name and then the verb',
      '“We shall open the gate in June,” the lock-keeper, Maud Ferris, said.',
      ['the lock-keeper, Maud Ferris | “We shall open the gate in June,”'],
    ],
    [
      'a speaker of whom much is told',
      '“When the tide turns,” said Dr Ines Quill, who has run the station since 1990 and whose son, Abel, rows, “we go.”',
      ['Dr Ines Quill | “When the tide turns,” … “we go.”'],
    ],
    [
      'whom somebody told',
      '“We are full,” chief clerk Tove Lind told visitors on the pier, predicting “a mile of queues” in May.',
      ['chief clerk Tove Lind | “We are full,”', 'chief clerk Tove Lind | “a mile of queues”'],
    ],
    [
      'a message',
      '“Goodbye, old friend” – those were the words left on the wreath by her sister, Greta Moll.',
      ['her sister, Greta Moll | “Goodbye, old friend”'],
    ],
    ['a passive', 'The bridge was dismissed by the harbour master as “a toy”.', ['the harbour master | “a toy”']],
    [
      'a heading, and the speaker behind',
      'THE OUTLOOK: “It will hold until spring,” Otto Brenn of Vale Mills told us.',
      ['Otto Brenn of Vale Mills | “It will hold until spring,”'],
    ],
    [
      'two sources in one sentence',
      'The dam is sound, according to the water board, whose engineer Pia Rusk warned of “a wet winter”.',
      ['the water board | The dam is sound', 'whose engineer Pia Rusk | “a wet winter”'],
    ],
    [
      'two clauses in one sentence',
      'Traders at the fish market expect a poor year, while the port’s Ulf Dahl sees “a good one ahead”.',
      ['the port’s Ulf Dahl | “a good one ahead”'],
    ],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})

describe('words are not put into the mouth of who hears them', () => {
  test('a threat is its sender’s, and not the defendant’s of the next sentence', () => {
    const found = said(
      'The court heard that Mr Crane had been told by a cousin: “You will pay for it.” Crane denies theft.',
    )
    expect(found).toContain('a cousin | “You will pay for it.”')
    expect(found.join()).not.toContain('Crane | “')
  })

  test('a letter to somebody is not by them', () => {
    expect(said('A letter to Ms Crane from her landlord read: “Leave by noon.”')).toEqual([
      'her landlord | “Leave by noon.”',
    ])
    expect(said('The note to Ms Crane read: “Leave by noon.”')).toEqual(['The note | “Leave by noon.”'])
  })

  test('court and jury are told, and do not say', () => {
    expect(said('Jurors heard that the boat had sunk within an hour.')).toEqual([
      'nobody | that the boat had sunk within an hour',
    ])
    expect(said('The inquest was told that the boat had sunk within an hour.')).toEqual([
      'nobody | that the boat had sunk within an hour',
    ])
  })
})

describe('what was said ends with its sentence', () => {
  test('what another says in the next one is theirs', () => {
    const found = said('Nils Brandt said his brother was “truly sorry”. The prosecutor said he had hidden the oars.')
    expect(found).toEqual(['Nils Brandt | his brother was “truly sorry”', 'The prosecutor | he had hidden the oars'])
  })

  test('a report names its speaker at its end, with where they are from', () => {
    expect(said('The quay is closed, said Hanne Stokke of the lifeboat station.')).toEqual([
      'Hanne Stokke of the lifeboat station | The quay is closed',
    ])
    expect(said('OSLO (NTB) – Fewer boats than ever are built of wood, researchers report.')).toEqual([
      'researchers | Fewer boats than ever are built of wood',
    ])
  })

  test('scare quotes, names and titles are nobody’s words', () => {
    expect(said('The so-called “night boat” is back. Friends of “Old Mill” sang “The Miller” in a “snug”.')).toEqual([])
    expect(said('“Warden of the Weir” Bo Friis said the weir was safe for the summer.')).toEqual([
      'Bo Friis | the weir was safe for the summer',
    ])
  })
})

describe('live blogs and interviews', () => {
  test('the time of an entry is no part of it, and each entry has its own speaker', () => {
    expect(
      said(
        '9.05 Harbour master: “All boats are in.”',
        '9.20am – Our reporter Liv Aas writes: “It is calm.”',
        '[9:31] Aas: “The wind is up.”',
      ),
    ).toEqual([
      'Harbour master | “All boats are in.”',
      'Our reporter Liv Aas | “It is calm.”',
      'Aas | “The wind is up.”',
    ])
  })

  test('answers are the words of the one person who was introduced', () => {
    expect(
      said(
        'The painter Sigrid Holm talked to us about her boats.',
        'Q: Why boats?',
        'A: They hold still. My sons do not.',
        'Q: And now?',
        'A: Now I sail.',
      ),
    ).toEqual(['Sigrid Holm | They hold still. My sons do not', 'Sigrid Holm | Now I sail'])
  })

  test('where two people were introduced and neither as asked, nobody is named', () => {
    expect(said('Sigrid Holm and Arne Dahl own a boat.', 'Q: Why boats?', 'A: They hold still.')).toEqual([
      'nobody | They hold still',
    ])
  })

  test('names with a dash or in capitals name who speaks', () => {
    expect(
      said('Paper – Why boats?', 'Holm – They hold still.', 'Paper – And now?', 'Holm – Now I sail the sound.').at(-1),
    ).toBe('Holm | Now I sail the sound')
    expect(said('MR. VANE: Did you see the lamp?', 'THE PILOT: I did not see it.')).toEqual([
      'MR. VANE | Did you see the lamp',
      'THE PILOT | I did not see it',
    ])
  })
})
