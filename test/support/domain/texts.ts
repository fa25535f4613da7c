/** Texts of any UTF-16 code units, lone surrogates among them. */
import * as fc from 'fast-check';

export function anyText(maxLength = 20): fc.Arbitrary<string> {
  return fc.string({ unit: fc.integer({ min: 0, max: 0xff_ff }).map((unit) => String.fromCharCode(unit)), maxLength });
}
