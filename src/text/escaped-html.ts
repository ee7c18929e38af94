const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it stands in HTML, in an attribute too. */
export const escapedHtml = (text: string): string => text.replace(/[&<>"]/g, (one) => NAMED[one] ?? one)
