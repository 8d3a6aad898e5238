/** Words for the roles that people hold. */

/**
 * "StaffAreaAdministrator" as "Staff area administrator".
 *
 * @param {string} role
 */
export function roleWords(role) {
  const words = role.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
