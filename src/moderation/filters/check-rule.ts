/** What an editor typed into a rule's form, as a rule, or one sentence that says what to put right. */

import { filtersMessages as m } from '../../messages/index.ts'
import { showsSomething } from '../../text/index.ts'
import { domainOfAddress, isEndingOfMany } from './match-links.ts'
import { readPhrase } from './match-words.ts'
import { EFFECTS, type RuleEffect, type RuleKind, type RulePattern, type RuleWords } from './rule.ts'

/** The fields of the form, as typed. */
export interface RuleForm {
  name: string
  kind: RuleKind
  /** One word or phrase a line. */
  words: string
  /** One domain a line. */
  domains: string
  /** What kind of links rule: to these domains, any, or more than `more`. */
  links: 'domains' | 'any' | 'more'
  more: string
  effect: string
}

export type RuleProblem = { field: keyof RuleForm; sentence: string }

const LONGEST_NAME = 60
const MOST_ENTRIES = 500
const LONGEST_ENTRY = 100
const MOST_LINKS = 20

export function checkRule(form: RuleForm): RuleWords | RuleProblem {
  const name = form.name.replace(/\s+/g, ' ').trim()
  if (!showsSomething(name)) return { field: 'name', sentence: m.noName }
  if ([...name].length > LONGEST_NAME) return { field: 'name', sentence: m.nameTooLong(LONGEST_NAME) }
  const pattern = patternOf(form)
  if ('sentence' in pattern) return pattern
  if (!isEffect(form.effect)) return { field: 'effect', sentence: m.noEffect }
  return { name, pattern, effect: form.effect }
}

export const isEffect = (value: string): value is RuleEffect => (EFFECTS as readonly string[]).includes(value)

function patternOf(form: RuleForm): RulePattern | RuleProblem {
  if (form.kind === 'first') return { kind: 'first' }
  return form.kind === 'words' ? wordsOf(form) : linksOf(form)
}

function wordsOf(form: RuleForm): RulePattern | RuleProblem {
  const words = linesOf(form.words)
  const wrong = tooMany('words', words)
  if (wrong) return wrong
  if (words.length === 0) return { field: 'words', sentence: m.noWords }
  const bad = words.find((line) => readPhrase(line) === null)
  if (bad !== undefined) {
    return {
      field: 'words',
      sentence: m.badPhrase(bad),
    }
  }
  return { kind: 'words', words }
}

function linksOf(form: RuleForm): RulePattern | RuleProblem {
  if (form.links === 'any') return { kind: 'links', domains: [], more: 0 }
  if (form.links === 'more') {
    const more = Number(form.more.trim())
    if (form.more.trim() === '' || !Number.isInteger(more) || more < 1 || more > MOST_LINKS)
      return { field: 'more', sentence: m.noLinkCount(MOST_LINKS) }
    return { kind: 'links', domains: [], more }
  }
  const lines = linesOf(form.domains)
  const wrong = tooMany('domains', lines)
  if (wrong) return wrong
  if (lines.length === 0) return { field: 'domains', sentence: m.noDomains }
  const bad = lines.find((line) => domainOfAddress(line) === null)
  if (bad !== undefined) {
    const sentence = isEndingOfMany(bad) ? m.domainOfMany(bad) : m.notADomain(bad)
    return { field: 'domains', sentence }
  }
  return { kind: 'links', domains: [...new Set(lines.map((line) => domainOfAddress(line) as string))], more: 0 }
}

const linesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\r\n]+/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== ''),
  ),
]

function tooMany(field: 'words' | 'domains', lines: readonly string[]): RuleProblem | null {
  if (lines.length > MOST_ENTRIES)
    return { field, sentence: field === 'words' ? m.tooManyWords(MOST_ENTRIES) : m.tooManyDomains(MOST_ENTRIES) }
  const long = lines.find((line) => line.length > LONGEST_ENTRY)
  return long === undefined ? null : { field, sentence: m.lineTooLong(LONGEST_ENTRY, long.slice(0, 30)) }
}

/** A rule as the fields of its form. */
export function formOfRule({ name, pattern, effect }: RuleWords): RuleForm {
  const links = pattern.kind === 'links' ? pattern : null
  return {
    name,
    kind: pattern.kind,
    words: pattern.kind === 'words' ? pattern.words.join('\n') : '',
    domains: links ? links.domains.join('\n') : '',
    links: links && links.domains.length === 0 ? (links.more === 0 ? 'any' : 'more') : 'domains',
    more: links && links.more > 0 ? String(links.more) : '3',
    effect,
  }
}
