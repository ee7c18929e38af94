/** An export as somebody gives it: opened, and told which system's it is. */
import type { Question } from '../items/index.ts'
import { printOf } from './rows.ts'
import type { ExportToMove } from './survey.ts'

export interface OpenExport extends ExportToMove {
  /** Files among them that no format knows. */
  unknown: readonly string[]
  /** What it is known by when it is given again. */
  print: string
  /** What it does not say and somebody has to. */
  asks: readonly Question[]
  close(): Promise<void>
}

/** Opens what lies at the paths. Throws UnreadableExport with a sentence where it is no export, or can't be opened. */
export async function openExport(paths: readonly string[]): Promise<OpenExport> {
  const { ALL_FORMATS, openPackage, recogniseExport } = await import('../formats/index.ts')
  const opened = await openPackage(paths)
  try {
    const { format, files, unknown } = await recogniseExport(opened.files, ALL_FORMATS)
    const print = printOf(format.name, files)
    return { format, files, unknown, print, asks: format.asks, close: opened.close }
  } catch (error) {
    await opened.close()
    throw error
  }
}
