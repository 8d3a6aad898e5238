/** Keys that make a second click, or a repetition after a lost answer, the same request. */

/**
 * Makes a keeper of keys for one form: the same body gets the same key until `renew`.
 *
 * @returns {{ keyFor: (body: unknown) => string, renew: () => void }}
 */
export function createIdempotencyKeys() {
  let sent = "";
  let key = "";
  return {
    keyFor(body) {
      const text = JSON.stringify(body);
      if (text !== sent) {
        sent = text;
        key = randomKey();
      }
      return key;
    },
    renew() {
      sent = "";
    },
  };
}

/** 128 random bits in hex. randomUUID exists only where the page came by HTTPS or from localhost. */
function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
