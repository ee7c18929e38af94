/** Where the reading of an old story stands: what is open, and where the next words go. */
import { oldStoryMessages as m } from '../../messages/index.ts'
import { type Block, newBlockId } from '../../story/index.ts'
import { APART } from './elements.ts'
import { asParagraph, type Frame, finishedFrame, newFrame, type Sink } from './frames.ts'
import { type Left, leftSentences } from './left.ts'
import { type LineMaker, lineMaker } from './line-maker.ts'
import { joinedWords, type Line, paragraphsOfLines } from './lines.ts'

/** Frames within one another; what lies deeper stands in the last. */
const DEEPEST = 32

export interface Stand {
  line: LineMaker
  left: Left
  /** The innermost frame. */
  frame(): Frame
  isAtRoot(): boolean
  /** An element that is open until its name is closed; `end` is done then. */
  push(name: string, end?: () => void): void
  /** What stands by itself ends the paragraph that is open. */
  apart(): void
  begin(kind: Frame['kind'], name: string, more?: Partial<Frame>): void
  /** Until the element ends, words go to another place. */
  sunk(name: string, sink: Sink): void
  /** Ends what is within the innermost frame of a kind, not looking out of a table's cell unless for a table; false where there is none. */
  backTo(kind: Frame['kind'], looksOut: boolean): boolean
  /** Ends the innermost element of that name; false where none is open. */
  close(name: string, looksOut: boolean): boolean
  /** A picture: behind the paragraph within which it stands. */
  besideWords(block: Block): void
  /** All blocks, once everything is closed. */
  finished(): Block[]
}

export function newStand(): Stand {
  const left = leftSentences()
  const line = lineMaker()
  const root = newFrame('root', '', line.marks())
  const frames: Frame[] = [root]
  let frame = root
  let pending: Block[] = []

  const flush = () => {
    const lines = line.taken()
    if (lines.length > 0) take(lines)
    for (const block of pending) frame.blocks.push(block)
    pending = []
  }
  const take = (lines: Line[]) => {
    const { sink, blocks } = frame
    if (sink.to === 'paragraph') for (const words of paragraphsOfLines(lines)) blocks.push(asParagraph(words))
    else if (sink.to === 'note')
      for (const words of paragraphsOfLines(lines)) blocks.push({ id: newBlockId(), type: 'note', ...words })
    else {
      const words = joinedWords(
        lines.map((one) => one.line),
        ' ',
      )
      if (sink.to === 'heading') {
        blocks.push({ id: newBlockId(), type: 'heading', level: sink.level, ...words })
        return
      }
      for (const mark of words.marks ?? []) if (mark.type === 'link') left.say(m.captionLink(mark.href))
      frame[sink.to === 'caption' ? 'captions' : 'credits'].push(words.text)
    }
  }
  const push = (name: string, end?: () => void) => {
    frame.open.push(end ? { name, end } : { name })
    frame.counts.set(name, (frame.counts.get(name) ?? 0) + 1)
    if (APART.has(name)) frame.apart++
  }
  const popTo = (length: number) => {
    while (frame.open.length > length) {
      const { name, end } = frame.open.pop() as Frame['open'][number]
      frame.counts.set(name, (frame.counts.get(name) ?? 0) - 1)
      if (APART.has(name)) {
        flush()
        frame.apart--
      }
      end?.()
    }
    if (frame.open.length <= frame.paragraphAt) frame.paragraphAt = -1
  }
  const apart = () => {
    if (frame.paragraphAt >= 0) popTo(frame.paragraphAt)
    flush()
  }
  const endFrame = () => {
    popTo(0)
    flush()
    const ended = frame
    frames.pop()
    line.marksAre(ended.marks)
    frame = frames.at(-1) ?? root
    if (ended.kind === 'cell') frame.rows.at(-1)?.push({ ...ended.cell, blocks: ended.blocks })
    else for (const block of finishedFrame(ended, () => left.say(m.tableTooLarge))) frame.blocks.push(block)
  }
  const endTo = (depth: number) => {
    while (frames.length > depth) endFrame()
  }
  const innermost = (isIt: (one: Frame) => boolean, looksOut: boolean): number => {
    for (let i = frames.length - 1; i > 0; i--) {
      const one = frames[i] as Frame
      if (isIt(one)) return i
      if (one.kind === 'cell' && !looksOut) return -1
    }
    return -1
  }
  return {
    line,
    left,
    frame: () => frame,
    isAtRoot: () => frame === root && frame.apart === 0,
    push,
    apart,
    begin(kind, name, more = {}) {
      apart()
      if (frames.length >= DEEPEST) {
        push(name)
        return
      }
      frame = Object.assign(newFrame(kind, name, line.marks()), more)
      frames.push(frame)
    },
    sunk(name, sink) {
      flush()
      const within = frame
      const before = within.sink
      within.sink = sink
      push(name, () => {
        flush()
        within.sink = before
      })
    },
    backTo(kind, looksOut) {
      const at = innermost((one) => one.kind === kind, looksOut)
      if (at > 0) endTo(at + 1)
      return at > 0
    },
    close(name, looksOut) {
      if ((frame.counts.get(name) ?? 0) > 0) {
        let at = frame.open.length - 1
        while (frame.open[at]?.name !== name) at--
        popTo(at)
        return true
      }
      const at = innermost((one) => one.name === name, looksOut)
      if (at > 0) endTo(at)
      return at > 0
    },
    besideWords(block) {
      if (line.isEmpty()) frame.blocks.push(block)
      else pending.push(block)
    },
    finished() {
      endTo(1)
      popTo(0)
      flush()
      return root.blocks
    },
  }
}
