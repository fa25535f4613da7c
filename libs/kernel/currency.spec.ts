import { isCurrency, minorUnits } from '#kernel/currency.js';

test.each([
  ['EUR', 2],
  ['USD', 2],
  ['CHF', 2],
  ['HUF', 2],
  ['MRU', 2],
  ['JPY', 0],
  ['ISK', 0],
  ['KRW', 0],
  ['UGX', 0],
  ['KWD', 3],
  ['BHD', 3],
  ['TND', 3],
  ['CLF', 4],
  ['UYW', 4],
])('%s has %d minor units, by ISO 4217', (code, units) => {
  expect(isCurrency(code)).toBe(true);
  expect(minorUnits(code)).toBe(units);
});

test.each(['ZZZ', 'EURO', 'eur', '', 'XXX', 'XTS', 'XAU', 'DEM', 'constructor', ' EUR'])(
  '%p is no currency in use',
  (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(() => minorUnits(code)).toThrow(`not a currency: ${code}`);
  },
);

test('every currency that Intl knows to be in use is one, but for funds, metals and what has ended', () => {
  const ended = new Set(
    `ADP AFA ALK AOK AON AOR ARA ARL ARM ARP ATS AZM BAD BAN BEC BEF BEL BGL BGM BGN BGO BOL BOP BRB BRC BRE BRN BRR BRZ BUK BYB
     BYR CLE CNH CNX COU CSD CSK CUC CYP DDM DEM ECS ECV EEK ESA ESB ESP FIM FRF GEK GHC GNS GQE GRD GWE GWP HRD
     HRK IEP ILP ILR ISJ ITL KRH KRO LTL LTT LUC LUF LUL LVL LVR MAF MCF MDC MGF MKN MLF MRO MTL MTP MVP MXP MZE MZM NIC
     NLG PEI PES PLZ PTE RHD ROL RUR SDD SDP SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK UGS USS UYP VEB VEF VNN XEU
     XFO XFU XRE YDD YUD YUM YUN YUR ZAL ZMK ZRN ZRZ ZWD ZWL ZWR ANG HTP XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX`.split(
      /\s+/,
    ),
  );
  const known = Intl.supportedValuesOf('currency').filter((code) => !ended.has(code));
  expect(known.filter((code) => !isCurrency(code))).toEqual([]);
  expect(known.length).toBeGreaterThan(140);
});
