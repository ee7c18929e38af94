export {
  checkPlan,
  LONGEST_PLAN,
  latenessOf,
  mayChangePlan,
  mayChoose,
  type Plan,
  SLOTS,
  type TypedPlan,
} from './plan.ts'
export {
  addPlan,
  beginPlanned,
  changePlan,
  listIdeas,
  listPlans,
  movePlan,
  readPlan,
  readPlanOfStory,
  removePlan,
  unplanning,
} from './plans.ts'
export { type PlannedStory, readPlannedStories } from './story-states.ts'
export { dayAfter, daysOfWeek, startOfDay, weekOf } from './week.ts'
