import { expect, test } from 'vitest'
import { readNames } from './read-names.ts'

test('an organization is joined with its letters, given in brackets or made of its first letters', () => {
  const read = readNames(
    'The Bureau for Tidal Studies (BTS) reported on Tuesday. The BTS was right.',
    'The Port Safety Authority agreed. “We agree,” the PSA said.',
  )
  expect(read.words('Bureau for Tidal Studies')).toEqual(['Bureau for Tidal Studies', 'BTS', 'BTS'])
  expect(read.words('Port Safety Authority')).toEqual(['Port Safety Authority', 'PSA'])
})

test('a club is an organization, its town a place', () => {
  const read = readNames('Manchester United lost in Manchester. United had led. Fans left Manchester early.')
  expect(read.words('Manchester United')).toEqual(['Manchester United', 'United'])
  expect(read.name('Manchester').kind).toBe('place')
})

test('small words hold a long name together', () => {
  const read = readNames(
    'The Department for Culture, Media and Sport wrote to the University of Leeds, the Bank of England ' +
      'and officers of Avon and Somerset Police looked at Marks & Spencer, the Food and Drug Administration and ' +
      'teachers at St Mark’s Primary School.',
  )
  expect(read.all('organization')).toEqual([
    'Department for Culture, Media and Sport',
    'University of Leeds',
    'Bank of England',
    'Avon and Somerset Police',
    'Marks & Spencer',
    'Food and Drug Administration',
    'St Mark’s Primary School',
  ])
})

test('a ministry that every country has keeps its country, and its short form is the same', () => {
  const read = readNames('China’s Foreign Ministry protested. The Foreign Ministry gave no reason.')
  expect(read.words('China’s Foreign Ministry')).toEqual(['China’s Foreign Ministry', 'Foreign Ministry'])
})

test('houses that stand for those in them are organizations; a capital that stands for its government is a place', () => {
  const read = readNames('The White House, the Kremlin and the Pentagon were silent. Beijing has slammed the deal.')
  expect(read.all('organization')).toEqual(['White House', 'Kremlin', 'Pentagon'])
  expect(read.all('place')).toEqual(['Beijing'])
})

test('a name with “administration” or “campaign” is a body; the person in it is not', () => {
  const read = readNames(
    'The Biden administration agreed. The Tandy campaign said no. Campaign staff of Rob Tandy left.',
  )
  expect(read.all('organization')).toEqual(['Biden administration', 'Tandy campaign'])
  expect(read.words('Rob Tandy')).toEqual(['Rob Tandy'])
})

test('“the council” is the council that the story names, where it names one', () => {
  const one = readNames('Westmoor Borough Council met. The council said the decision was final.')
  expect(one.words('Westmoor Borough Council', 'role')).toEqual(['The council'])
  const two = readNames('Westmoor Council met Eastmoor Council. The council said the decision was final.')
  expect(two.names.flatMap(({ mentions }) => mentions.filter(({ how }) => how === 'role'))).toEqual([])
})

test('a country is one name in all its short forms, and the fullest is its name', () => {
  const read = readNames('The US and the United States are one. So is the U.S., but not us.', 'Britain is the UK.')
  expect(read.words('United States')).toEqual(['US', 'United States', 'U.S.'])
  expect(read.words('Britain')).toEqual(['Britain', 'UK'])
})

test('what is called a firm is one, and a title between quotation marks is nobody', () => {
  const read = readNames('The firm, Greenway Marlow, denied it. Its film, “Safe Anchors”, opens at the Regal in June.')
  expect(read.names.map(({ id }) => id)).toEqual(['organization:greenway-marlow', 'place:regal'])
})

test('a club’s first word is the club where it is no town that the story speaks of', () => {
  const read = readNames('Tarnmouth United won. Tarnmouth had led twice. Fans sang: Tarnmouth’s are many.')
  expect(read.words('Tarnmouth United')).toHaveLength(3)
})

test('places are known by list, by their last word and by what stands around them', () => {
  const read = readNames(
    'A fire in Tarnbrook closed Mill Lane. The mayor of Oxley came from New York. Police in Tarnbrook, Ohio, watched.',
  )
  expect(read.all('place')).toEqual(['Tarnbrook', 'Mill Lane', 'Oxley', 'New York', 'Ohio'])
})

test('a dateline’s capitals are not how the place is written', () => {
  expect(readNames('BATON ROUGE, La. (AP) — Rain fell on the town.').all('place')[0]).toBe('Baton Rouge')
})

test('laws, prizes, days and things with capitals are no names', () => {
  const read = readNames('On Election Day the Second Amendment, the World Cup and the Affordable Care Act came up.')
  expect(read.names).toEqual([])
})

test('what begins with @ or # is no name', () => {
  expect(readNames('Write to @MarthaQuill or tag it #HarbourWatch today.').names).toEqual([])
})
