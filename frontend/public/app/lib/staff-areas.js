/**
 * What the staff area holds, in the order of its navigation. A page that comes to it adds one line
 * here, and its path to router.js.
 */

/**
 * @typedef {object} StaffArea
 * @property {string} key
 * @property {string} label
 * @property {string} href
 * @property {string} permission without which the area is closed
 * @property {string} does one sentence for the start page
 *
 * @typedef {{ label: string, areas: readonly StaffArea[] }} StaffGroup
 */

const STAFF = "staff_area_access";

/** @type {readonly StaffGroup[]} */
export const STAFF_GROUPS = [
  {
    label: "People",
    areas: [
      {
        key: "users",
        label: "Users",
        href: "/staff/users",
        permission: "user_manage",
        does: "Give roles, organisations and backends; switch accounts off; view as somebody.",
      },
      {
        key: "roles",
        label: "Roles",
        href: "/staff/roles",
        permission: STAFF,
        does: "What each role lets one do, and where it is held.",
      },
    ],
  },
  {
    label: "Work",
    areas: [
      {
        key: "orgs",
        label: "Organisations",
        href: "/staff/orgs",
        permission: STAFF,
        does: "Make and change them, their picture, and who belongs to them.",
      },
      {
        key: "projects",
        label: "Projects",
        href: "/staff/projects",
        permission: STAFF,
        does: "Find them by name, number, organisation or status.",
      },
      {
        key: "workspaces",
        label: "Workspaces",
        href: "/staff/workspaces",
        permission: STAFF,
        does: "Find them, and archive many at once.",
      },
      {
        key: "repos",
        label: "Repositories",
        href: "/staff/repos",
        permission: STAFF,
        does: "Where code is used, since when, and how far its sign-off is.",
      },
      {
        key: "requests",
        label: "Requests",
        href: "/staff/requests",
        permission: STAFF,
        does: "Find any request, and cancel it.",
      },
      {
        key: "dashboards",
        label: "Dashboards",
        href: "/staff/dashboards",
        permission: STAFF,
        does: "Projects in figures, co-piloting, code that is due to be public.",
      },
    ],
  },
  {
    label: "Service",
    areas: [
      {
        key: "fleet",
        label: "Fleet",
        href: "/staff/fleet",
        permission: "backend_manage",
        does: "Every backend at a glance: contact, load, rates, faults; stop new runs.",
      },
      {
        key: "backends",
        label: "Backends",
        href: "/staff/backends",
        permission: "backend_manage",
        does: "Switch them off and on, announce maintenance; tokens and members.",
      },
      {
        key: "alerts",
        label: "Notices",
        href: "/staff/alerts",
        permission: STAFF,
        does: "What stands on every page of everybody who is signed in.",
      },
      {
        key: "redirects",
        label: "Redirects",
        href: "/staff/redirects",
        permission: STAFF,
        does: "Old addresses that still lead to their pages.",
      },
      {
        key: "record",
        label: "Record",
        href: "/staff/record",
        permission: "user_manage",
        does: "Who changed what, when and from where; export it.",
      },
    ],
  },
];

/**
 * The groups with the areas that are open to somebody; groups without any are left out.
 *
 * @param {readonly string[]} permissions
 * @param {readonly StaffGroup[]} [groups]
 * @returns {StaffGroup[]}
 */
export function openGroups(permissions, groups = STAFF_GROUPS) {
  return groups
    .map(({ label, areas }) => ({
      label,
      areas: areas.filter(({ permission }) => permissions.includes(permission)),
    }))
    .filter(({ areas }) => areas.length > 0);
}
