import type { StepOf } from '../steps/index.ts'
import type { StoryContent } from '../story/index.ts'

/** A change of a story's draft, at one field or one block. */
export type Step = StepOf<StoryContent>
