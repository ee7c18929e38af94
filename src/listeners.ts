/** Who does their part within the transactions of the others, in this order. */
import { deskListeners } from './review/index.ts'
import type { AnyInsideListener } from './store/index.ts'

export const LISTENERS: readonly AnyInsideListener[] = deskListeners
