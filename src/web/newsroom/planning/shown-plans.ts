/** Lines of the plan as pages show them: with names, sections and the state of their stories. */
import { planningMessages as m } from '../../../messages/index.ts'
import { findTermByKey, listTerms, termKey } from '../../../paper/index.ts'
import { listPeople, may, type Person } from '../../../people/index.ts'
import { latenessOf, mayChangePlan, type Plan, type PlannedStory, readPlannedStories } from '../../../planning/index.ts'
import type { Database } from '../../../store/index.ts'
import { staffNames } from '../notes/shown-notes.ts'

export interface ShownPlan extends Omit<Plan, 'photographer'> {
  story: PlannedStory | null
  writer: string | null
  /** Of the staff, or by name alone. */
  photographer: string | null
  late: ReturnType<typeof latenessOf>
  /** Whether whoever looks at it may change it. */
  isTheirs: boolean
}

/** What a line can be given. */
export interface PlanChoices {
  /** Who may write for others chooses among all; others have themselves. */
  writers: { id: string; name: string }[]
  photographers: { id: string; name: string }[]
  sections: string[]
}

export async function readPlanChoices(db: Database, me: Person, plan?: Plan): Promise<PlanChoices> {
  const [people, sections] = await Promise.all([listPeople(db), listTerms(db, 'section')])
  const names = staffNames(people)
  const chosen = [plan?.writerId, plan?.photographerId]
  // Whoever is chosen already stays to be seen, also suspended.
  const offered = people.filter(
    (one) => chosen.includes(one.id) || (!one.disabled && (one.id === me.id || may(me, 'edit others'))),
  )
  const named = (some: readonly Person[]) => some.map(({ id }) => ({ id, name: names(id) }))
  return {
    writers: named(offered.filter((one) => one.id === plan?.writerId || may(one, 'write'))),
    photographers: named(offered),
    sections: sections.map(({ name }) => name),
  }
}

export async function shownPlans(
  db: Database,
  plans: readonly Plan[],
  { me, now, timeZone }: { me: Person; now: number; timeZone: string },
): Promise<ShownPlan[]> {
  const ids = plans.flatMap(({ storyId }) => storyId ?? [])
  const [stories, people] = await Promise.all([readPlannedStories(db, ids), listPeople(db)])
  const names = staffNames(people)
  const sectionOf = (plan: Plan) => stories.get(plan.storyId ?? '')?.section || plan.section
  const sections = await sectionNames(db, plans.map(sectionOf))
  return plans.map((plan) => {
    const story = stories.get(plan.storyId ?? '') ?? null
    return {
      ...plan,
      story,
      headline: story?.headline || plan.headline,
      section: sections.get(sectionOf(plan)) ?? '',
      writer: plan.writerId && names(plan.writerId),
      photographer: plan.photographerId === null ? plan.photographer || null : names(plan.photographerId),
      late: latenessOf(plan, story, { now, timeZone }),
      isTheirs: mayChangePlan(me, plan),
    }
  })
}

/** As the paper has them now, by the names that lines and stories have; of one that is gone it says so. */
async function sectionNames(db: Database, said: readonly string[]): Promise<Map<string, string>> {
  const names = [...new Set(said)].filter((name) => name !== '')
  const terms = await Promise.all(names.map((name) => findTermByKey(db, 'section', termKey(name))))
  return new Map(names.map((name, index) => [name, terms[index]?.name ?? m.noSuchSection(name)]))
}
