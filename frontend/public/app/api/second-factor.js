/** Password and second factor of the reader, by the calls of the sign-in library. */

import { askPasskey, makePasskey } from "../lib/passkeys.js";
import { forgetAnswers } from "./client.js";
import { callLibrary } from "./library.js";

/** @import { Abortable, Body, SecondFactor } from "./types" */

/**
 * @param {Abortable} [options]
 * @returns {Promise<SecondFactor[]>}
 */
export async function listSecondFactors(options = {}) {
  return (await callLibrary("listSecondFactors", options)).data;
}

/**
 * Says the password again, which later calls ask for.
 *
 * @param {string} password
 */
export function confirmPassword(password) {
  return callLibrary("confirmPassword", { body: { password } });
}

/** @param {Body<"changePassword">} passwords */
export function changePassword(passwords) {
  return callLibrary("changePassword", { body: passwords });
}

/** A fresh secret for an app, with its picture. */
export async function beginCodesApp() {
  return (await callLibrary("beginCodesApp")).data;
}

/** @param {string} code the first one that the app shows */
export function addCodesApp(code) {
  return callLibrary("addCodesApp", { body: { code } });
}

export function removeCodesApp() {
  return callLibrary("removeCodesApp");
}

/** Makes new recovery codes; the answer holds them, this once. */
export async function makeRecoveryCodes() {
  return (await callLibrary("makeRecoveryCodes")).data.unused_codes;
}

/**
 * Has the browser make a passkey, and adds it.
 *
 * @param {string} name
 */
export async function addPasskey(name) {
  const { data } = await callLibrary("beginPasskey", { query: { passwordless: true } });
  const credential = await makePasskey(data.creation_options);
  return callLibrary("addPasskey", { body: { name, credential } });
}

/** @param {{ id: number, name: string }} passkey */
export function renamePasskey(passkey) {
  return callLibrary("renamePasskey", { body: passkey });
}

/** @param {number} id */
export function removePasskey(id) {
  return callLibrary("removePasskeys", { body: { authenticators: [id] } });
}

/** Signs in by a passkey alone. */
export async function signInByPasskey() {
  const { data } = await callLibrary("beginPasskeySignIn");
  const credential = await askPasskey(data.request_options);
  await callLibrary("finishPasskeySignIn", { body: { credential } });
  forgetAnswers();
}

/** The second step, by a passkey. */
export async function finishByPasskey() {
  const { data } = await callLibrary("beginPasskeyStep");
  const credential = await askPasskey(data.request_options);
  await callLibrary("finishPasskeyStep", { body: { credential } });
  forgetAnswers();
}
