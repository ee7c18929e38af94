/** Every format there is. */
import type { Format } from '../items/index.ts'
import { blogger } from './blogger/index.ts'
import { COMMENT_FORMATS } from './comments/comment-formats.ts'
import { folder } from './folder/index.ts'
import { ghost } from './ghost/index.ts'
import { medium } from './medium/index.ts'
import { movableType } from './movable-type/index.ts'
import { substack } from './substack/index.ts'
import { wordpress } from './wordpress/index.ts'

export const ALL_FORMATS: readonly Format[] = [
  wordpress,
  blogger,
  ghost,
  substack,
  medium,
  movableType,
  ...COMMENT_FORMATS,
  folder,
]
