/** What the browser does with passkeys; options and credentials are JSON as WebAuthn, level 3, has it. */

/** That the reader or the browser ended it; an Error whose message is for the page. */
export class PasskeyError extends Error {
  /**
   * @param {string} message
   * @param {unknown} cause
   */
  constructor(message, cause) {
    super(message, { cause });
    this.name = "passkey";
    this.title = "The passkey was not used";
    this.detail = message;
    this.status = 400;
    this.instance = "";
    this.errors = [];
    this.retryAfterS = null;
    this.members = {};
  }
}

/** Whether this browser, at this address, can use passkeys. */
export function canUsePasskeys() {
  return typeof globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON === "function";
}

/**
 * @param {any} options of the server
 * @throws {PasskeyError}
 */
export async function makePasskey({ publicKey }) {
  return ended(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey),
    }),
  );
}

/**
 * @param {any} options of the server
 * @throws {PasskeyError}
 */
export async function askPasskey({ publicKey }) {
  return ended(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey),
    }),
  );
}

/** @param {() => Promise<Credential | null>} act */
async function ended(act) {
  if (!canUsePasskeys()) throw new PasskeyError("This browser cannot use passkeys here.", null);
  try {
    return /** @type {any} */ (await act()).toJSON();
  } catch (error) {
    throw new PasskeyError(messageOf(/** @type {Error} */ (error)), error);
  }
}

/** @param {Error} error */
function messageOf({ name }) {
  if (name === "InvalidStateError") return "This device holds a passkey of yours already.";
  return "You or the browser ended it, or no passkey fits. Nothing has changed.";
}
