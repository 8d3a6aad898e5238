/** How long something takes, in words. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * "38 s", "4 min 12 s" under 10 minutes, "23 min", "1 h 32 min", "2 d 4 h".
 *
 * @param {number} seconds
 */
export function formatDuration(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < MINUTE) return `${s} s`;
  if (s < 10 * MINUTE) return withRest(s, MINUTE, "min", 1, "s");
  if (s < HOUR) return `${Math.floor(s / MINUTE)} min`;
  if (s < DAY) return withRest(s, HOUR, "h", MINUTE, "min");
  return withRest(s, DAY, "d", HOUR, "h");
}

/**
 * Seconds from one time to another.
 *
 * @param {string} from RFC 3339
 * @param {string | number} to RFC 3339, or milliseconds since 1970
 */
export function secondsBetween(from, to) {
  return (new Date(to).getTime() - new Date(from).getTime()) / 1000;
}

/**
 * @param {number} seconds
 * @param {number} large
 * @param {string} largeName
 * @param {number} small
 * @param {string} smallName
 */
function withRest(seconds, large, largeName, small, smallName) {
  const rest = Math.floor((seconds % large) / small);
  const whole = `${Math.floor(seconds / large)} ${largeName}`;
  return rest ? `${whole} ${rest} ${smallName}` : whole;
}
