/** What others make of the same comments: bogofilter, naive Bayes, and the plainest logistic regression. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LabelledComment } from './_spam-corpus.ts'

/** Learns from some comments and scores others, the higher the likelier spam. */
export type Reference = (learnt: readonly LabelledComment[], asked: readonly LabelledComment[]) => number[]

/** Multinomial naive Bayes over words, one added to every count. */
export const naiveBayes: Reference = (learnt, asked) => {
  const counts = [new Map<string, number>(), new Map<string, number>()] as const
  const totals = [0, 0]
  const comments = [0, 0]
  for (const one of learnt) {
    const side = Number(one.spam)
    comments[side] = (comments[side] ?? 0) + 1
    for (const word of wordsOf(one)) {
      counts[side]?.set(word, (counts[side]?.get(word) ?? 0) + 1)
      totals[side] = (totals[side] ?? 0) + 1
    }
  }
  const known = new Set([...counts[0].keys(), ...counts[1].keys()]).size
  const logOf = (side: 0 | 1, word: string) =>
    Math.log(((counts[side].get(word) ?? 0) + 1) / ((totals[side] ?? 0) + known))
  const start = Math.log((comments[1] ?? 0) + 1) - Math.log((comments[0] ?? 0) + 1)
  return asked.map((one) => wordsOf(one).reduce((sum, word) => sum + logOf(1, word) - logOf(0, word), start))
}

/** Words 1–2 and letters 3–5, hashed to 2^18, 1 + log count, length 1; gradient descent, 30 rounds. */
export const plainRegression: Reference = (learnt, asked) => {
  const weights = new Float64Array(1 << 18)
  const lessons = learnt.map((one) => ({ vector: vectorOf(one), spam: Number(one.spam) }))
  for (let round = 0; round < 30; round++) {
    for (const { vector, spam } of lessons) {
      const rate = 0.5 * (spam - 1 / (1 + Math.exp(-dot(weights, vector))))
      for (const [id, value] of vector) (weights[id] as number) += rate * value
    }
  }
  return asked.map((one) => dot(weights, vectorOf(one)))
}

/** bogofilter as it comes; null where it is not installed. */
export function bogofilter(): Reference | null {
  if (spawnSync('bogofilter', ['-V']).error) return null
  return (learnt, asked) => {
    const folder = mkdtempSync(join(tmpdir(), 'courant-bogofilter-'))
    try {
      const words = join(folder, 'words')
      mkdirSync(words)
      const write = (name: string, comments: readonly LabelledComment[]) =>
        comments.map(({ comment }, i) => {
          const file = join(folder, `${name}-${i}`)
          writeFileSync(file, `From: ${comment.name.replace(/\s+/g, ' ')}\n\n${comment.text}\n`)
          return file
        })
      const spam = write(
        'spam',
        learnt.filter((one) => one.spam),
      )
      const fine = write(
        'fine',
        learnt.filter((one) => !one.spam),
      )
      execFileSync('bogofilter', ['-d', words, '-s', '-B', ...spam])
      execFileSync('bogofilter', ['-d', words, '-n', '-B', ...fine])
      // It ends with 0, 1 or 2 by what the last message was; 3 is an error.
      const { stdout, status } = spawnSync('bogofilter', ['-d', words, '-T', '-B', ...write('asked', asked)], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      })
      if (status === 3)
        throw new Error('bogofilter could not score the comments; see what it says with: bogofilter -T -B FILE')
      return stdout
        .trim()
        .split('\n')
        .map((line) => Number(line.trim().split(/\s+/).at(-1)))
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
}

const wordsOf = ({ comment }: LabelledComment) => comment.text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []

function vectorOf(one: LabelledComment): Map<number, number> {
  const counts = new Map<number, number>()
  const add = (text: string) => {
    let hash = 0x811c9dc5
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    const id = (hash ^ (hash >>> 15)) & ((1 << 18) - 1)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const words = wordsOf(one)
  for (const [i, word] of words.entries()) {
    add(`1 ${word}`)
    if (i > 0) add(`2 ${words[i - 1]} ${word}`)
  }
  const text = ` ${one.comment.text.toLowerCase().replace(/\s+/g, ' ')} `
  for (const size of [3, 4, 5]) {
    for (let i = 0; i + size <= text.length; i++) add(`${size} ${text.slice(i, i + size)}`)
  }
  let squares = 0
  for (const count of counts.values()) squares += (1 + Math.log(count)) ** 2
  return new Map([...counts].map(([id, count]) => [id, (1 + Math.log(count)) / Math.sqrt(squares)]))
}

function dot(weights: Float64Array, vector: Map<number, number>): number {
  let sum = 0
  for (const [id, value] of vector) sum += (weights[id] as number) * value
  return sum
}
