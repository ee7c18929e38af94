import { describe, expect, test } from 'vitest'
import { conductFeatures } from './features.ts'
import { judgeConduct } from './judge.ts'
import { marginOfConduct, NOTHING, trainConduct } from './model.ts'
import { readConduct } from './read.ts'
import { KINDS_OF_WORDS } from './words.ts'

describe('insults', () => {
  test.each([
    ['That reporter is a clown.', 'clown'],
    ['You are nothing but vermin.', 'vermin'],
    ['you coward', 'coward'],
    ['They’re all parasites, the lot of them', 'parasites'],
    ['Our mayor is a m0ron', 'moron'],
    ['The whole board are i d i o t s', 'idiots'],
    ['Fuck you and your bridge', 'fuck you'],
  ])('in “%s”: %s', (text, word) => {
    const { insults, hostile } = judgeConduct(text)
    expect([...insults, ...hostile]).toContain(word)
  })

  test.each([
    'I felt like an idiot when the ferry left without me.',
    'She is not a liar, whatever the paper prints.',
    'A rat ran over the quay, and two pigs are in the mayor’s garden.',
    'The dredger is rubbish and the timetable is a joke.',
    'Bloody weather, and the damn bus was late again.',
  ])('and none in “%s”', (text) => {
    expect(judgeConduct(text).insults).toEqual([])
  })
})

describe('threats, and wishes of harm', () => {
  test.each([
    ['I will stab him if he comes back.', 'stab'],
    ['Somebody should shoot those councillors', 'shoot'],
    ['He deserves to be hanged for it', 'hanged'],
    ['We are going to kill you', 'kill'],
    ['we are gonna k1ll her', 'kill'],
  ])('in “%s”: %s', (text, word) => {
    expect(judgeConduct(text).threats).toContain(word)
  })

  test.each([
    'He was shot in the war and never spoke of it.',
    'Nobody should be hurt by these cuts.',
    'They will hang the old sign in the hall.',
    'The frost killed my roses.',
  ])('and none in “%s”', (text) => {
    expect(judgeConduct(text).threats).toEqual([])
  })
})

describe('the name of a group', () => {
  const groups = [...KINDS_OF_WORDS]
    .filter(([, kinds]) => kinds.length === 1 && kinds[0] === 'group')
    .map(([word]) => word)

  test.each([
    (group: string) => `My neighbour is ${group} and plays the organ.`,
    (group: string) => `More ${group} should sit on the council, I love that.`,
    (group: string) => `We have never had a ${group} mayor. Why not?`,
  ])('never stands out by itself, whoever they are', (sentence) => {
    for (const group of groups) {
      expect(conductFeatures(readConduct(sentence(group))), group).toEqual([])
      const { margin, insults, threats, hostile } = judgeConduct(sentence(group))
      expect([margin, insults, threats, hostile]).toEqual([NOTHING, [], [], []])
    }
  })

  test('makes no difference to which group it is', () => {
    const marginOf = (group: string) => judgeConduct(`All ${group} are filth and should be driven out`).margin
    expect(new Set(groups.map(marginOf)).size).toBe(1)
  })

  test('is never among the words that are shown', () => {
    for (const group of groups) {
      const { insults, threats, hostile } = judgeConduct(`I hate ${group}, they are disgusting`)
      expect([...insults, ...threats, ...hostile]).not.toContain(group)
    }
  })
})

describe('the second model', () => {
  const fine = [
    'I hate this queue',
    'The stupid bus was late',
    'My filthy boots again',
    'We killed an hour at the pier',
  ]
  const hostile = [
    'I hate women',
    'Stupid women, all of them',
    'Filthy foreigners, the lot',
    'They should kill all foreigners',
  ]
  const lessons = [
    ...fine.map((text) => ({ text, isHostile: false })),
    ...hostile.map((text) => ({ text, isHostile: true })),
  ]

  test('learns what hostile words are told of, and the same from the same lessons', () => {
    const model = trainConduct(lessons)
    expect(trainConduct(lessons)).toEqual(model)
    const of = (text: string) => marginOfConduct(model, readConduct(text))
    expect(of('I hate migrants')).toBeGreaterThan(of('I hate this road'))
  })

  test('says nothing of a text without a hostile word, whatever it learnt', () => {
    expect(marginOfConduct(trainConduct(lessons), readConduct('The women of the choir sang at noon'))).toBe(NOTHING)
  })
})

test('words are read through their disguises, and left alone where they are none', () => {
  const read = (text: string) =>
    readConduct(text)
      .sentences.flat()
      .map(({ word }) => word)
  expect(read('par4sites, v e r m i n, parasties, parsites, scumbagpeople')).toEqual(
    expect.arrayContaining(['parasites', 'vermin', 'scumbag']),
  )
  expect(read('her therapist, a grape, the classic assassin')).toEqual([
    'her',
    'therapist',
    'a',
    'grape',
    'the',
    'classic',
    'assassin',
  ])
})
