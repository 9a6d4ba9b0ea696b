import type { Studio } from './shrink.ts'

const decodeBitmap: Studio['decode'] = async (picture) => {
  const image = await createImageBitmap(picture)
  return { image, size: { width: image.width, height: image.height }, close: () => image.close() }
}

/** With an element, where bitmaps can't be made of files (Safari before 15). */
const decodeElement: Studio['decode'] = async (picture) => {
  const address = URL.createObjectURL(picture)
  const image = new Image()
  await new Promise((done, fail) => {
    image.addEventListener('load', done)
    image.addEventListener('error', () => fail(new Error('not drawn')))
    image.src = address
  })
  const size = { width: image.naturalWidth, height: image.naturalHeight }
  return { image, size, close: () => URL.revokeObjectURL(address) }
}

type Canvas = { readonly toJpeg: (quality: number) => Promise<Blob> }

const encodeOn = async (
  canvas: Canvas,
  tries: readonly number[],
  fits: (bytes: number) => boolean,
): Promise<ArrayBuffer> => {
  let last: Blob | null = null
  for (const quality of tries) {
    last = await canvas.toJpeg(quality)
    if (fits(last.size)) break
  }
  if (!last) throw new Error('nothing encoded')
  return await last.arrayBuffer()
}

/** A studio without a page: in a worker, where the engine can draw there. */
export const workerStudio: Studio = {
  decode: decodeBitmap,
  encode: async (size, draw, tries, fits) => {
    const canvas = new OffscreenCanvas(size.width, size.height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    draw(context)
    return await encodeOn({ toJpeg: (quality) => canvas.convertToBlob({ type: 'image/jpeg', quality }) }, tries, fits)
  },
}

/** The page's own, which every engine has. */
export const pageStudio: Studio = {
  decode: (picture) =>
    typeof createImageBitmap === 'function'
      ? decodeBitmap(picture).catch(() => decodeElement(picture))
      : decodeElement(picture),
  encode: async (size, draw, tries, fits) => {
    const canvas = document.createElement('canvas')
    canvas.width = size.width
    canvas.height = size.height
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    draw(context)
    const toJpeg = (quality: number): Promise<Blob> =>
      new Promise((done, fail) => {
        canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('not encoded'))), 'image/jpeg', quality)
      })
    try {
      return await encodeOn({ toJpeg }, tries, fits)
    } finally {
      // Some engines give a canvas's memory back only so.
      canvas.width = 0
      canvas.height = 0
    }
  },
}
