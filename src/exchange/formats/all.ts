/** Every format there is. */
import type { Format } from '../items/index.ts'
import { COMMENT_FORMATS } from './comments/comment-formats.ts'
import { ghost } from './ghost/index.ts'

import { medium } from './medium/index.ts'
import { substack } from './substack/index.ts'

export const ALL_FORMATS: readonly Format[] = [ghost, substack, medium, ...COMMENT_FORMATS]
