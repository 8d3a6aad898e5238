/** What the reader answers to: a page renews itself while he types. */

import { useRef } from "../ui.js";

/**
 * The thing as it was when the reader began to change it; untouched, as it is. Its version is what a
 * form sends: a change of somebody else meanwhile is then said, not overwritten.
 *
 * @template T
 * @param {T} newest
 * @param {boolean} isTouched
 * @returns {{ seen: T, accept: () => void }} `accept`: what is newest at the next drawing is seen
 */
export function useSeen(newest, isTouched) {
  const held = useRef(/** @type {{ seen: T } | null} */ (null));
  if (!isTouched || !held.current) held.current = { seen: newest };
  return {
    seen: held.current.seen,
    accept: () => {
      held.current = null;
    },
  };
}
