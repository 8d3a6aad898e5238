"""Rules for what actions need of each other (PY-36), and the order that follows."""

from collections.abc import Iterable, Mapping, Sequence

from pipelines.codes import Code
from pipelines.problems import Placed, Problems, Verbatim, quoted
from pipelines.rules.drafts import Draft

_MAX_CIRCLE = 8  # names of a circle in a message


def check_needs(drafts: Mapping[str, Draft], *, problems: Problems) -> None:
    """Every need is an action, and none comes back to where it began."""
    # A key such as 1 is no text; a need always is, so that it never means such an action.
    known = {draft.id for draft in drafts.values() if isinstance(draft.key.value, str)}
    for draft in drafts.values():
        for need in draft.needs:
            if need.text not in known:
                problems.add(
                    Code.UNKNOWN_NEED,
                    at=need,
                    action=draft.id,
                    need=need.text,
                    hint=problems.suggest(need.text, among=drafts),
                )
    needs = {
        draft.id: {need.text: need for need in draft.needs if need.text in known}
        for draft in drafts.values()
    }
    _check_circles(needs, problems=problems)


def _check_circles(needs: Mapping[str, Mapping[str, Placed]], *, problems: Problems) -> None:
    """Walk down the needs; one that leads back into the path just walked closes a circle."""
    done: set[str] = set()
    for start in needs:
        path = {start: iter(needs[start])} if start not in done else {}
        while path:
            action = next(reversed(path))
            need = next(path[action], None)
            if need is None:
                done.add(action)
                del path[action]
            elif need in path:
                _add_circle(list(path), action=action, need=need, needs=needs, problems=problems)
            elif need not in done:
                path[need] = iter(needs[need])


def _add_circle(
    path: list[str],
    *,
    action: str,
    need: str,
    needs: Mapping[str, Mapping[str, Placed]],
    problems: Problems,
) -> None:
    if problems.full:
        return
    circle = [*path[path.index(need) :], need]
    if len(circle) > _MAX_CIRCLE:
        circle = [*circle[: _MAX_CIRCLE - 2], "…", *circle[-2:]]
    told = Verbatim(" needs ".join(name if name == "…" else quoted(name) for name in circle))
    problems.add(Code.NEEDS_CYCLE, at=needs[action][need], action=action, need=need, circle=told)


def in_run_order(wanted: Iterable[str], *, needs: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """`wanted` and all they need, each once: before each action its needs, in the order written.

    Needs have no circle. Not recursive, because chains of needs can be long.
    """
    order: dict[str, None] = {}
    for start in wanted:
        path = [(start, iter(needs[start]))] if start not in order else []
        while path:
            action, rest = path[-1]
            need = next((need for need in rest if need not in order), None)
            if need is None:
                order[action] = None
                path.pop()
            else:
                path.append((need, iter(needs[need])))
    return tuple(order)
