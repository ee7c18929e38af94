/** The values that the database itself checks; the parts that own the words give them meaning. */
export const REVISION_STATE_NAMES = ['held', 'approved', 'rejected', 'spam', 'withdrawn', 'removed'] as const
export type RevisionStateName = (typeof REVISION_STATE_NAMES)[number]

export const SIGNAL_STATE_NAMES = ['ok', 'raised', 'not-checked'] as const
export type SignalStateName = (typeof SIGNAL_STATE_NAMES)[number]

/** Where held words stand in the queue. */
export const BAND_NAMES = ['fine', 'thought', 'spam'] as const
export type BandName = (typeof BAND_NAMES)[number]
