export { askModel, shownToModel } from './ask-model.ts'
export { keepModelReady } from './keep-ready.ts'
export { languageOf } from './language.ts'
export { learnDecision, learning } from './learn-decision.ts'
export {
  type Hits,
  type Misjudged,
  MOST_LESSONS,
  type ModelFigures,
  readModelFigures,
  readWeighed,
  WEEKS,
  type Weighed,
} from './model-figures.ts'
export type { ModelSays } from './model-signals.ts'
export { hereOf, knowPlace } from './place.ts'
export { rescoring, rescoringJob } from './rescoring-job.ts'
export { standingOf } from './standing.ts'
