/**
 * The kinds that a field for pictures asks for. HEIC is not among them: phones that take it
 * turn it into JPEG then, and only where a field asks for it do they send it as it is.
 */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif,image/gif'
