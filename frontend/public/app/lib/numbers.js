/** Numbers and sizes as people read them. */

const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const ONE_DECIMAL = new Intl.NumberFormat("en-GB", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB"];

/**
 * "1,204".
 *
 * @param {number} value
 */
export function formatNumber(value) {
  return WHOLE.format(value);
}

/**
 * "92 %".
 *
 * @param {number} percent
 */
export function formatPercent(percent) {
  return `${WHOLE.format(percent)} %`;
}

/**
 * "11.2 GB": units of 1000, one decimal under 100.
 *
 * @param {number} bytes
 */
export function formatBytes(bytes) {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const format = unit > 0 && value < 99.95 ? ONE_DECIMAL : WHOLE;
  return `${format.format(value)} ${BYTE_UNITS[unit]}`;
}
