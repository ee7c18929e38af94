/** What a first visit to a page takes, as it goes over the line: by kind, and in how many requests. */
import { rawAnswer } from './_figures.ts'

export interface PageWeight {
  html: number
  css: number
  /** Faces that the page asks for with its first lines. */
  type: number
  script: number
  /** Files of pictures, as they are where a browser chooses none by its width. */
  pictures: number
  /** Of all but pictures, and of pictures. */
  requests: number
  pictureRequests: number
}

/** In bytes, with gzip where it is any use. `url`: the page's. */
export async function pageWeight(url: string): Promise<PageWeight> {
  const page = await rawAnswer(url)
  const html = await (await fetch(url)).text()
  const all = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map(([, address = '']) => address))]
  const weigh = async (addresses: readonly string[]) => {
    const answers = await Promise.all(addresses.map((address) => rawAnswer(new URL(address, url).href)))
    return answers.reduce((sum, { body }) => sum + body.length, 0)
  }
  const kinds = {
    css: all(/<link rel="stylesheet" href="([^"]+)"/g),
    type: all(/<link rel="preload" href="([^"]+)" as="font"/g),
    script: all(/<script[^>]* src="([^"]+)"/g),
    pictures: all(/<img[^>]* src="([^"]+)"/g),
  }
  const [css = 0, type = 0, script = 0, pictures = 0] = await Promise.all(
    [kinds.css, kinds.type, kinds.script, kinds.pictures].map(weigh),
  )
  return {
    ...{ html: page.body.length, css, type, script, pictures },
    requests: 1 + kinds.css.length + kinds.type.length + kinds.script.length,
    pictureRequests: kinds.pictures.length,
  }
}
