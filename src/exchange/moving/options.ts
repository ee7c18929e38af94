/** What whoever brings a site in may choose. */
export interface MoveOptions {
  /** Whether comments that were shown there are shown here, as they were; else all of them wait for review. */
  comments: 'held' | 'approved'
  /** Whether what lay in the old site's trash comes into ours, or is left. */
  trash: 'trash' | 'leave'
  /** Whether pictures that are not among the files are fetched from the old site. */
  fetchPictures: boolean
  /** Whether a site that has neither a name nor a tagline of its own yet gets the old site's. */
  takeName: boolean
}

export const defaultOptions: MoveOptions = { comments: 'held', trash: 'trash', fetchPictures: false, takeName: false }

/** What is told of one item: that it was left, changed meanwhile, or taken with a difference. */
export interface Line {
  about: 'left' | 'changed' | 'said' | 'kept'
  /** What it is, as "story", "comment" or as the old system calls it. */
  kind: string
  name: string
  why: string
  ourId?: string | null
}
