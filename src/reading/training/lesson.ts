/** An annotated text, as the trainers take it. */
import { type Context, contextOf } from '../tagging/context.ts'
import type { Tokens } from '../tokens.ts'

/** An attribution by the numbers of its tokens, in order. */
export interface Annotated {
  content: readonly number[]
  cue: readonly number[]
  speaker: readonly number[]
}

export interface Lesson {
  tokens: Tokens
  context: Context
  /** A number into LABELS for each token. */
  labels: Uint8Array
  attributions: readonly { content: ReadonlySet<number>; cue: ReadonlySet<number>; speaker: readonly number[] }[]
}

const [CUE, SPEAKER, DIRECT, REPORTED] = [1, 3, 5, 7] as const

/** Labels each token once: what was said goes over who said it, and that over the cue. */
export function lessonOf(tokens: Tokens, attributions: readonly Annotated[]): Lesson {
  const context = contextOf(tokens)
  const labels = new Uint8Array(tokens.count)
  for (const { cue } of attributions) for (const run of runsOf(cue, tokens)) label(labels, run, CUE)
  for (const { speaker } of attributions) for (const run of runsOf(speaker, tokens)) label(labels, run, SPEAKER)
  for (const { content } of attributions) {
    for (const run of runsOf(content, tokens)) {
      label(labels, run, run.every((i) => (context.quotation[i] as number) > 0) ? DIRECT : REPORTED)
    }
  }
  return {
    tokens,
    context,
    labels,
    attributions: attributions.map(({ content, cue, speaker }) => ({
      content: new Set(content),
      cue: new Set(cue),
      speaker,
    })),
  }
}

/** Tokens without a gap between them, within a paragraph. */
function runsOf(numbers: readonly number[], { paragraph }: Tokens): number[][] {
  const runs: number[][] = []
  for (const i of numbers) {
    const last = runs.at(-1)
    if (last?.at(-1) === i - 1 && paragraph[i] === paragraph[i - 1]) last.push(i)
    else runs.push([i])
  }
  return runs
}

function label(labels: Uint8Array, run: readonly number[], first: number): void {
  for (const [k, i] of run.entries()) labels[i] = k === 0 ? first : first + 1
}
