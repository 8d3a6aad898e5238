"""Run inside Django by the server fixture: people, projects and the tokens of runners.

Prints the secrets once, as JSON. `silent SLUG SECONDS` instead lets a backend fall silent, and
`person NAME` makes one more account.
"""

import json
import sys
from datetime import timedelta

import django

django.setup()

from server.core import clock  # noqa: E402 - Django comes first
from server.fleet.models import Backend  # noqa: E402
from server.fleet.services import add_backend_member, create_backend_token  # noqa: E402
from server.notify import inbox  # noqa: E402
from server.notify.models import NoticeKind  # noqa: E402
from server.people.actors import command  # noqa: E402
from server.people.models import RoleGrant, RoleSource, Scope, User  # noqa: E402
from server.people.roles import Role  # noqa: E402
from server.people.services import create_personal_token  # noqa: E402
from server.projects.services import add_member, create_org, create_project  # noqa: E402

PASSWORD = "open sesame 42"
PEOPLE = {
    "amira": "Amira Osei",  # develops both projects
    "joe": "Joe Marsh",  # belongs to nothing
    "petra": "Petra Staff",  # is staff
    "root": "Ruth Root",  # is Administrator
}
ROLES = {
    "petra": [Role.STAFF_AREA_ADMINISTRATOR, Role.SERVICE_ADMINISTRATOR],
    "root": [Role.ADMINISTRATOR],
}
BACKENDS = ("tpp", "emis", "graphnet")
E2E = command("e2e")


def seed() -> None:
    now = clock.now()
    leeds = create_org(slug="leeds", name="University of Leeds", actor=E2E, now=now)
    projects = {
        slug: create_project(slug=slug, name=name, orgs=[leeds], actor=E2E, now=now)
        for slug, name in [
            ("ckd", "Vaccine effectiveness in CKD"),
            ("opioids", "Opioids on waiting lists"),
        ]
    }
    people, secrets = {}, {}
    for username, fullname in PEOPLE.items():
        user = people[username] = User.objects.create_user(
            username, f"{username}@example.org", PASSWORD, fullname=fullname
        )
        for role in ROLES.get(username, []):
            RoleGrant.objects.create(user=user, role=role, source=RoleSource.STAFF, created_at=now)
        _, secrets[username] = create_personal_token(
            actor=E2E, user=user, name="e2e", scopes=list(Scope), expires_in_days=1, now=now
        )
    for project in projects.values():
        add_member(
            actor=E2E,
            project=project,
            user=people["amira"],
            roles=[Role.PROJECT_DEVELOPER],
            now=now,
        )
    tokens = {}
    for slug in BACKENDS:
        backend = Backend.everywhere.get(slug=slug)
        _, tokens[slug] = create_backend_token(
            backend=backend, name="e2e", expires_in=None, actor=E2E, now=now
        )
        add_backend_member(backend=backend, user=people["amira"], actor=E2E, now=now)
    json.dump({"people": secrets, "backends": tokens}, sys.stdout)


def make_person(username: str) -> None:
    User.objects.create_user(username, f"{username}@example.org", PASSWORD)
    sys.stdout.write(username)


def notify(username: str) -> None:
    person = User.objects.create_user(username, f"{username}@example.org", PASSWORD)
    for number, ending in enumerate(["failed: 2 of 3 jobs succeeded.", "succeeded."], start=1):
        inbox.put(
            [person],
            kind=NoticeKind.RUN_FINISHED,
            text=f"Request {number} in w1 {ending}",
            path=f"/requests/{number}",
            key=str(number),
            now=clock.now() - timedelta(hours=number),
        )
    sys.stdout.write(username)


def silence(slug: str, seconds: str) -> None:
    last_seen_at = clock.now() - timedelta(seconds=int(seconds))
    Backend.everywhere.filter(slug=slug).update(last_seen_at=last_seen_at)


if __name__ == "__main__":
    if sys.argv[1:2] == ["silent"]:
        silence(*sys.argv[2:])
    elif sys.argv[1:2] == ["notices"]:
        notify(*sys.argv[2:])
    elif sys.argv[1:2] == ["person"]:
        make_person(*sys.argv[2:])
    else:
        seed()
