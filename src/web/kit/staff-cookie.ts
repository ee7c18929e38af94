/**
 * The mark of a browser in which somebody of the staff has signed in. It opens
 * nothing and anyone may have it: by it, pages of the paper are drawn with a
 * line that leads to where they are edited, and kept nowhere.
 */
const MARK = /(?:^|;\s*)(?:__Host-)?courant_staff=1(?:;|$)/

export const hasStaffMark = (cookies: string | undefined): boolean => cookies !== undefined && MARK.test(cookies)
