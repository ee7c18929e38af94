/** The tables and views of this part. */
declare module '../../store/schema.ts' {
  interface Schema {
    /** A rule; what it says stands in its versions. */
    rules: {
      id: string
      /** The newest version. */
      version: number
      /** The version that is at work; null where none is. */
      on_version: number | null
      created_at: number
      /** When it was last switched on or off, and by whom; null for a draft. */
      switched_at: number | null
      switched_by: string | null
    }
    /** Written once; triggers refuse change and removal. */
    rule_versions: {
      rule_id: string
      number: number
      name: string
      /** What it looks for; see RulePattern in review/rules/rule.ts. */
      pattern_json: string
      effect: 'label' | 'thought' | 'spam'
      made_at: number
      made_by: string | null
    }
    /** A rule tried over the archive, newest comment first. */
    rule_trials: {
      id: string
      rule_id: string
      version: number
      /** What was tried; a later version with the same pattern needs no new trial. */
      pattern_json: string
      state: 'running' | 'finished' | 'stopped'
      started_at: number
      started_by: string | null
      ended_at: number | null
      /** The comment to go on before; null at the beginning. */
      before_id: string | null
      /** When the last comment looked at was written. */
      back_to: number | null
      /** What was found; see Found in review/rules/found.ts. */
      found_json: string
    }
  }
}

export {}
