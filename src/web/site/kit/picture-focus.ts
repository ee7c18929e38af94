/** What stays in view where a picture is cropped: by classes, since pages carry no styles of their own. */

/** In thousandths of width and height; to the nearest quarter. The middle needs no class, and without any there is none. */
export const focusClass = ({ x, y }: { x: number; y: number }): string | undefined =>
  [along('x', x), along('y', y)].filter(Boolean).join(' ') || undefined

const along = (axis: 'x' | 'y', share: number): string =>
  Math.round(share / 250) === 2 ? '' : `f${axis}-${Math.round(share / 250)}`
