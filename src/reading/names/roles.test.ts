import { expect, test } from 'vitest'
import { readNames } from './read-names.ts'

const rolesOf = (text: string, name: string) => readNames(text).name(name).roles

test('a title before a name is its role, as given', () => {
  expect(rolesOf('Detective Sergeant Karen Wills gave evidence.', 'Karen Wills')).toEqual(['Detective Sergeant'])
  expect(rolesOf('US Secretary of State Ellen Marsh flew home.', 'Ellen Marsh')).toEqual(['US Secretary of State'])
  expect(rolesOf('Then Sir Alan Peel rose.', 'Alan Peel')).toEqual(['Sir'])
  expect(rolesOf('Mr. Alan Peel rose.', 'Alan Peel')).toEqual([])
})

test('so is what stands before it without a capital', () => {
  expect(rolesOf('The former council leader Jane Marlow spoke.', 'Jane Marlow')).toEqual(['former council leader'])
  expect(rolesOf('Pryce campaign manager Kelly Anne Doyle spoke.', 'Kelly Anne Doyle')).toEqual([
    'Pryce campaign manager',
  ])
  expect(rolesOf('United’s goalkeeper Luca Ferri dived.', 'Luca Ferri')).toEqual(['United’s goalkeeper'])
})

test('and what stands beside it between commas, without its article', () => {
  expect(rolesOf('Jane Marlow, the council’s leader, spoke.', 'Jane Marlow')).toEqual(['council’s leader'])
  expect(rolesOf('The mayor of Bristol, Jane Marlow, spoke.', 'Jane Marlow')).toEqual(['mayor of Bristol'])
  expect(rolesOf('Jane Marlow, 43, a teacher at Hill School, spoke.', 'Jane Marlow')).toEqual([
    'teacher at Hill School',
  ])
  expect(rolesOf('Jane Marlow, who spoke, left with Tom, the dog.', 'Jane Marlow')).toEqual([])
})

test('a role in front of a name may belong to somebody, and be said in two ways', () => {
  expect(rolesOf('Miss Coyle’s barrister, Harriet Dunn, rose.', 'Harriet Dunn')).toEqual(['Miss Coyle’s barrister'])
  expect(rolesOf('The chairman, a retired baker named Colin Moss, wept.', 'Colin Moss')).toEqual([
    'retired baker',
    'chairman',
  ])
  expect(rolesOf('She saw the president, the vice president, Luis Rey, and left.', 'Luis Rey')).toEqual([
    'vice president',
  ])
  expect(rolesOf('The judge, Mrs Justice Tarn, rose.', 'Tarn')).toEqual(['Justice', 'judge'])
})

test('a role that is given twice is listed once; “Sen.” is a senator', () => {
  const text = 'Sen. Rita Hobson spoke. Senator Rita Hobson left. Rita Hobson, chair of the bank, wept.'
  expect(rolesOf(text, 'Rita Hobson')).toEqual(['Sen.', 'chair of the bank'])
})

test('a mention by role is joined where one person has the role', () => {
  const one = readNames('Tom Byrd, the mayor of Westmoor, left. The mayor was tired. She asked the mayor’s wife.')
  expect(one.words('Tom Byrd', 'role')).toEqual(['the mayor', 'The mayor', 'the mayor'])
  const two = readNames('Goalkeeper Luca Ferri and goalkeeper Sam Lund collided. The goalkeeper was hurt.')
  expect(two.names.flatMap(({ mentions }) => mentions.filter(({ how }) => how === 'role'))).toEqual([])
})

test('the country tells two presidents apart, as an adjective or as a name', () => {
  const read = readNames(
    'French President Paul Renard met the president of Chile, Ana Soto. The Chilean president smiled.',
    'The president of France did not. The president left.',
  )
  expect(read.words('Ana Soto', 'role')).toEqual(['the president', 'The Chilean president'])
  expect(read.words('Paul Renard', 'role')).toEqual(['The president'])
})

test('a vice president is no president, a former one none today, and what someone is to become is no mention', () => {
  const read = readNames(
    'President Ana Soto and Vice President Luis Rey met former President Ivo Lund.',
    'The vice president spoke. The president listened. The former president slept. He wants to be the president.',
  )
  expect(read.words('Luis Rey', 'role')).toEqual(['The vice president'])
  expect(read.words('Ana Soto', 'role')).toEqual(['The president'])
  expect(read.words('Ivo Lund', 'role')).toEqual(['The former president'])
})
