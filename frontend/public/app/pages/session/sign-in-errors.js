/** Why signing in by GitHub did not work, by the word that the server sends back. */

/** @import { Tone } from "../../lib/statuses.js" */

/**
 * @typedef {{ tone: Tone, title: string, text: string }} SignInError
 *
 * @type {Record<string, SignInError>}
 */
const ERRORS = {
  denied: {
    tone: "held",
    title: "GitHub was not allowed to tell us who you are",
    text: "You chose Cancel there, so you are not signed in. Nothing was changed.",
  },
  "not-begun-here": {
    tone: "held",
    title: "This sign-in did not begin in this browser",
    text: "It was begun elsewhere, was used already, or is older than 10 minutes. Begin it again here. If that leads back to this message, the browser keeps no cookies of this site.",
  },
  "github-silent": {
    tone: "failed",
    title: "GitHub does not answer",
    text: "We waited as long as makes sense, and you are not signed in. Try again in a minute.",
  },
  "github-unreachable": {
    tone: "failed",
    title: "GitHub cannot be reached",
    text: "The network or GitHub is down, and you are not signed in. Try again in a minute.",
  },
  "github-failed": {
    tone: "failed",
    title: "GitHub did not tell us who you are",
    text: "Its answer could not be used, and you are not signed in. Try again; if it stays so, GitHub has trouble or this service is set up wrongly there.",
  },
  "github-refused": {
    tone: "failed",
    title: "GitHub refused to sign you in here",
    text: "The people who run this service may have to mend its settings at GitHub.",
  },
  "account-disabled": {
    tone: "held",
    title: "This account is switched off",
    text: "GitHub says who you are, but the people who run this service have switched the account off. Ask them, if you think that it should be open.",
  },
  "account-closed": {
    tone: "held",
    title: "This account is closed",
    text: "A closed account does not open again. Ask the people who run this service for a new one.",
  },
  paused: {
    tone: "held",
    title: "Signing in is paused",
    text: "Too many sign-ins from your address have failed. Try again in five minutes.",
  },
  "not-offered": {
    tone: "held",
    title: "This way to sign in is not open here",
    text: "Choose one of those below.",
  },
};

const UNKNOWN = /** @type {const} */ ({
  tone: "failed",
  title: "You are not signed in",
  text: "Something went wrong on the way. Try again.",
});

/**
 * What to tell the reader; null where nothing went wrong.
 *
 * @param {string | null} word
 * @returns {SignInError | null}
 */
export function signInError(word) {
  if (!word) return null;
  return Object.hasOwn(ERRORS, word) ? ERRORS[word] : UNKNOWN;
}
