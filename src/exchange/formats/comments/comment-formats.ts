import type { Format } from '../../items/index.ts'
import { comentario } from './comentario.ts'
import { commento } from './commento.ts'
import { coral } from './coral.ts'
import { disqus } from './disqus.ts'
import { isso } from './isso.ts'
import { remark42 } from './remark42.ts'

/** The services that kept a site's comments. */
export const COMMENT_FORMATS: readonly Format[] = [disqus, isso, remark42, commento, comentario, coral]
