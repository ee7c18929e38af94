/** Asks for what takes a while to make. Wait for it where a file is imported: that has no time limit, as a test has. */
import { inject } from 'vitest'
import type { Needs } from './needs.ts'

export async function need<Need extends keyof Needs>(what: Need): Promise<Needs[Need]> {
  const response = await fetch(`${inject('needs')}/${what}`)
  const answer = (await response.json()) as { answer: Needs[Need] } | { problem: string }
  if ('problem' in answer) throw new Error(answer.problem)
  return answer.answer
}
