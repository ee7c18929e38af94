/** What was written, with lines that end as they are kept: browsers send CRLF. */
export const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n')
