/** Every format there is. */
import type { Format } from '../items/index.ts'
import { COMMENT_FORMATS } from './comments/comment-formats.ts'
import { ghost } from './ghost/index.ts'

export const ALL_FORMATS: readonly Format[] = [ghost, ...COMMENT_FORMATS]
