/**
 * A rule of the house: what it looks for and what it does about it. Rules order
 * and label; only a person approves or rejects, so none of the effects does.
 */
import type { BandName } from '../../store/index.ts'

/** What is looked for. Lists hold what was typed, one entry each, tidied. */
export type RulePattern =
  /** Words and phrases; a * at the end of a word stands for any ending. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Links: to these domains where there are any; else more than `more` of them, 0 for any link. */
  | { readonly kind: 'links'; readonly domains: readonly string[]; readonly more: number }
  /** Authors without an approved comment here; only verified readers can have one. */
  | { readonly kind: 'first' }

export type RuleKind = RulePattern['kind']

/** A label alone, or a place in the queue that a comment does not rise above. */
export const EFFECTS = ['label', 'thought', 'spam'] as const
export type RuleEffect = (typeof EFFECTS)[number]

export type RuleState = 'draft' | 'on' | 'off'

/** What a rule says in one of its versions. */
export interface RuleWords {
  readonly name: string
  readonly pattern: RulePattern
  readonly effect: RuleEffect
}

/** A comment as rules see it. */
export interface RuleText {
  readonly text: string
  readonly authorName: string
}

/** How much each effect weighs among the signals of a comment, 0 to 1, and the band it does not rise above. */
export const EFFECT_OF: Record<RuleEffect, { weight: number; band: BandName }> = {
  label: { weight: 0, band: 'fine' },
  thought: { weight: 0.3, band: 'thought' },
  spam: { weight: 0.7, band: 'spam' },
}

/** What the phases of rules' signals begin with; the rule's name follows. */
export const RULE_PHASE = 'rule: '
export const isOfRule = (phase: string): boolean => phase.startsWith(RULE_PHASE)

/** The band that a rule's signal asks for, from its weight as it was kept with the comment. */
export const bandOfWeight = (weight: number): BandName =>
  weight >= EFFECT_OF.spam.weight ? 'spam' : weight >= EFFECT_OF.thought.weight ? 'thought' : 'fine'

const ORDER: readonly BandName[] = ['fine', 'thought', 'spam']

/** The lower in the queue of two bands. */
export const lowerBand = (one: BandName, other: BandName): BandName =>
  ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other
