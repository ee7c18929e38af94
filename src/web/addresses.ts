/**
 * The table of addresses. It is what the program keeps to (doors.ts lets nobody
 * past it), what is tried (test/promises/doors.test.ts), and what
 * docs/contracts/addresses.md is made of.
 */

import { API_ADDRESSES } from './api/addresses.ts'
import type { Address } from './kit/address.ts'
import { NEWSROOM_ADDRESSES } from './newsroom/addresses.ts'
import { PROGRAM_OPERATIONS } from './programs/addresses.ts'
import { PAGE_ADDRESS, SITE_ADDRESSES } from './site/addresses.ts'

export const ADDRESSES: readonly Address[] = [
  ...SITE_ADDRESSES,
  ...API_ADDRESSES,
  ...PROGRAM_OPERATIONS,
  ...NEWSROOM_ADDRESSES,
  PAGE_ADDRESS,
]
