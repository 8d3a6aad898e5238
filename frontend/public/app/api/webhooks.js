/** Addresses that are told of the runs of a project. */

import { call } from "./client.js";

/** @import { Abortable, Body, Query } from "./types" */

/**
 * @param {string} slug of the project
 * @param {Abortable} [options]
 */
export function listWebhooks(slug, options = {}) {
  return call("listWebhooks", { path: { slug }, ...options });
}

/**
 * @param {string} slug
 * @param {Body<"createWebhook">} body
 * @param {{ idempotencyKey: string }} options
 */
export function createWebhook(slug, body, { idempotencyKey }) {
  return call("createWebhook", { path: { slug }, body, idempotencyKey });
}

/**
 * @param {string} slug
 * @param {number} id
 */
export function deleteWebhook(slug, id) {
  return call("deleteWebhook", { path: { slug, id } });
}

/**
 * @param {string} slug
 * @param {number} id
 */
export function testWebhook(slug, id) {
  return call("testWebhook", { path: { slug, id } });
}

/**
 * @param {string} slug
 * @param {number} id
 * @param {Query<"listWebhookDeliveries">} [query]
 * @param {Abortable} [options]
 */
export function listWebhookDeliveries(slug, id, query = {}, options = {}) {
  return call("listWebhookDeliveries", { path: { slug, id }, query, ...options });
}

/**
 * @param {string} slug
 * @param {number} id of the webhook
 * @param {number} delivery
 */
export function sendWebhookAgain(slug, id, delivery) {
  return call("sendWebhookAgain", { path: { slug, id, delivery } });
}
