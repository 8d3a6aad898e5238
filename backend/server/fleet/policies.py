"""On which backends a person may run, and who says so."""

from datetime import datetime

from server.core.errors import Refusal
from server.fleet.models import Backend
from server.fleet.stops import Stop
from server.people.actors import Actor
from server.people.permissions import Permission
from server.people.policies import why_lacking


def why_not_run_on(
    actor: Actor, backend: Backend, *, stop: Stop | None, now: datetime
) -> Refusal | None:
    """Why the person cannot ask for a run on `backend`; None where they can.

    `stop` is that of the backend, as `stops.stop_of` finds it.
    """
    if actor.user is None:
        return Refusal("Sign in to run on a backend.")
    if not backend.is_active:
        return Refusal(f"{backend.name} is switched off. Choose another backend.")
    if stop is not None and stop.is_on_at(now):
        who = "This service" if stop.is_everywhere else backend.name
        until = f" until {stop.until:%d %b %H:%M} UTC" if stop.until else ""
        note = f" {stop.note}" if stop.note else ""
        return Refusal(f"{who} takes no new runs{until}.{note}")
    if backend.pk not in actor.backends:
        return Refusal(
            f"You are not a member of {backend.name}. Ask the staff of this service to add you, or "
            "choose another backend."
        )
    return None


def why_not_manage(actor: Actor) -> Refusal | None:
    """Why the person cannot make and change backends and their tokens; None where they can."""
    return why_lacking(actor, Permission.BACKEND_MANAGE, deed="manage backends")


def why_not_manage_members(actor: Actor) -> Refusal | None:
    """Why the person cannot say who runs on backends; None where they can.

    From the backend's side it is a matter of backends, from the person's side one of people.
    """
    if actor.holds(Permission.USER_MANAGE):
        return None
    return why_lacking(actor, Permission.BACKEND_MANAGE, deed="say who may run on backends")
