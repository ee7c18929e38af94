/**
 * Whether a letter can be addressed to this: one address and nothing else, so
 * that what was typed into a form can't name a second recipient or a header.
 * The whole of RFC 5321 is not meant: no quoted names, comments or literals.
 */
export const isMailAddress = (value: string): boolean =>
  value.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(value)

/** An address as far as someone may see it who is not known to be its owner: "a…@harbour.example". */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${[...address.slice(0, at)][0] ?? ''}…${address.slice(at)}`
}
