import { amountOf, decimalOf, minorDigits, minus, textOf } from './money.js';

test.each([
  [1, '0.125', 'EUR', '0.12'],
  [1, '0.375', 'EUR', '0.38'],
  [1, '0.005', 'EUR', '0.00'],
  [1, '0.015', 'GBP', '0.02'],
  [1, '0.0051', 'USD', '0.01'],
  [3, '9.995', 'EUR', '29.98'],
  [3, '49.99', 'EUR', '149.97'],
  [2100, '0.125', 'CZK', '262.50'],
  [-1, '0.125', 'EUR', '-0.12'],
  [-3, '0.125', 'EUR', '-0.38'],
  [1, '2.5', 'JPY', '2'],
  [1, '3.5', 'JPY', '4'],
  [1234, '1', 'JPY', '1234'],
  [1, '1.2345', 'KWD', '1.234'],
  [1, '1.2355', 'KWD', '1.236'],
  [3, '1.2345', 'CLF', '3.7035'],
  [9_007_199_254_740_991, '9.9999', 'XYZ', '90071091827484435.90'],
])('%d x %s %s is %s', (quantity, unitPrice, currency, amount) => {
  const digits = minorDigits(currency);
  expect(textOf({ units: amountOf(quantity, decimalOf(unitPrice), digits), scale: digits })).toBe(amount);
});

test('a rest has the most decimals of those it came from', () => {
  expect(textOf(minus(decimalOf('49.99'), [decimalOf('9.995')]))).toBe('39.995');
  expect(textOf(minus(decimalOf('10.0000'), [decimalOf('4'), decimalOf('6')]))).toBe('0.0000');
  expect(textOf(minus(decimalOf('10'), [decimalOf('9.5')]))).toBe('0.5');
});
