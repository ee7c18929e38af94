import { expect, test } from 'vitest'
import { readNames } from './read-names.ts'

test('a person is one name, however mentioned: in full, by family name, with Mr., by role and as he', () => {
  const read = readNames(
    'Norwegian Prime Minister Henrik Solberg opened the bridge on Friday. Solberg cut a ribbon.',
    'Mr. Solberg said the work had taken nine years. The Norwegian prime minister then drove across. He waved.',
  )
  expect(read.words('Henrik Solberg')).toEqual([
    'Henrik Solberg',
    'Solberg',
    'Solberg',
    'The Norwegian prime minister',
    'He',
  ])
  expect(read.name('Henrik Solberg')).toMatchObject({
    id: 'person:henrik-solberg',
    roles: ['Norwegian Prime Minister'],
  })
})

test('a mention leaves out the title and the possessive', () => {
  const read = readNames('Police searched Judge Harriet Coyle’s house. Coyle’s clerk was out.')
  expect(read.words('Harriet Coyle')).toEqual(['Harriet Coyle', 'Coyle'])
})

test('a family name that stands first is joined as well as one that stands last', () => {
  const read = readNames('Chinese envoy Lin Zhaoyu met farmers. Lin said little, and later Lin left.')
  expect(read.words('Lin Zhaoyu', 'name')).toEqual(['Lin Zhaoyu', 'Lin', 'Lin'])
})

test('two people of one family name are kept apart: by title, by who was named last, by the given name', () => {
  const read = readNames(
    'Martin Pryce and Joanna Pryce own the mill. Mrs. Pryce bought it; Mr. Pryce paints.',
    'Joanna Pryce has run it for a year. Pryce said it was hard.',
    'Martin was away.',
  )
  expect(read.words('Joanna Pryce')).toEqual(['Joanna Pryce', 'Pryce', 'Joanna Pryce', 'Pryce'])
  expect(read.words('Martin Pryce')).toEqual(['Martin Pryce', 'Pryce', 'Martin'])
})

test('a role tells two people of one family name apart', () => {
  const read = readNames(
    'Governor Dale Hobson praised Senator Rita Hobson. Rita Hobson thanked him.',
    'Governor Hobson left early.',
  )
  expect(read.words('Dale Hobson')).toEqual(['Dale Hobson', 'Hobson'])
})

test('a father and his Jr. are two', () => {
  const read = readNames('Robert Lannon founded the shop. Robert Lannon Jr. sold it. Lannon Jr. regrets that.')
  expect(read.words('Robert Lannon')).toEqual(['Robert Lannon'])
  expect(read.words('Robert Lannon Jr.')).toEqual(['Robert Lannon Jr.', 'Lannon Jr.'])
})

test('short forms and initials of a given name are the same person; other middle initials are not', () => {
  const read = readNames(
    'William Farrow spoke. Bill Farrow spoke again. George W. Tandy came, George H. Tandy did not.',
  )
  expect(read.words('William Farrow')).toEqual(['William Farrow', 'Bill Farrow'])
  expect(read.all('person')).toEqual(['William Farrow', 'George W. Tandy', 'George H. Tandy'])
})

test('the fullest form is the name', () => {
  const read = readNames('Anna Reyes won. “I did not expect it,” Anna Lucia Reyes said. Reyes is 30.')
  expect(read.words('Anna Lucia Reyes')).toHaveLength(3)
})

test('particles, apostrophes, hyphens and initials belong to a name', () => {
  const read = readNames(
    'Marieke van der Velde met Omar al-Hashimi, Sean O’Grady, Mary-Ann Lloyd-Evans and J.R. Mottram. Van der Velde spoke.',
    'She told Mr van der Velde so. Hashimi and O’Grady left. Lloyd-Evans stayed.',
  )
  expect(read.all('person')).toEqual([
    'Marieke van der Velde',
    'Omar al-Hashimi',
    'Sean O’Grady',
    'Mary-Ann Lloyd-Evans',
    'J.R. Mottram',
  ])
  expect(read.words('Omar al-Hashimi')).toEqual(['Omar al-Hashimi', 'Hashimi'])
  expect(read.words('Mary-Ann Lloyd-Evans')).toEqual(['Mary-Ann Lloyd-Evans', 'Lloyd-Evans'])
  expect(read.words('Marieke van der Velde', 'name').at(-1)).toBe('van der Velde')
})

test('a headline in capitals, or with a capital on every word, finds the people of the story', () => {
  const shouted = readNames('MAYOR LINTON BLAMES RAIN FOR FLOOD', 'Mayor Grace Linton blamed the rain. Linton was wet.')
  expect(shouted.words('Grace Linton')).toEqual(['LINTON', 'Grace Linton', 'Linton'])
  const titled = readNames('Linton Blames Rain For Spring Flood', 'Mayor Grace Linton blamed the rain. Linton was wet.')
  expect(titled.words('Grace Linton')).toEqual(['Linton', 'Grace Linton', 'Linton'])
  expect(titled.names).toHaveLength(1)
})

test('who ends like a street or a body, or bears a word for an office, is a person after a given name or a title', () => {
  const read = readNames('Graham Hill met Mrs. Church and Stephen King. Ms. Boxer was late. Hill laughed.')
  expect(read.all('person')).toEqual(['Graham Hill', 'Church', 'Stephen King', 'Boxer'])
})

test('a person who is called as a place is called stays apart from the place', () => {
  const read = readNames('Denise Lincoln came from Lincoln by train. Lincoln said the journey to Lincoln took an hour.')
  expect(read.words('Denise Lincoln')).toEqual(['Denise Lincoln', 'Lincoln'])
  expect(read.words('Lincoln')).toEqual(['Lincoln', 'Lincoln'])
})

test('days, months, peoples, parties and the first words of sentences are no names', () => {
  const read = readNames(
    'Officials met on Monday. However, Republicans and Russian troops stayed. In March, Parliament rose. Voters cheered.',
    'Critics said nothing. Yesterday was quiet. “Never,” they said.',
  )
  expect(read.names.map(({ name }) => name)).toEqual(['Parliament'])
})

test('“May” is a month until a May is somebody', () => {
  expect(readNames('It opened in May. May was warm.').names).toEqual([])
  expect(readNames('Theresa May spoke in May.').words('Theresa May')).toEqual(['Theresa May'])
})

test('he and she are joined where one person can be meant, and left where two can', () => {
  const clear = readNames('Sarah Denby told David Moss the news. She wept. He did not.')
  expect(clear.words('Sarah Denby', 'pronoun')).toEqual(['She'])
  expect(clear.words('David Moss', 'pronoun')).toEqual(['He'])
  const unclear = readNames('At the gate David Moss saw Peter Crane, and he ran.')
  expect(unclear.words('David Moss', 'pronoun')).toEqual([])
  expect(unclear.words('Peter Crane', 'pronoun')).toEqual([])
})

test('a pronoun goes on with the subject of the sentence before, and over a long quotation', () => {
  const read = readNames(
    'David Moss met Peter Crane. He smiled.',
    '“It was cold. It was dark. I told them so. Nobody came.” He said this twice.',
  )
  expect(read.words('David Moss', 'pronoun')).toEqual(['He', 'He'])
})

test('a pronoun inside a quotation is not joined to someone outside of it', () => {
  expect(readNames('“He is a liar,” said David Moss.').words('David Moss')).toEqual(['David Moss'])
})
