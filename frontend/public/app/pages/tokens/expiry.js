/** How long a personal token lasts. */

import { formatWhen } from "../../lib/dates.js";
import { plural } from "../../lib/text.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_DAYS = 14;

/** Days for which a token may be made, as the form offers them. */
export const LIFETIMES = [7, 30, 90, 180, 365];

/**
 * How a token stands: whether it still opens anything, and until when.
 *
 * @param {{ revoked_at: string | null, expires_at: string | null }} token null: it does not end
 * @param {number} now milliseconds since 1970
 * @returns {{ status: "live" | "ending" | "expired" | "revoked", text: string }}
 */
export function expiryOf(token, now) {
  if (token.revoked_at)
    return { status: "revoked", text: `revoked ${formatWhen(token.revoked_at, now)}` };
  if (!token.expires_at) return { status: "live", text: "does not end" };
  const left = new Date(token.expires_at).getTime() - now;
  if (left <= 0) return { status: "expired", text: `expired ${formatWhen(token.expires_at, now)}` };
  const days = Math.ceil(left / DAY_MS);
  const text = days === 1 ? "expires within a day" : `expires in ${plural(days, "day")}`;
  return { status: days <= SOON_DAYS ? "ending" : "live", text };
}
