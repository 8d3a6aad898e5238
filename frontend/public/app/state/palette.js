/** The palette: whether it is open, and what the server finds for what is typed. */

import { search } from "../api/search.js";
import { signal, useEffect, useState } from "../ui.js";
import { useResource } from "./resource.js";

const TYPING_PAUSE_MS = 150;

export const paletteOpen = signal(false);

/** Opens it, from wherever. */
export function openPalette() {
  paletteOpen.value = true;
}

/**
 * What is found for a text, asked for when the reader pauses. The groups of an earlier text stay
 * while new ones load; an answer that comes too late is dropped.
 *
 * @param {string} typed
 */
export function useSearch(typed) {
  const text = typed.trim();
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), text ? TYPING_PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useResource(
    async ({ signal: ended }) => (asked ? (await search(asked, { signal: ended })).results : []),
    [asked],
  );
  const waiting = text !== asked || found.loading.value;
  return {
    groups: text ? (found.data.value ?? []) : [],
    error: waiting || !text ? null : found.error.value,
    loading: Boolean(text) && waiting,
    retry: found.refresh,
  };
}
