"""The table, one file a part of the service."""

from tests.permissions.rows import (
    jobs,
    machines,
    memberships,
    open_to_all,
    people,
    projects,
    service,
    settings,
    staff,
    workspaces,
)
from tests.permissions.rules import Row

PARTS = {
    "People": people.ROWS,
    "One's own account": settings.ROWS,
    "Looking after people": staff.ROWS,
    "Organisations, projects, workspaces": projects.ROWS,
    "Projects and who is in them": memberships.ROWS,
    "Moving and signing off": workspaces.ROWS,
    "Runs": jobs.ROWS,
    "Backends and the service": service.ROWS,
    "Runners": machines.ROWS,
    "Open addresses": open_to_all.ROWS,
}
ROWS: list[Row] = [row for rows in PARTS.values() for row in rows]
