"""What each role gives, as the domain reference 3.2 to 3.4 has it; written here once more.

`server/people/roles.py` is held to it, and the matrix reckons with this table alone.
"""

_TABLE = """
| Permission                     | SA | TS | SV | OC | OP | PB | PC | PD | SO | DA |
| airlock_readonly_access        |    |    |    |    |    |    |    |    |    | ✔  |
| application_manage             | ✔  |    |    |    |    |    |    |    |    |    |
| backend_manage                 | ✔  |    |    |    |    |    |    |    |    |    |
| job_cancel                     |    |    |    |    |    |    |    | ✔  |    | ✔  |
| job_run                        |    |    |    |    |    |    |    | ✔  |    | ✔  |
| org_create                     | ✔  |    | ✔  |    |    |    |    |    |    |    |
| project_create                 |    | ✔  | ✔  |    |    |    |    |    |    |    |
| project_link_to_application    |    |    | ✔  |    |    |    |    |    |    |    |
| project_manage                 |    |    |    |    |    |    |    | ✔  |    |    |
| project_manage_members         |    |    |    |    |    |    | ✔  |    |    |    |
| release_file_delete            |    |    |    | ✔  |    |    |    |    |    |    |
| release_file_upload            |    |    |    | ✔  |    |    |    |    |    |    |
| release_file_view              |    | ✔  |    | ✔  |    | ✔  |    | ✔  |    |    |
| repo_sign_off_with_outputs     |    |    |    |    |    |    |    |    | ✔  |    |
| snapshot_create                |    |    |    |    |    |    |    | ✔  |    |    |
| snapshot_publish               |    |    |    |    | ✔  |    |    |    |    |    |
| staff_area_access              | ✔  |    |    |    |    |    |    |    |    |    |
| unreleased_outputs_view        |    |    |    | ✔  |    |    |    | ✔  |    |    |
| user_edit_project_roles        |    | ✔  | ✔  |    |    |    |    |    |    |    |
| user_manage                    | ✔  |    |    |    |    |    |    |    |    |    |
| workspace_archive              |    |    |    |    |    |    | ✔  | ✔  |    |    |
| workspace_create               |    |    |    |    |    |    | ✔  | ✔  |    |    |
| workspace_toggle_notifications |    |    |    |    |    |    |    | ✔  |    |    |
"""
_SHORT = {
    "SA": "StaffAreaAdministrator",
    "TS": "TechSupport",
    "SV": "ServiceAdministrator",
    "OC": "OutputChecker",
    "OP": "OutputPublisher",
    "PB": "ProjectCollaborator",
    "PC": "ProjectCoordinator",
    "PD": "ProjectDeveloper",
    "SO": "SignOffRepoWithOutputs",
    "DA": "DeploymentAdministrator",
}
ADMINISTRATOR = "Administrator"

HELD_EVERYWHERE = (
    ADMINISTRATOR,
    "DeploymentAdministrator",
    "OutputChecker",
    "OutputPublisher",
    "ProjectCollaborator",
    "ServiceAdministrator",
    "SignOffRepoWithOutputs",
    "StaffAreaAdministrator",
    "TechSupport",
)
HELD_IN_A_PROJECT = ("ProjectCollaborator", "ProjectCoordinator", "ProjectDeveloper")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _read(table: str) -> dict[str, frozenset[str]]:
    head, *lines = [_cells(line) for line in table.strip().splitlines()]
    given: dict[str, set[str]] = {name: set() for name in _SHORT.values()}
    for permission, *marks in lines:
        for short, mark in zip(head[1:], marks, strict=True):
            if mark:
                given[_SHORT[short]].add(permission)
    everything = {permission for permission, *_ in lines}
    return {role: frozenset(held) for role, held in (given | {ADMINISTRATOR: everything}).items()}


GIVES = _read(_TABLE)
PERMISSIONS = tuple(sorted(GIVES[ADMINISTRATOR]))
