"""Run inside Django by the server fixture: people, projects and the tokens of runners.

Prints the secrets once, as JSON. `silent SLUG SECONDS` instead lets a backend fall silent.
"""

import json
import sys
from datetime import timedelta

import django

django.setup()

from server.audit.models import ActorKind  # noqa: E402 - Django comes first
from server.core import clock  # noqa: E402
from server.fleet.models import Backend  # noqa: E402
from server.fleet.services import create_backend_token  # noqa: E402
from server.people.models import User  # noqa: E402
from server.people.services import create_personal_token  # noqa: E402
from server.projects.services.projects import create_org, create_project  # noqa: E402

PASSWORD = "open sesame 42"
PEOPLE = {"amira": "Amira Osei", "joe": "Joe Marsh"}
BACKENDS = ("tpp", "emis", "graphnet")


def seed() -> None:
    now = clock.now()
    leeds = create_org(slug="leeds", name="University of Leeds", actor="e2e", now=now)
    for slug, name in [
        ("ckd", "Vaccine effectiveness in CKD"),
        ("opioids", "Opioids on waiting lists"),
    ]:
        create_project(slug=slug, name=name, orgs=[leeds], actor="e2e", now=now)
    people, backends = {}, {}
    for username, fullname in PEOPLE.items():
        user = User.objects.create_user(
            username, f"{username}@example.org", PASSWORD, fullname=fullname
        )
        _, people[username] = create_personal_token(
            user=user, name="e2e", expires_in_days=1, actor_kind=ActorKind.COMMAND, now=now
        )
    for slug in BACKENDS:
        backend = Backend.everywhere.get(slug=slug)
        backends[slug] = create_backend_token(
            backend=backend, name="e2e", expires_in=None, actor="e2e", now=now
        )
    json.dump({"people": people, "backends": backends}, sys.stdout)


def silence(slug: str, seconds: str) -> None:
    last_seen_at = clock.now() - timedelta(seconds=int(seconds))
    Backend.everywhere.filter(slug=slug).update(last_seen_at=last_seen_at)


if __name__ == "__main__":
    if sys.argv[1:2] == ["silent"]:
        silence(*sys.argv[2:])
    else:
        seed()
