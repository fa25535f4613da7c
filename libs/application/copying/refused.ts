/** Nothing was copied, or no more than was: the source or the target is not what a copy needs, and the message says why. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}
