/** Which addresses at the root are the program's own, so that no page of the paper takes one. */
import { ADDRESSES } from '../addresses.ts'

const FIRST_PARTS = new Set(ADDRESSES.map(({ path }) => path.split('/')[1] ?? ''))
/** Such as years: a part of the table that says how it looks. */
const SHAPES = [...FIRST_PARTS].flatMap((part) => {
  const [, shape] = /^:\w+\{(.+)\}$/.exec(part) ?? []
  // linear: a shape of the table, such as [0-9]{4}, and a part of an address has 80 characters
  return shape === undefined ? [] : [new RegExp(`^(?:${shape})$`)]
})

/** Whether an address of the program begins with this part. */
export const isReserved = (slug: string): boolean => FIRST_PARTS.has(slug) || SHAPES.some((shape) => shape.test(slug))
