"""The commands."""

import json
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, NoReturn

import typer
from rich.console import RenderableType

from osj import __version__, completion, settings, words
from osj.errors import Exit, NotLoggedIn, OsjError, exit_code_of
from osj.job_server.api.job_requests import (
    cancel_job_request,
    create_job_request,
    get_job_request,
    list_job_requests,
)
from osj.job_server.api.pipelines import plan_job_request
from osj.job_server.api.session import get_session
from osj.job_server.models import (
    CancelInRequest,
    JobRequest,
    JobRequestInRequest,
    PlanInRequest,
)
from osj.job_server.types import UNSET
from osj.server import Server
from osj.terminal import err, out
from osj.watching import follow

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=(
        "Exit codes: 0 done, 1 the request failed, 2 wrong usage, 3 it was cancelled, 4 the server"
        " refused, 5 it gave no answer, 6 not logged in, 130 stopped watching."
    ),
)

AsJson = Annotated[bool, typer.Option("--json", help="Print what the API answers, as JSON.")]
Watch = Annotated[
    bool, typer.Option("--watch", "-w", help="Follow it; the exit code says how it ended.")
]
Backend = Annotated[
    str,
    typer.Option(
        "--backend",
        "-b",
        envvar="OSJ_BACKEND",
        autocompletion=completion.backends,
        help="The backend's slug, as tpp.",
    ),
]
Request = Annotated[
    str,
    typer.Argument(
        metavar="REQUEST",
        autocompletion=completion.my_requests,
        help="Its number or identifier.",
    ),
]


def _say_version(*, wanted: bool) -> None:
    if wanted:
        out().print(f"osj {__version__}")
        raise typer.Exit


@app.callback()
def every_command(
    *,
    _: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Ask the job server for runs, and follow them."""


@app.command()
def login(
    url: Annotated[
        str, typer.Option(envvar="OSJ_URL", prompt="Address of the job server", help="Its address.")
    ],
) -> None:
    """Keep a personal token for later commands. It is asked for, or read from a pipe."""
    with _errors():
        address = settings.clean_url(url)
        if sys.stdin.isatty():
            err().print(f"Make a token at {address}/settings/tokens, for reading and running.")
            typed = typer.prompt("Token", hide_input=True)
        else:
            typed = sys.stdin.readline()
        token = settings.clean_token(typed)
        login = settings.Login(address, token)
        user = Server(login).ask(get_session.sync_detailed).user if token else None
        if user is None:
            raise NotLoggedIn("The job server does not know this token.")
        file = settings.save(login)
        out().print(f"Logged in to {address} as {user.username}. The token is kept in {file}.")


@app.command()
def logout() -> None:
    """Forget the token. It stays valid: revoke it on the tokens page."""
    with _errors():
        out().print("Forgotten." if settings.forget() else "There was nothing to forget.")


@app.command()
def run(
    workspace: Annotated[
        str, typer.Argument(autocompletion=completion.workspaces, help="Name of a workspace.")
    ],
    actions: Annotated[
        list[str],
        typer.Argument(
            metavar="ACTION...",
            autocompletion=completion.actions,
            help="Names of actions; run_all for all of them.",
        ),
    ],
    backend: Backend,
    *,
    commit: Annotated[
        str | None, typer.Option(help="A commit on the branch; without it, the newest.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Run what they need again although it succeeded.")
    ] = False,
    notify: Annotated[
        bool | None,
        typer.Option("--notify/--no-notify", help="Be mailed; else what the workspace says."),
    ] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Only say what would run, and why.")] = False,
    watch: Watch = False,
    as_json: AsJson = False,
) -> None:
    """Ask for actions of a workspace to be run on a backend."""
    with _errors():
        server = _server()
        wanted: dict[str, Any] = {
            "backend": backend,
            "actions": actions,
            "commit": commit or UNSET,
            "force_run_dependencies": force,
        }
        if plan:
            would_run = server.ask(
                plan_job_request.sync_detailed, workspace, body=PlanInRequest(**wanted)
            )
            _print(would_run.to_dict(), words.plan_page(would_run), as_json=as_json)
            return
        body = JobRequestInRequest(will_notify=UNSET if notify is None else notify, **wanted)
        request = server.ask(
            create_job_request.sync_detailed,
            workspace,
            body=body,
            idempotency_key=str(uuid.uuid4()),
        )
        err().print(f"Request {request.number}: {server.url}/requests/{request.number}")
        _show(server, request, watch=watch, as_json=as_json)


@app.command("list")
def list_requests(
    *,
    workspace: Annotated[
        str | None,
        typer.Option("--workspace", autocompletion=completion.workspaces, help="Only of this one."),
    ] = None,
    backend: Annotated[
        str | None,
        typer.Option("--backend", "-b", autocompletion=completion.backends, help="Only on it."),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(autocompletion=completion.statuses, help="Only with this status, as failed."),
    ] = None,
    mine: Annotated[bool, typer.Option("--mine", help="Only those I asked for.")] = False,
    unfinished: Annotated[bool, typer.Option("--unfinished", help="Only unfinished ones.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="How many.")] = 20,
    as_json: AsJson = False,
) -> None:
    """The newest requests."""
    with _errors():
        page = _server().ask(
            list_job_requests.sync_detailed,
            workspace=workspace or UNSET,
            backend=backend or UNSET,
            status=status or UNSET,
            mine=mine or UNSET,
            unfinished=unfinished or UNSET,
            limit=limit,
        )
        table = words.request_table(page.results, now=words.now())
        _print([row.to_dict() for row in page.results], table, as_json=as_json)


@app.command()
def show(request: Request, *, watch: Watch = False, as_json: AsJson = False) -> None:
    """One request with its jobs."""
    with _errors():
        server = _server()
        found = server.ask(get_job_request.sync_detailed, request)
        _show(server, found, watch=watch, as_json=as_json)


@app.command()
def why(request: Request, *, as_json: AsJson = False) -> None:
    """Why a request and its jobs are where they are, and what would change it."""
    with _errors():
        found = _server().ask(get_job_request.sync_detailed, request)
        document = found.to_dict()
        reasons = {
            "number": found.number,
            "display_status": found.display_status,
            "reason": document["reason"],
            "jobs": [
                {name: job[name] for name in ("action", "display_status", "reason")}
                for job in document["jobs"]
            ],
            "failures": document["failures"],
        }
        _print(reasons, words.reasons(found, now=words.now()), as_json=as_json)


@app.command()
def cancel(
    request: Request,
    actions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ACTION...]",
            autocompletion=completion.stoppable_actions,
            help="Which; without them, all that is unfinished.",
        ),
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Ask the backend to stop a request, or some of its actions."""
    with _errors():
        body = CancelInRequest(actions=actions or UNSET)
        found = _server().ask(cancel_job_request.sync_detailed, request, body=body)
        page = words.request_page(found, now=words.now())
        _print(found.to_dict(), page, as_json=as_json)


def _show(server: Server, request: JobRequest, *, watch: bool, as_json: bool) -> None:
    if watch:
        try:
            request = follow(server, request, console=err() if as_json else out())
        except KeyboardInterrupt:
            err().print(f"The request goes on. To stop it: osj cancel {request.number}")
            raise typer.Exit(Exit.STOPPED_WATCHING) from None
    page = words.request_page(request, now=words.now())
    _print(request.to_dict(), page, as_json=as_json)
    if watch:
        raise typer.Exit(exit_code_of(request.display_status))


def _server() -> Server:
    return Server(settings.current())


def _print(document: Any, page: RenderableType, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
    else:
        out().print(page)


@contextmanager
def _errors() -> Iterator[None]:
    try:
        yield
    except OsjError as error:
        _fail(error)


def _fail(error: OsjError) -> NoReturn:
    err().print(str(error), style="red")
    raise typer.Exit(error.code) from error
