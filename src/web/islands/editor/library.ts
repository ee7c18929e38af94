/** The newsroom's pictures and files, as the editor asks for them. */
import { editorMessages as m } from '../../../messages/index.ts'
import type { Library, Listed } from './dialogs.ts'

const listed = async (address: string): Promise<Listed[] | null> => {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } })
    return response.ok ? ((await response.json()) as { found: Listed[] }).found : null
  } catch {
    return null
  }
}

async function send(address: string, files: readonly File[]): Promise<{ added: Listed[]; problem: string | null }> {
  const added: Listed[] = []
  for (const file of files) {
    const body = new FormData()
    body.append('files', file)
    try {
      const response = await fetch(address, { method: 'POST', headers: { accept: 'application/json' }, body })
      const answer = (await response.json()) as { problem: string | null; listed?: Listed[] }
      if (answer.problem) return { added, problem: answer.problem }
      added.push(...(answer.listed ?? []))
    } catch {
      return { added, problem: m.libraryAway }
    }
  }
  return { added, problem: null }
}

const library = (title: string, address: string, accept: string): Library => ({
  title,
  accept,
  find: (words) => listed(`${address}?${new URLSearchParams({ q: words })}`),
  upload: (files) => send(address, files),
})

export const pictures = library(m.choosePicture, '/newsroom/pictures', 'image/*')
export const files = library(m.chooseFile, '/newsroom/files', 'application/pdf,audio/*,video/*')

/**
 * Where the library's pictures are shown from. `known` are those that the page
 * came with; any other is asked for once.
 */
export function shownPictures(known: Record<string, string>) {
  const shown = new Map(Object.entries(known))
  const asked = new Map<string, Promise<void>>()
  return {
    learn: (found: readonly Listed[]) => {
      for (const one of found) shown.set(one.src, one.shown)
    },
    shown: (address: string, onKnown: () => void): string => {
      const id = /^\/pictures\/(\w+)$/.exec(address)?.[1]
      if (!id) return address
      const from = shown.get(address)
      if (from !== undefined) return from
      const ask =
        asked.get(address) ??
        listed(`/newsroom/pictures/${id}`).then((found) => {
          shown.set(address, found?.[0]?.shown ?? '')
        })
      asked.set(address, ask)
      void ask.then(onKnown)
      return ''
    },
  }
}
