/** What stays in view where a picture is cropped: by classes, since pages carry no styles of their own. */

/** In thousandths of width and height; to the nearest tenth. */
export const focusClass = ({ x, y }: { x: number; y: number }): string =>
  `fx-${Math.round(x / 100)} fy-${Math.round(y / 100)}`
