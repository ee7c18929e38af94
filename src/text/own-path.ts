/**
 * Whether an address without a host leads to a page of this site. "//host" and,
 * as browsers read it, "/\host" lead to another, and so do both with a tab or a
 * line's end between, which browsers leave out.
 */
export const isOwnPath = (path: string): boolean => /^\/(?![/\\])[^\p{Cc}]*$/u.test(path)
