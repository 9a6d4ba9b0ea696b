export type Size = { readonly width: number; readonly height: number }

/** How large a picture becomes: shrunk to the long edge, never enlarged, turned as it was held. */
export const shrunk = ({ width, height }: Size, longEdge: number, orientation: number): Size => {
  const scale = Math.min(1, longEdge / Math.max(width, height))
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  return orientation >= 5 ? { width: h, height: w } : { width: w, height: h }
}

/** The matrix (a b c d e f) that draws a picture upright into a canvas of that (turned) size, by its EXIF orientation. */
export const uprightMatrix = (
  orientation: number,
  { width, height }: Size,
): readonly [number, number, number, number, number, number] => {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0]
    case 3:
      return [-1, 0, 0, -1, width, height]
    case 4:
      return [1, 0, 0, -1, 0, height]
    case 5:
      return [0, 1, 1, 0, 0, 0]
    case 6:
      return [0, 1, -1, 0, width, 0]
    case 7:
      return [0, -1, -1, 0, width, height]
    case 8:
      return [0, -1, 1, 0, 0, height]
    default:
      return [1, 0, 0, 1, 0, 0]
  }
}
