/**
 * A model, and a decision to remember, as bytes for a row of a table. All numbers are
 * little-endian. A model: the letters CSPM, the version (u32), decisions learnt
 * (u32), remembered ones (u32), the start's slope and shift by head (4 f64), the
 * two tables (65,536 i32 each), then the remembered decisions, oldest first: see
 * `writeRemembered`. With nothing remembered that is 524,336 bytes.
 */
import type { SpamLabel } from './comment.ts'
import { type Calibration, HEADS, type Remembered, type SpamModel, TABLE_SIZE } from './model.ts'

const LETTERS = 0x4d505343
const VERSION = 1
const HEAD_BYTES = 16 + 4 * 8
const LABELS: readonly SpamLabel[] = ['fine', 'spam', 'broke-rules']

/** The bytes of a remembered decision, but for three a feature. */
const REMEMBERED_BYTES = 28

export function modelToBytes(model: SpamModel): Uint8Array {
  const { learnt, tables, remembered, start } = model
  const size = HEAD_BYTES + HEADS.length * TABLE_SIZE * 4 + sizeOf(remembered)
  const view = new DataView(new ArrayBuffer(size))
  for (const [i, value] of [LETTERS, VERSION, learnt, remembered.length].entries()) view.setUint32(4 * i, value, true)
  for (const [i, value] of start.flatMap(({ slope, shift }) => [slope, shift]).entries()) {
    view.setFloat64(16 + 8 * i, value, true)
  }
  let at = HEAD_BYTES
  for (const table of tables) for (const weight of table) at = put(at, 4, () => view.setInt32(at, weight, true))
  writeRemembered(view, at, remembered)
  return new Uint8Array(view.buffer)
}

/** Bytes that are no model of this version, or not a whole one, throw with what to do. */
export function modelFromBytes(bytes: Uint8Array): SpamModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tablesEnd = HEAD_BYTES + HEADS.length * TABLE_SIZE * 4
  if (bytes.length < tablesEnd || view.getUint32(0, true) !== LETTERS || view.getUint32(4, true) !== VERSION) {
    throw new Error(
      'These bytes are no spam model of this version; start with startModel() and learn the decisions anew.',
    )
  }
  const start = HEADS.map((_, head): Calibration => {
    return { slope: view.getFloat64(16 + 16 * head, true), shift: view.getFloat64(24 + 16 * head, true) }
  }) as SpamModel['start']
  const tables = HEADS.map((_, head) => {
    const from = HEAD_BYTES + head * TABLE_SIZE * 4
    return Int32Array.from({ length: TABLE_SIZE }, (_, i) => view.getInt32(from + 4 * i, true))
  }) as SpamModel['tables']
  const { remembered, end } = readRemembered(view, tablesEnd, view.getUint32(12, true))
  if (end !== bytes.length)
    throw new Error('The spam model’s bytes go on after its end; keep the model again as a whole.')
  return { learnt: view.getUint32(8, true), tables, remembered, start }
}

/** One decision to remember, as `remember` makes it: what a lesson is kept as. */
export function rememberedToBytes(one: Remembered): Uint8Array {
  const view = new DataView(new ArrayBuffer(sizeOf([one])))
  writeRemembered(view, 0, [one])
  return new Uint8Array(view.buffer)
}

export function rememberedFromBytes(bytes: Uint8Array): Remembered {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return readRemembered(view, 0, 1).remembered[0] as Remembered
}

const sizeOf = (all: readonly Remembered[]) => all.reduce((sum, { ids }) => sum + REMEMBERED_BYTES + 3 * ids.length, 0)

/** Runs what writes at a place, and says where the next thing goes. */
function put(at: number, size: number, write: () => void): number {
  write()
  return at + size
}

/**
 * Of each: number, author, campaign (u32), label and head's pulls and margins
 * (u16, 2 u16, 2 i16), bound (u16), features (u32), then their places (u16) and
 * values (u8).
 */
function writeRemembered(view: DataView, from: number, all: readonly Remembered[]): void {
  let at = from
  for (const one of all) {
    for (const [i, value] of [one.number, one.author, one.campaign].entries()) view.setUint32(at + 4 * i, value, true)
    view.setUint16(at + 12, LABELS.indexOf(one.label), true)
    for (const [i, value] of one.pulls.entries()) view.setUint16(at + 14 + 2 * i, value, true)
    for (const [i, value] of one.before.entries()) view.setInt16(at + 18 + 2 * i, value, true)
    view.setUint16(at + 22, one.most, true)
    view.setUint32(at + 24, one.ids.length, true)
    at += REMEMBERED_BYTES
    for (const id of one.ids) at = put(at, 2, () => view.setUint16(at, id, true))
    for (const value of one.values) at = put(at, 1, () => view.setUint8(at, value))
  }
}

function readRemembered(view: DataView, from: number, count: number): { remembered: Remembered[]; end: number } {
  const remembered: Remembered[] = []
  let at = from
  const need = (end: number) => {
    if (end > view.byteLength)
      throw new Error('The spam model’s bytes are not whole; start from the last ones that are.')
  }
  for (let i = 0; i < count; i++) {
    need(at + REMEMBERED_BYTES)
    const features = view.getUint32(at + 24, true)
    const [ids, values] = [at + REMEMBERED_BYTES, at + REMEMBERED_BYTES + 2 * features]
    need(values + features)
    remembered.push({
      number: view.getUint32(at, true),
      author: view.getUint32(at + 4, true),
      campaign: view.getUint32(at + 8, true),
      label: LABELS[view.getUint16(at + 12, true)] as SpamLabel,
      pulls: [view.getUint16(at + 14, true), view.getUint16(at + 16, true)],
      before: [view.getInt16(at + 18, true), view.getInt16(at + 20, true)],
      most: view.getUint16(at + 22, true),
      ids: Uint16Array.from({ length: features }, (_, k) => view.getUint16(ids + 2 * k, true)),
      values: Uint8Array.from({ length: features }, (_, k) => view.getUint8(values + k)),
    })
    at = values + features
  }
  return { remembered, end: at }
}
