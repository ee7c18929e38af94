/** A path as stories have it: decoded, without a slash at the end. */
export function storyPathOf(path: string): string {
  try {
    return decodeURIComponent(path)
      .normalize('NFC')
      .replace(/(?<=.)\/+$/, '')
  } catch {
    return path
  }
}
